import { nameLabel } from '../library/display';
import type { CslItem, CslName } from '../library/record';

const types: Readonly<Record<string, string>> = {
  'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', book: 'book',
  chapter: 'incollection', 'entry-encyclopedia': 'incollection', 'entry-dictionary': 'incollection', 'paper-conference': 'inproceedings', report: 'techreport',
  manuscript: 'unpublished', pamphlet: 'booklet', speech: 'unpublished',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** TeX's own signs, as a value has to write them. */
const escapes: Readonly<Record<string, string>> = {
  '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '{': '\\{', '}': '\\}', '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}', '\\': '\\textbackslash{}', '\u00a0': '~',
};

/** One record as plain BibTeX, in UTF-8. */
export function writeBibtex(record: CslItem): string {
  const type = record.type === 'thesis' ? thesisType(record) : Object.hasOwn(types, record.type) ? types[record.type] : 'misc';
  const lines = fieldsOf(record, type ?? 'misc')
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? String(value) : `{${String(value)}}`},\n`);
  return `@${type ?? 'misc'}{${record.id.replace(/[\s,{}"#%~\\]/g, '_')},\n${lines.join('')}}\n`;
}

function fieldsOf(record: CslItem, type: string): (readonly [string, string | undefined])[] {
  const isArticle = type === 'article';
  const [year, month, day] = record.issued?.['date-parts']?.[0] ?? [];
  const publisher = { thesis: 'school', phdthesis: 'school', mastersthesis: 'school', techreport: 'institution' }[type] ?? 'publisher';
  return [
    ['author', names(record.author)],
    ['editor', names(record.editor)],
    ['title', markup(record.title)],
    [isArticle ? 'journal' : 'booktitle', markup(record['container-title'])],
    ['series', markup(record['collection-title'] as string | undefined)],
    ['year', year === undefined ? escaped(record.issued?.literal ?? record.issued?.raw) : String(year)],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['day', day === undefined ? undefined : String(day)],
    ['volume', escaped(record.volume)],
    ['number', escaped(isArticle ? record.issue : record.number)],
    ['pages', escaped(record.page?.replace(/(?<=\w)-(?=\w)/g, '--'))],
    ['eid', isArticle ? escaped(record.number) : undefined],
    ['edition', escaped(record.edition as string | undefined)],
    [publisher, escaped(record.publisher)],
    ['address', escaped(record['publisher-place'])],
    ['doi', record.DOI?.replace(/[{}]/g, '')],
    ['pmid', escaped(record.PMID)],
    ['issn', escaped(record.ISSN)],
    ['isbn', escaped(record.ISBN)],
    ['url', record.URL?.replace(/[{}\s]/g, encodeURIComponent)],
    ['language', escaped(record.language)],
    ['keywords', escaped(record.keyword)],
    ['abstract', markup(record.abstract)],
    ['note', markup(record.note)],
  ];
}

function thesisType(record: CslItem): string {
  return /master/i.test(record.genre ?? '') ? 'mastersthesis' : 'phdthesis';
}

function names(list: readonly CslName[] | undefined): string | undefined {
  return list?.map(nameText).filter(Boolean).join(' and ');
}

function nameText(name: CslName): string {
  const family = [name['dropping-particle'], nameLabel({ ...name, literal: undefined } as CslName)].filter(Boolean).join(' ');
  if (name.family === undefined || name.family === '') {
    return `{${escaped(name.literal ?? name.given ?? '') ?? ''}}`;
  }
  // ` and ` in a name would part it, and a comma in a family name as well.
  const safe = /,|\band\b/.test(family) ? `{${escaped(family) ?? ''}}` : (escaped(family) ?? '');
  return [safe, escaped(name.suffix), escaped(name.given)].filter(Boolean).join(', ');
}

/** CSL's HTML as TeX; every other sign is text. */
function markup(text: string | undefined): string | undefined {
  const tags: Readonly<Record<string, string>> = {
    '<i>': '\\emph{', '<b>': '\\textbf{', '<sup>': '\\textsuperscript{', '<sub>': '\\textsubscript{',
    '</i>': '}', '</b>': '}', '</sup>': '}', '</sub>': '}',
  };
  const parts = text?.split(/(<\/?(?:i|b|sup|sub)>)/);
  // A tag without its partner would leave a brace open, and the file broken.
  let open = 0;
  const nests = parts?.every((part) => (open += /^<\//.test(part) ? -1 : Object.hasOwn(tags, part) ? 1 : 0) >= 0);
  const even = nests === true && open === 0;
  return parts?.map((part) => (even && Object.hasOwn(tags, part) ? tags[part] : escaped(part))).join('');
}

function escaped(text: string | undefined): string | undefined {
  return text?.replace(/[&%$#_{}~^\\\u00a0]/g, (sign) => escapes[sign] ?? sign).replace(/[\r\n]+/g, ' ');
}
