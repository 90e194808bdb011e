import type { Contradiction, SeenField } from './formatsContradictions';

const pubmed: readonly Contradiction[] = [
  {
    format: 'pubmed-xml', source: 'JabRef/jabref', field: 'date', suite: 'no day', specification: 'the day of `PubDate`',
    reason: 'NLM’s DTD: `PubDate` is the full date of the issue',
    applies: (seen) => /^\d+-\d+$/.test(seen.expected) && /<PubDate>(?:(?!<\/PubDate>)[^])*<Day>/.test(recordAt(seen, /<Pubmed(?:Book)?Article>/)),
  },
  ...(['family', 'given'] as const).map((field) => ({
    format: 'pubmed-xml', source: 'JabRef/jabref', field, suite: 'a `CollectiveName` parted into words', specification: 'one name',
    reason: 'NLM’s DTD: the name of a corporate author; the suite’s answer went through BibTeX without braces',
    applies: (seen: SeenField) => /<CollectiveName>/.test(recordAt(seen, /<Pubmed(?:Book)?Article>/)),
  })),
  {
    format: 'pubmed-xml', source: 'JabRef/jabref', field: 'type', suite: 'a `BookDocument` is an article', specification: '`book`, or `chapter` with an `ArticleTitle`',
    reason: 'NLM’s DTD: a book or a chapter of one',
    applies: (seen) => seen.expected === 'articlejournal' && /<BookDocument>/.test(recordAt(seen, /<Pubmed(?:Book)?Article>/)),
  },
  {
    format: 'pubmed-xml', source: 'JabRef/jabref', field: 'title', suite: 'a chapter has the title of its book', specification: '`ArticleTitle`',
    reason: 'NLM’s DTD: the title of the chapter',
    applies: (seen) => /<BookDocument>[^]*<ArticleTitle/.test(recordAt(seen, /<Pubmed(?:Book)?Article>/)),
  },
  {
    format: 'pubmed-xml', source: 'zotero/translators', field: 'date', suite: '`Sep-Oct` is October', specification: 'September to October',
    reason: 'NLM’s DTD: `MedlineDate` and `Month` may be ranges; CSL has ranges',
    applies: (seen) => /<(?:MedlineDate|Month)>[^<]*[A-Z][a-z]{2}-[A-Z][a-z]{2}/.test(/<PubDate>[^]*?<\/PubDate>/.exec(recordAt(seen, /<PubmedArticle>/))?.[0] ?? ''),
  },
];

const endnote: readonly Contradiction[] = [
  {
    format: 'endnote-xml', source: 'JabRef/jabref', field: 'ISBN', suite: 'the ISSN of a journal is an ISBN', specification: '`ISSN`',
    reason: 'EndNote: the field `isbn` is called ISSN in a journal article',
    applies: ({ expected, item }) => item.type === 'article-journal' && /^(?:\d{7}[\dx])+$/.test(expected) && expected.length !== 13,
  },
];

const mods: readonly Contradiction[] = [
  {
    format: 'mods', source: 'JabRef/jabref', field: 'container-title', suite: 'the abbreviated title of the host', specification: 'its title',
    reason: 'MODS: `titleInfo` with `type="abbreviated"` is a variant of the title',
    applies: ({ expected, input }) => [...input.matchAll(/<titleInfo type="abbreviated">\s*<title>([^<]*)</g)].some(([, title = '']) => letters(title) === expected),
  },
  ...(['family', 'given'] as const).map((field) => ({
    format: 'mods', source: 'JabRef/jabref', field, suite: 'editors are authors', specification: '`editor`',
    reason: 'MODS: the role of a name is its `roleTerm`',
    applies: (seen: SeenField) => /<roleTerm[^>]*>editor</.test(recordAt(seen, /<mods[\s>]/)) && !/<roleTerm[^>]*>(?:author|creator)</.test(recordAt(seen, /<mods[\s>]/)),
  })),
  {
    format: 'mods', source: 'JabRef/jabref', field: 'ISBN', suite: 'the last of several', specification: 'all',
    reason: 'MODS: `identifier` may be repeated',
    applies: (seen) => (recordAt(seen, /<mods[\s>]/).match(/<identifier type="isbn"/g)?.length ?? 0) > 1,
  },
  {
    format: 'mods', source: 'zotero/translators', field: 'publisher', suite: 'the host’s publisher', specification: 'the work’s own',
    reason: 'MODS: what stands in a `relatedItem` is said of that',
    applies: (seen) => letters(/<relatedItem[^]*?<publisher>([^<]*)</.exec(seen.input)?.[1] ?? '') === seen.expected && seen.expected !== letters(/<publisher>([^<]*)</.exec(seen.input)?.[1] ?? ''),
  },
  {
    format: 'mods', source: 'zotero/translators', field: 'family', suite: 'an `associated name` is an author', specification: 'a contributor',
    reason: 'MARC’s relators: a name whose role cannot be told',
    applies: ({ input }) => /<roleTerm[^>]*>(?:associated name|asn)</.test(input),
  },
];

const others: readonly Contradiction[] = [
  ...(['family', 'given'] as const).map((field) => ({
    format: 'msbib', source: 'JabRef/jabref', field, suite: 'a middle name `and Orłowski, Cezary` begins another author', specification: 'one person',
    reason: 'ECMA-376: `Middle` is the middle name of a `Person`',
    applies: ({ input }: SeenField) => /<(?:\w+:)?Middle>\s*and /.test(input),
  })),
  {
    format: 'crossref-unixref', source: 'zotero/translators', field: 'title', suite: '`[No title found]`', specification: 'no title',
    reason: 'the record has none',
    applies: ({ expected, input }) => expected === 'notitlefound' && !input.includes('No title found'),
  },
  {
    format: 'crossref-json', source: 'papis/papis', field: 'type', suite: '`inbook`', specification: '`chapter`',
    reason: 'BibTeX’s name for what CSL calls a chapter',
    applies: ({ expected }) => expected === 'inbook',
  },
];

/** PubMed's, EndNote's, Word's and Crossref's XML, MODS, and Crossref's JSON. */
export const xmlContradictions: readonly Contradiction[] = [...pubmed, ...endnote, ...mods, ...others];

/** The source of the record at the expected item's place. */
function recordAt({ input, index }: SeenField, opening: RegExp): string {
  return input.split(opening)[index + 1] ?? '';
}

function letters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
