import { type PureFields, type PureName, unmarked } from './pureFields';

const entryTypes: Readonly<Record<PureFields['kind'], string>> = {
  article: 'article', part: 'inbook', book: 'book', thesis: 'phdthesis', other: 'misc',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Accents as LaTeX writes them, by the combining mark that Unicode decomposes a letter into. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`', '\u0301': "'", '\u0302': '^', '\u0303': '~', '\u0304': '=', '\u0306': 'u', '\u0307': '.',
  '\u0308': '"', '\u030a': 'r', '\u030b': 'H', '\u030c': 'v', '\u0327': 'c', '\u0328': 'k',
};
const letters: Readonly<Record<string, string>> = {
  'ß': '{\\ss}', 'ø': '{\\o}', 'Ø': '{\\O}', 'æ': '{\\ae}', 'Æ': '{\\AE}', 'œ': '{\\oe}', 'Œ': '{\\OE}', 'ł': '{\\l}',
  'Ł': '{\\L}', 'ı': '{\\i}', '©': '{\\textcopyright}', '–': '--', '—': '---', '\u2018': '`', '\u2019': "'", '“': '``', '”': "''",
};

/** The portal's BibTeX: one field a line, in its order; the key is the citekey, since the portal's own isn't known. */
export function pureBibtex(fields: PureFields): string {
  const isArticle = fields.kind === 'article';
  const type = fields.type === 'paper-conference' ? 'inproceedings' : entryTypes[fields.kind];
  const month = months[(fields.date[1] ?? 0) - 1] ?? '';
  const rows: readonly (readonly [string, string])[] = [
    ['title', quoted(fields.title)],
    ['abstract', quoted(fields.abstract)],
    ['keywords', quoted(fields.keywords.join(', '))],
    ['author', quoted(fields.authors.map(bibtexName).join(' and '), false)],
    ['note', quoted(fields.note)],
    ['year', quoted(fields.year)],
    ['month', month],
    ['day', month && fields.date[2] !== undefined ? `"${fields.date[2]}"` : ''],
    ['doi', quoted(fields.doi, false)],
    ['language', quoted(fields.language)],
    ['isbn', quoted(fields.isbn)],
    ['series', quoted(fields.series)],
    ['volume', quoted(fields.volume)],
    ['pages', quoted(fields.pages.replaceAll('-', '--'))],
    [isArticle ? 'journal' : 'booktitle', quoted(fields.container)],
    ['issn', quoted(fields.issn)],
    [fields.kind === 'thesis' ? 'school' : 'publisher', quoted(fields.publisher)],
    ['address', quoted(fields.place)],
    ['number', quoted(fields.issue)],
    ['editor', quoted(fields.editors.map(bibtexName).join(' and '), false)],
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([name, value]) => `${name} = ${value},`);
  return [`@${type}{${fields.id},`, ...lines, '}'].join('\n');
}

/** `Xiao Wang`, but `Huang, {Fa Peng}`, so that all of the given name stays one. */
function bibtexName({ family, given }: PureName): string {
  if (given === '') return `{${latex(family)}}`;
  const isOneWord = !/\s/.test(given) && !/\s/.test(family);
  return isOneWord ? `${latex(given)} ${latex(family)}` : `${latex(family)}, {${latex(given)}}`;
}

function quoted(text: string, escapes = true): string {
  const value = unmarked(text);
  return value === '' ? '' : `"${escapes ? latex(value).replaceAll('"', '{"}') : value}"`;
}

function latex(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/[^\u0000-\u007f]/g, (letter) => letters[letter] ?? accented(letter));
}

function accented(letter: string): string {
  const [base, mark, ...rest] = letter.normalize('NFD');
  const accent = mark === undefined || rest.length > 0 ? undefined : accents[mark];
  if (base === undefined || accent === undefined) return letter;
  return /[a-z]/i.test(accent) ? `{\\${accent} ${base}}` : `{\\${accent}${base}}`;
}
