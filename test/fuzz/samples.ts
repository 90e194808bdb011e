import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { sharedPath } from '../support/shared';

const suites: Readonly<Record<string, string>> = {
  'portal-text': 'elsevier-pure-text', 'csl-json': 'csl-json', 'csl-yaml': 'csl-yaml', bibtex: 'bibtex', ris: 'ris',
};

/** Small texts of our own, for where peers' cases are not at hand. */
const own: Readonly<Record<string, readonly string[]>> = {
  'csl-json': ['[{"id": "chen1995", "type": "article-journal", "title": "Hiccups", "author": [{"family": "Chen"}], "issued": {"date-parts": [[1995, 8, 1]]}}]'],
  'csl-yaml': ['references:\n  - id: chen1995\n    type: article-journal\n    title: Hiccups\n    author:\n      - family: Chen\n        given: Y. M.\nannotations:\n  - quote: "a"\ncase: &a {x: [*a]}\n'],
  bibtex: ['@string{gut = "Gut"}\n@article{chen1995,\n  author = {Chen, Y. M. and {van Belle}, Frank and others},\n  title = "{\\"O}dema \\emph{in vitro} $\\alpha_{2}$",\n  journal = gut # { B},\n  year = 1995, month = aug, pages = {168--172}\n}\n'],
  ris: ['TY  - JOUR\nTI  - Hiccups\nAU  - Chen, Y. M.\nPY  - 1995/8/1\nSP  - 168\nEP  - 172\nKW  - a\nER  - \n'],
};

/** Longer inputs make a round slow without finding more. */
const longest = 60_000;

/** Texts to start from, by format. */
export function samples(): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [format, file] of Object.entries(suites)) {
    const cases = sharedPath('data', 'formats', `${file}.jsonl`);
    const lines = cases === undefined ? [] : readFileSync(cases, 'utf8').trim().split('\n');
    const inputs = lines.map((line) => (JSON.parse(line) as { input: unknown }).input).map((input) => (typeof input === 'string' ? input : JSON.stringify(input)));
    texts.set(format, [...inputs.filter(({ length }) => length < longest), ...(own[format] ?? [])]);
  }
  const pages = path.join(__dirname, '..', 'golden', 'formats', 'portal');
  const golden = readdirSync(pages).filter((file) => file.endsWith('.txt')).map((file) => readFileSync(path.join(pages, file), 'utf8'));
  texts.set('portal-text', [...(texts.get('portal-text') ?? []), ...golden]);
  return texts;
}
