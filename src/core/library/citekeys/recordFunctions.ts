import type { CslItem } from '../record';
import type { FormulaFunction, Parameter } from './formulaTree';
import { longestText, numberArgument, textArgument } from './formulaTree';
import { dateFormat, formatDate, issued, monthName, original } from './keyDates';
import { authorOrTitle, plainYear } from './plainKey';
import { isGerman, recordText, withoutMarks } from './plainText';
import { tellingWords } from './skipWords';

const words = (name: string, fallback: number): Parameter => ({ name, type: 'number', fallback });

/**
 * Better BibTeX's functions for all but names, and `authorOrTitle`, which is ours.
 * Source of what each does: its documentation, https://retorque.re/zotero-better-bibtex/citing/.
 */
export const recordFunctions: readonly FormulaFunction[] = [
  { name: 'authorOrTitle', parameters: [], run: ({ record }) => authorOrTitle(record) },
  ...titled('shorttitle', 3),
  ...titled('veryshorttitle', 1),
  { name: 'title', parameters: [], run: ({ record }) => titleWords(record).join(' ') },
  { name: 'year', parameters: [], run: ({ record }) => plainYear(record.issued) },
  { name: 'shortyear', parameters: [], run: ({ record }) => formatDate(record, '%y') },
  { name: 'origyear', parameters: [], run: ({ record }) => String(Math.abs(original(record).year ?? NaN) || '') },
  { name: 'month', parameters: [], run: ({ record }) => monthName(issued(record)) },
  { name: 'day', parameters: [], run: ({ record }) => formatDateOf(record, '%d') },
  {
    name: 'date',
    parameters: [{ name: 'format', type: 'text', fallback: '%Y-%m-%d' }],
    run: ({ record }, args) => (dateFormat.test(textArgument(args, 'format')) ? formatDate(record, textArgument(args, 'format')) : ''),
  },
  { name: 'origdate', parameters: [], run: ({ record }) => formatDate(record, '%oY-%om-%od') },
  {
    name: 'journal',
    parameters: [{ name: 'abbrev', type: 'text', fallback: 'abbrev+auto', choices: ['abbrev+auto', 'abbrev', 'auto', 'full', 'off'] }],
    run: ({ record }, args) => journal(record, textArgument(args, 'abbrev')),
  },
  { name: 'firstpage', parameters: [], run: ({ record }) => pages(record)[0] ?? '' },
  { name: 'lastpage', parameters: [], run: ({ record }) => pages(record).at(-1) ?? '' },
  { name: 'keyword', parameters: [{ name: 'n', type: 'number', required: true }], run: ({ record }, args) => keywords(record)[numberArgument(args, 'n') ?? 0] ?? '' },
];

function titled(name: string, count: number): FormulaFunction[] {
  const run: FormulaFunction['run'] = ({ record }, args) => {
    const capitals = numberArgument(args, 'm') ?? 0;
    const some = titleWords(record).slice(0, Math.max(0, numberArgument(args, 'n') ?? count));
    return some.map((word, index) => (index < capitals ? capitalized(withoutMarks(word, isGerman(record.language))) : word)).join(' ');
  };
  return [{ name, parameters: [words('n', count), words('m', 0)], run }];
}

function titleWords({ title }: Partial<CslItem>): string[] {
  return tellingWords(recordText(title, longestText)).map((word) => word.replace(/-/g, ''));
}

function capitalized(word: string): string {
  return word.replace(/^./u, (letter) => letter.toUpperCase());
}

function formatDateOf(record: Partial<CslItem>, format: string): string {
  return issued(record).day === undefined ? '' : formatDate(record, format);
}

function journal(record: Partial<CslItem>, abbrev: string): string {
  const short = abbrev === 'full' || abbrev === 'off' || abbrev === 'auto' ? '' : recordText(record['container-title-short'], longestText);
  return short || recordText(record['container-title'], longestText);
}

function pages({ page }: Partial<CslItem>): string[] {
  return recordText(page, 200).split(/[-\s,–]+/).filter(Boolean);
}

function keywords({ keyword }: Partial<CslItem>): string[] {
  return recordText(keyword, longestText).split(/\s*[,;]\s*/).filter(Boolean).sort();
}
