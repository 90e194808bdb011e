import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { sharedPath } from '../support/shared';

const suites: Readonly<Record<string, string>> = {
  'portal-text': 'elsevier-pure-text', 'csl-json': 'csl-json', 'csl-yaml': 'csl-yaml', bibtex: 'bibtex', ris: 'ris',
  'pubmed-xml': 'pubmed-xml', 'endnote-xml': 'endnote-xml', mods: 'mods', msbib: 'msbib', 'crossref-unixref': 'crossref-unixref',
  'crossref-json': 'crossref-json', 'europepmc-json': 'europepmc-json', 'openalex-json': 'openalex-json', nbib: 'nbib', 'wos-tagged': 'wos-tagged',
  refworks: 'refworks', 'refer-enw': 'refer-enw', ovid: 'ovid', cff: 'cff', 'hayagriva-yaml': 'hayagriva-yaml',
};

/** Small texts of our own, for where peers' cases are not at hand. */
const own: Readonly<Record<string, readonly string[]>> = {
  'csl-json': ['[{"id": "chen1995", "type": "article-journal", "title": "Hiccups", "author": [{"family": "Chen"}], "issued": {"date-parts": [[1995, 8, 1]]}}]'],
  'csl-yaml': ['references:\n  - id: chen1995\n    type: article-journal\n    title: Hiccups\n    author:\n      - family: Chen\n        given: Y. M.\nannotations:\n  - quote: "a"\ncase: &a {x: [*a]}\n'],
  bibtex: ['@string{gut = "Gut"}\n@article{chen1995,\n  author = {Chen, Y. M. and {van Belle}, Frank and others},\n  title = "{\\"O}dema \\emph{in vitro} $\\alpha_{2}$",\n  journal = gut # { B},\n  year = 1995, month = aug, pages = {168--172}\n}\n'],
  ris: ['TY  - JOUR\nTI  - Hiccups\nAU  - Chen, Y. M.\nPY  - 1995/8/1\nSP  - 168\nEP  - 172\nKW  - a\nER  - \n'],
  nbib: ['PMID- 7630133\nOWN - NLM\nIS  - 0368-2811 (Print)\nVI  - 25\nDP  - 1995 Jul-Aug\nTI  - Hiccups and a title\n      that goes on.\nPG  - 168-72\nLID - 10.1000/x [doi]\nFAU - Chen, Y M\nAU  - Chen YM\nCN  - The Hiccup Group\nPT  - Journal Article\nMH  - Aged, 80 and over\n\nPMID- 2\nTI  - Next\n'],
  'wos-tagged': ['FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Chen, YM\n   Liu, JM\nTI Hiccups\n   go on\nSO GUT\nPD JUL-AUG\nPY 1995\nBP 168\nEP 172\nDE a; b\nER\n\nEF\n'],
  refworks: ['RT Book, Section\nA1 Chen,Y. M.\nT1 Hiccups\nT2 A book\nYR 1995\nFD Aug 1\nSP 168\nOP 172\nK1 a\nSN 0368-2811\n'],
  'refer-enw': ['%0 Journal Article\n%A Chen, Y. M.\n%T Hiccups\n%J Gut\n%D 1995\n%8 August 1\n%P 168-172\n%K a\nb\n', '%A Brian Chen\n%T Hiccups\n%J Gut\n%D Aug 1995\n\n%A A. Liu\n%B Book\n%T Part\n'],
  ovid: ['<1>\nAccession Number\n  00001-1.\nAuthor\n  Chen, Yi MD 1;  Liu, Jin *\nTitle\n  Hiccups.[Article]\nSource\n  Gut.   25(3):168-172, August 1995.\nAbstract\n  Text.\n<2>\nTitle\n  A part.\nSource\n  Lee, A [Ed]. (1999). The book. (pp. 12-34). xx, 400 pp. London: Press.\n'],
  cff: ['cff-version: 1.2.0\nmessage: m\ntitle: Tool\nauthors:\n  - family-names: Chen\n    given-names: Yi\n    name-particle: van\n  - name: Group\ndate-released: 2020-01-05\nidentifiers:\n  - type: doi\n    value: 10.1000/x\npreferred-citation:\n  type: article\n  title: On the tool\n  authors: &a [{family-names: Liu}]\n  journal: Gut\n  start: 1\n  end: 9\n  year: 2021\nreferences: [*a]\n'],
  'hayagriva-yaml': ['chen1995:\n  type: Article\n  title: {value: Hiccups, short: H}\n  author: ["Chen, Y. M.", {name: Liu, given-name: J., prefix: van}]\n  date: 1995-08\n  page-range: 168-172\n  serial-number: {doi: 10.1000/x}\n  parent: &p\n    - type: Periodical\n      title: Gut\n      volume: 25\n      parent: *p\n'],
  reference: ['Chen YM, Whang-Peng J, Liu JM, et al. Leukemoid hiccups. Jpn J Hiccup 1995;25:168-72. doi:10.1000/x PMID: 7630133', 'References\n1. Chen, Y.M. and Lee, J. (1995) \'Hiccups\', Gut, 25(3), pp. 168-172.\n2. Chen, Y. M., Lee, J. & Wu, K. Hiccups. J. Hicc. Oncol. 25, 168–172 (1995).\n[3] Lee J. Part. In: Wu K, editor. Book. 2nd ed. London: Press; 2002. p. 93-113.\n'],
};

/** Longer inputs make a round slow without finding more. */
const longest = 60_000;

/** Texts to start from, by format. */
export function samples(): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [format, file] of Object.entries(suites)) {
    const cases = sharedPath('data', 'formats', `${file}.jsonl`);
    const lines = cases === undefined ? [] : readFileSync(cases, 'utf8').split('\n').filter((line) => line.trim() !== '');
    const inputs = lines.map((line) => (JSON.parse(line) as { input: unknown }).input).map((input) => (typeof input === 'string' ? input : JSON.stringify(input)));
    texts.set(format, [...inputs.filter(({ length }) => length < longest), ...(own[format] ?? [])]);
  }
  for (const [format, text] of goldenDatabases()) {
    texts.set(format, [...(texts.get(format) ?? []), text]);
  }
  for (const [format, list] of Object.entries(own)) {
    if (!texts.has(format)) texts.set(format, [...list]);
  }
  const pages = path.join(__dirname, '..', 'golden', 'formats', 'portal');
  const golden = readdirSync(pages).filter((file) => file.endsWith('.txt')).map((file) => readFileSync(path.join(pages, file), 'utf8'));
  texts.set('portal-text', [...(texts.get('portal-text') ?? []), ...golden]);
  return texts;
}

/** The invented exports that the golden tests read. */
function goldenDatabases(): (readonly [format: string, text: string])[] {
  const folder = path.join(__dirname, '..', 'golden', 'formats', 'databases');
  const files = readdirSync(folder).filter((file) => !file.endsWith('.records.json'));
  return files.map((file) => [file.replace(/\.\w+$/, ''), readFileSync(path.join(folder, file), 'utf8')]);
}
