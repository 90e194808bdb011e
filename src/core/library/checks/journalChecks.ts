import { type Check, type CheckFix, write } from './check';
import { journalByFull, journalByShort } from './journals';
import { nameCase } from './nameForms';
import { isInCapitals } from './titleChecks';

const articles = new Set(['article-journal', 'article-magazine', 'article']);

/** Full titles in `container-title`, abbreviations in `container-title-short`, neither in capitals. */
export const journalChecks: Check = (record, report) => {
  const { 'container-title': title, 'container-title-short': short } = record;
  if (title === undefined || title.length > 200 || !articles.has(record.type)) return;
  const abbreviated = journalByShort(title);
  if (abbreviated) {
    const fix: CheckFix = {
      title: { code: 'write', field: 'container-title', value: abbreviated.full },
      variables: { 'container-title': abbreviated.full, ...(short === undefined && { 'container-title-short': title.replace(/\./g, '') }) },
    };
    report('journal-abbreviated', 'information', 'container-title', { value: title, full: abbreviated.full }, fix);
    return;
  }
  const full = journalByFull(title);
  if (isInCapitals(title) || (full && title.length > 8 && title === title.toUpperCase())) {
    report('journal-capitals', 'information', 'container-title', { value: title }, write('container-title', full?.full ?? titleCase(title)));
  } else if (full && short === undefined && full.short.toLowerCase() !== full.full.toLowerCase()) {
    report('journal-short-missing', 'information', 'container-title', { value: title, short: full.short }, {
      title: { code: 'add', field: 'container-title-short', value: full.short },
      variables: { 'container-title-short': full.short },
    });
  }
};

const small = /(?<=\s)(?:A|An|And|At|By|For|From|In|Of|On|Or|The|To|With|De|Des|Du|Et|La|Le|Les|Der|Die|Für|Und)(?=\s)/g;
const shortForms = /\b(?:Bmc|Bmj|Jama|Usa|Acs|Ieee|Plos|Embo|Faseb|Jaad|Aids|Hiv|Fems|Dna|Rna|Ii|Iii)\b/g;

function titleCase(title: string): string {
  return nameCase(title).replace(small, (word) => word.toLowerCase()).replace(shortForms, (word) => word.toUpperCase());
}
