import { formats, readText } from '../../src/core/formats/registry';
import { recordPlaces } from '../../src/core/library/recordPlaces';

/** Patterns that make careless readers slow, with the format that they are meant for: each is repeated until the text is as long as wanted. */
const patterns: readonly (readonly [name: string, begin: string, repeated: string, end: string, format: string])[] = [
  ['nested braces', '@article{a, title = ', '{', '', 'bibtex'],
  ['braces that close', '@article{a, title = {', '{a}', '}}', 'bibtex'],
  ['unclosed quotes', '@article{a, title = ', '"a" # ', '', 'bibtex'],
  ['at signs', '', '@', '', 'bibtex'],
  ['unclosed entries', '', '@article{', '', 'bibtex'],
  ['macros of macros', '', '@string{a = a # a}\n', '@article{k, title = a}', 'bibtex'],
  ['crossrefs in a circle', '', '@book{a, crossref = {b}}\n@book{b, crossref = {a}}\n', '', 'bibtex'],
  ['TeX accents', '@article{a, title = {', '\\"{\\o}\\^', '}}', 'bibtex'],
  ['TeX commands', '@article{a, title = {', '\\emph{\\textbf{', '}}', 'bibtex'],
  ['names', '@article{a, author = {', 'von der A, B and ', '}}', 'bibtex'],
  ['commas', '@article{a, author = {', ',', '}}', 'bibtex'],
  ['long line', '@article{a, title = {', 'word ', '}}', 'bibtex'],
  ['spaces', '@article{a,', ' ', '}', 'bibtex'],
  ['RIS tags', 'TY  - JOUR\n', 'AU  - Chen, Y.\n', 'ER  - \n', 'ris'],
  ['RIS without ends', '', 'TY  - JOUR\nTI  - a\n', '', 'ris'],
  ['RIS continued lines', 'TY  - JOUR\nAB  - ', 'a\n', 'ER  - \n', 'ris'],
  ['MEDLINE headings', 'PMID- 1\n', 'MH  - Aged\n', '', 'nbib'],
  ['MEDLINE continued lines', 'PMID- 1\nAB  - ', 'a\n      ', '', 'nbib'],
  ['open XML tags', '<PubmedArticleSet>', '<PubmedArticle>', '', 'pubmed-xml'],
  ['XML entities', '<PubmedArticleSet><PubmedArticle><ArticleTitle>', '&amp;&lt;', '</ArticleTitle></PubmedArticle></PubmedArticleSet>', 'pubmed-xml'],
  ['XML attributes', '<PubmedArticleSet><PubmedArticle ', 'a="b" ', '></PubmedArticle></PubmedArticleSet>', 'pubmed-xml'],
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">', '<!ENTITY b "&a;&a;&a;&a;">', ']><xml><records><record>&b;</record></records></xml>', 'endnote-xml'],
  ['MODS names', '<modsCollection><mods>', '<name><namePart>a</namePart></name>', '</mods></modsCollection>', 'mods'],
  ['YAML brackets', 'references: ', '[', '', 'csl-yaml'],
  ['YAML aliases', 'references:\n- &a {id: a}\n', '- *a\n', '', 'csl-yaml'],
  ['YAML merges', 'references:\n- &a {id: a, type: book}\n', '- {<<: *a}\n', '', 'csl-yaml'],
  ['YAML quotes', 'references:\n- id: "', '\\"', '"', 'csl-yaml'],
  ['YAML indentation', 'references:\n', ' ', 'a: b', 'csl-yaml'],
  ['JSON brackets', '', '[', '', 'csl-json'],
  ['JSON items', '[', '{"id":"a","type":"book"},', '{}]', 'csl-json'],
  ['JSON strings', '[{"id":"', '\\u0061', '"}]', 'csl-json'],
  ['a reference', '', 'Chen YM, ', 'Hiccups. Gut 1995;25:168-72.', 'reference'],
  ['references', '', '1. Chen YM. Hiccups. Gut 1995;25:168-72.\n', '', 'reference'],
  ['full stops', 'Chen YM. ', '. ', 'Gut 1995;25:168-72.', 'reference'],
  ['a portal page', 'Title\n\nResearch output: Contribution to journal › Article › peer-review\n\n', 'Original languageEnglish\n', '', 'portal-text'],
  ['parentheses', 'Title (2023). ', '(', '', 'reference'],
  ['YAML dashes', 'references:\n', '- ', '', 'csl-yaml'],
  ['YAML keys without values', '', '? ', '', 'csl-yaml'],
  ['a YAML map of maps', 'references: ', '{a: ', '', 'csl-yaml'],
  ['refer commas', '%0 Journal Article\n%T x\n%A ', ',', 'x', 'refer-enw'],
  ['refer tabs', '%0 Journal Article\n%T x\n%A ', '\t', 'x', 'refer-enw'],
  ['stars', 'Chen YM. ', '*', 'x', 'reference'],
];

/** Four times the text may take eight times as long: chance and the collector of garbage have room in that, a square has not. */
const growth = 4;
const allowed = 2 * growth;
/** Below this (ms) a measurement says nothing. */
const floor = 60;

/**
 * @param small how long the shorter texts are
 * @param inAll reads every pattern as every format, and not only as the one that it is meant for
 * @returns what takes longer than in proportion to its length
 */
export function checkCrafted(small: number, inAll: boolean): string[] {
  const wrong: string[] = [];
  for (const [name, begin, repeated, end, own] of patterns) {
    for (const format of inAll ? [undefined, ...formats.filter(({ read }) => read).map(({ id }) => id)] : [undefined, own]) {
      const time = (length: number): number => timeOf(begin + repeated.repeat(Math.ceil(length / repeated.length)) + end, format);
      const [one, more] = [time(small), time(growth * small)];
      // Measured once more before it counts: the first time pays for compiling.
      if (more > allowed * Math.max(one, floor) && time(growth * small) > allowed * Math.max(time(small), floor)) {
        wrong.push(`${name} as ${format ?? 'any format'}: ${one.toFixed(0)} ms for ${small} characters, ${more.toFixed(0)} ms for ${growth * small}`);
      }
    }
  }
  return wrong;
}

/** How long reading a text and finding its records' places takes the processor (ms). */
function timeOf(text: string, format: string | undefined): number {
  const start = process.cpuUsage();
  readText(text, format);
  if (format !== undefined) recordPlaces(text, format);
  return process.cpuUsage(start).user / 1000;
}
