import type { Item, ScoredField } from './formatsAccuracy';
import { citekeyOf } from './formatsAccuracy';
import { xmlContradictions } from './formatsContradictionsXml';

/** What a rule may look at: never the case's name, and never what we read. */
export interface SeenField {
  /** The suite's answer as it is scored: without markup, case and punctuation. */
  readonly expected: string;
  /** The whole item that the suite expects. */
  readonly item: Item;
  /** Its place among the case's items. */
  readonly index: number;
  /** The case's input. */
  readonly input: string;
}

/**
 * A field in which a suite's answer contradicts the format's specification. It is left out of the second figure whether
 * we read it as the suite has it or not; `docs/decisions/formats.md` lists the same.
 */
export interface Contradiction {
  readonly format: string;
  readonly source: string;
  readonly field: ScoredField;
  readonly suite: string;
  readonly specification: string;
  readonly reason: string;
  readonly applies: (seen: SeenField) => boolean;
}

/** BibTeX and BibLaTeX. */
const bibtex: readonly Contradiction[] = [
  {
    format: 'bibtex', source: 'fiduswriter/biblatex-csl-converter', field: 'type', suite: '@article is `article`', specification: '`article-journal`',
    reason: "BibLaTeX's manual: an article in a journal or magazine; CSL's `article` is a preprint",
    applies: (seen) => seen.expected === 'article' && entryType(seen) === 'article',
  },
  {
    format: 'bibtex', source: 'fiduswriter/biblatex-csl-converter', field: 'type', suite: '@misc is `article`', specification: '`document`',
    reason: "BibLaTeX's manual: for entries which do not fit into any other category; so is CSL's `document`",
    applies: (seen) => seen.expected === 'article' && !['article', 'preprint'].includes(entryType(seen)),
  },
  {
    format: 'bibtex', source: 'fiduswriter/biblatex-csl-converter', field: 'type', suite: '@collection is `dataset`', specification: '`book`',
    reason: "BibLaTeX's manual: a single-volume collection with contributions by distinct authors",
    applies: (seen) => seen.expected === 'dataset' && entryType(seen) === 'collection',
  },
  {
    format: 'bibtex', source: 'fiduswriter/biblatex-csl-converter', field: 'date', suite: '`2004-22` is month 22', specification: 'season 2',
    reason: 'EDTF: 21 to 24 are seasons, for which CSL has a key',
    applies: ({ expected }) => /^-?\d+-2[1-4]$/.test(expected),
  },
  {
    format: 'bibtex', source: 'citation-js/citation-js', field: 'type', suite: '@booklet is `book`', specification: '`pamphlet`',
    reason: 'BibTeX: a work that is printed and bound, but without a named publisher',
    applies: (seen) => seen.expected === 'book' && entryType(seen) === 'booklet',
  },
  {
    format: 'bibtex', source: 'citation-js/citation-js', field: 'issue', suite: '`number` of a paper in a series is the issue', specification: '`collection-number`',
    reason: "BibLaTeX's manual: the number of a journal or the volume/number of a book in a series",
    applies: (seen) => seen.item['collection-title'] !== undefined && entryType(seen) === 'inproceedings',
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'family', suite: '`and others` is an author', specification: 'the list is incomplete',
    reason: "BibLaTeX's manual: `and others` says that there are more names",
    applies: ({ expected }) => /;others$/.test(expected),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'family', suite: '`Cargill, III, G. S.` has the family name `Cargill, III`', specification: 'the suffix `III`',
    reason: 'BibTeX: `von Last, Jr, First`; CSL has `suffix`',
    applies: ({ item }) => /"family":"[^"]+, (?:Jr|Sr|I{2,3}|IV)\.?"/.test(JSON.stringify(item.author ?? '')),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'container-title', suite: 'an abbreviated journal written out', specification: 'as written',
    reason: 'the text does not say the full name',
    applies: ({ item, input }) => typeof item.journalAbbreviation === 'string' && !input.includes(String(item['container-title'])),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'number', suite: 'a country before a patent’s number', specification: 'as written',
    reason: "BibLaTeX's manual: the country is told by `type` and `location`",
    applies: (seen) => entryType(seen) === 'patent' && /^[a-z]{2}\d/.test(seen.expected) && !seen.input.includes(String(seen.item.number)),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'title', suite: '`lista` of an @inreference is its title', specification: '`title` is',
    reason: "BibLaTeX's manual: `lista` is free for styles, here for one (biblatex-chicago)",
    applies: (seen) => entryType(seen) === 'inreference' && /\blista\s*=/i.test(seen.input),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'container-title', suite: '`title` of an @inreference is its container', specification: 'it has none',
    reason: "BibLaTeX's manual: the container is `booktitle`",
    applies: (seen) => entryType(seen) === 'inreference' && /\blista\s*=/i.test(seen.input),
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'type', suite: '@article with a `booktitle` is a paper of a conference', specification: '`article-journal`',
    reason: "BibLaTeX's manual: an article in a journal; it has no `booktitle`",
    applies: (seen) => seen.expected === 'paperconference' && entryType(seen) === 'article',
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'container-title', suite: 'its `booktitle` is the container', specification: 'its journal is',
    reason: "BibLaTeX's manual: an article in a journal; it has no `booktitle`",
    applies: (seen) => seen.item.type === 'paper-conference' && entryType(seen) === 'article',
  },
  {
    format: 'bibtex', source: 'retorquere/zotero-better-bibtex', field: 'family', suite: '`\\\'{\\i}` is a dotless i and an accent', specification: '`í`',
    reason: "TeX's way to write `í`",
    applies: ({ item }) => JSON.stringify(item.author ?? '').includes('ı\u0301'),
  },
  {
    format: 'bibtex', source: 'jgm/pandoc', field: 'title', suite: 'mathematics stay TeX', specification: 'text',
    reason: "CSL's titles have HTML's `<sup>` and `<sub>`, and no TeX",
    applies: ({ item }) => /\$[^$]*\\[^$]*\$/.test(String(item.title ?? '')),
  },
  {
    format: 'bibtex', source: 'jgm/pandoc', field: 'type', suite: '@periodical is `article-journal`', specification: '`periodical`',
    reason: "BibLaTeX's manual: a complete issue of a periodical; CSL 1.0.2 has a type for that",
    applies: (seen) => seen.expected === 'articlejournal' && entryType(seen) === 'periodical',
  },
  {
    format: 'bibtex', source: 'jgm/pandoc', field: 'type', suite: '@manual is `book`', specification: '`report`',
    reason: "BibLaTeX's manual: technical or other documentation, not necessarily in printed form",
    applies: (seen) => seen.expected === 'book' && entryType(seen) === 'manual',
  },
];

