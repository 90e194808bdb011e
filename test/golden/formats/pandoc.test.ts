import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formatById } from '../../../src/core/formats/registry';
import type { CslDate, CslItem } from '../../../src/core/library/record';

type Id = 'csl-json' | 'csl-yaml' | 'endnote-xml';

interface Answers {
  readonly asked: Readonly<Record<Id, string>>;
  readonly items: Readonly<Record<Id, readonly CslItem[]>>;
  /** The references that pandoc makes of a bibliography file. */
  readonly references: Readonly<Record<'csl-json' | 'csl-yaml', readonly string[]>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(__dirname, 'pandoc', file), 'utf8'));
const items = read('items.json') as readonly CslItem[];
const answers = read('answers.json') as Answers;

/** What pandoc's CSL-JSON says of an item for sure: it has no lines, and writes no date in words. */
function sure(item: CslItem, keepsSeasons: boolean): unknown {
  const { issued, ...rest } = item;
  const parts = issued?.['date-parts'];
  const date: CslDate | undefined = parts && parts.length > 0 ? { ...issued } : undefined;
  const { season, ...days } = date ?? {};
  return { ...rest, ...(rest.abstract !== undefined && { abstract: rest.abstract.replace(/\s+/g, ' ') }), ...(date && { issued: { ...days, ...(keepsSeasons && season !== undefined && { season }) } }) };
}

const withoutMarkup = (item: CslItem): CslItem => ({ ...item, ...(item.title !== undefined && { title: item.title.replace(/<\/?\w+>/g, '') }) });

/** EndNote's types that pandoc takes for others, `Computer Program` for none, and those that EndNote has no type for. */
const otherTypes: Readonly<Record<string, string>> = {
  bill: 'legislation', broadcast: 'document', collection: 'document', entry: 'book', 'entry-dictionary': 'book', 'entry-encyclopedia': 'book', event: 'document',
  figure: 'graphic', 'paper-conference': 'periodical', performance: 'document', post: 'document', review: 'article-journal', 'review-book': 'article-journal',
  software: 'document', song: 'musical_score', speech: 'article', treaty: 'legislation',
};

/** What pandoc reads of EndNote's XML: of dates the year, of people the authors, and neither DOI nor pages under CSL's names. */
function inEndnote(item: CslItem): unknown {
  const { id, title, volume, publisher, abstract } = withoutMarkup(item);
  const people = item.author ?? item.editor ?? [];
  const names = people.map((name) => [name['dropping-particle'] ?? name['non-dropping-particle'], name.family ?? name.literal, name.given, name.suffix].filter(Boolean).sort());
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return { id, type: otherTypes[item.type] ?? item.type, title, volume, publisher, place: item['publisher-place'], abstract: abstract?.replace(/\s+/g, ' '), names, year };
}

function told(item: CslItem): unknown {
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return { ...(inEndnote(item) as object), type: item.type, year: year === 0 ? undefined : year };
}

describe('what pandoc reads of what we write', () => {
  for (const id of ['csl-json', 'csl-yaml', 'endnote-xml'] as const) {
    it(`was asked of what is written today (${id}); else run test/bench/pandocFormats.mts`, () => {
      assert.equal(formatById(id)?.write?.(items), answers.asked[id]);
    });
  }

  it('is the same item in CSL-JSON, but for seasons, which pandoc has no key for there', () => {
    assert.deepEqual(answers.items['csl-json'].map((item) => sure(item, false)), items.map((item) => sure(item, false)));
  });

  it('is the same item in CSL-YAML, but for markup, which pandoc wants as Markdown there', () => {
    const plain = (list: readonly CslItem[]): unknown => list.map((item) => sure(withoutMarkup(item), true));
    assert.deepEqual(plain(answers.items['csl-yaml']), plain(items));
  });

  it('makes the same references of a CSL-YAML file as of a CSL-JSON file, but for those with markup or quotation marks', () => {
    const rest = (list: readonly string[]): readonly string[] => list.filter((line) => !/E\. Coli|R&D/.test(line));
    assert.ok(answers.references['csl-json'].length > 50);
    assert.deepEqual(rest(answers.references['csl-yaml']), rest(answers.references['csl-json']));
  });

  it('is in EndNote XML what pandoc knows of that', () => {
    assert.deepEqual(answers.items['endnote-xml'].map(told), items.map(inEndnote));
  });
});