/** RIS, MEDLINE and Ovid. */
const tagged: readonly Contradiction[] = [
  {
    format: 'ris', source: 'JabRef/jabref', field: 'date', suite: 'a date without its day', specification: 'the day too',
    reason: "RIS: dates are `YYYY/MM/DD/other info`; BibTeX's `month`, in which JabRef has it, has no room for a day",
    applies: ({ expected, input }) => /^\d{4}-\d{1,2}$/.test(expected) && new RegExp(`${expected.slice(0, 4)}[/-]0?${expected.slice(5)}[/-]\\d`).test(input),
  },
  {
    format: 'ris', source: 'JabRef/jabref', field: 'container-title', suite: '`JO`', specification: '`JF`',
    reason: 'RIS: `JF` is the full name of a periodical, `JO` and `JA` the abbreviated one',
    applies: ({ item, input }) => input.includes(`JO  - ${String(item['container-title'])}`) && /^JF {2}- /m.test(input),
  },
  {
    format: 'ris', source: 'JabRef/jabref', field: 'ISSN', suite: 'the number of a book, or the last of two', specification: 'an ISBN, or both',
    reason: 'ISO 3297: an ISSN has eight signs; RIS: `SN` may be there more than once',
    applies: ({ expected, input }) => expected.length !== 8 || (input.match(/^SN {2}- /gm) ?? []).length > 1,
  },
  {
    format: 'ris', source: 'JabRef/jabref', field: 'issue', suite: '`AN`, or a copyright notice', specification: '`IS`, or none',
    reason: 'RIS: `AN` is an accession number; a notice is no number',
    applies: ({ expected, item, input }) => /copyright/.test(expected) || input.includes(`AN  - ${String(item.issue)}`),
  },
  {
    format: 'nbib', source: 'JabRef/jabref', field: 'date', suite: 'a date without its day', specification: 'the day too',
    reason: "NLM on `DP`: year, month and day where the journal has them",
    applies: ({ expected, input }) => /^\d{4}-\d{1,2}$/.test(expected) && /^DP {2}- ?\d{4}[ /-]\S{1,9}[ /-]\d{1,2}\b/m.test(input),
  },
  {
    format: 'nbib', source: 'JabRef/jabref', field: 'type', suite: '`Editorial` is a paper at a conference', specification: 'an article in a journal',
    reason: "NLM's publication types: a work consisting of a statement of the opinions, beliefs, and policy of the editor or publisher of a journal",
    applies: ({ expected, input }) => expected === 'paperconference' && /^PT {2}- ?Editorial/m.test(input),
  },
  {
    format: 'ovid', source: 'JabRef/jabref', field: 'given', suite: 'degrees are given names', specification: 'they are none',
    reason: 'a degree is not part of a name in CSL, nor in Ovid’s own author index',
    applies: ({ expected }) => /(?:md|phd|msc)(?:;|$)/.test(expected),
  },
];

const contradictions: readonly Contradiction[] = [...bibtex, ...tagged, ...xmlContradictions];

/** Whether a field of a suite's answer is one in which it contradicts the specification. */
export function contradicts(format: string, source: string, field: ScoredField, seen: SeenField): boolean {
  return contradictions.some((row) => row.format === format && row.source === source && row.field === field && row.applies(seen));
}

/** The BibTeX type that an expected item's entry has, found by its key, or else by its place; empty where it is not found. */
function entryType({ item, index, input }: SeenField): string {
  const key = citekeyOf(item);
  const found = key === undefined ? undefined : new RegExp(`@\\s*([a-z]+)\\s*[{(]\\s*${escaped(key)}\\s*,`, 'i').exec(input)?.[1];
  return (found ?? entryTypes(input)[index] ?? '').toLowerCase();
}

function entryTypes(input: string): string[] {
  return [...input.matchAll(/^[ \t]*@[ \t]*(?!string|comment|preamble|xdata)([a-z]+)\s*[{(]/gim)].map((match) => match[1] ?? '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
