import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { formatById, formats } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';
import type { Holding } from '../../support/heldItems';
import { held, heldDate } from '../../support/heldItems';
import { sharedPath } from '../../support/shared';
import { nbibHolding, risHolding } from '../../support/taggedHoldings';

/** Longer inputs take long and have the same kinds of records. */
const longest = 60_000;

/** What writing and reading again changed of what the format can hold; nothing where all is well. */
function changes(item: CslItem, format: 'ris' | 'nbib', holding: Holding): readonly string[] {
  const { records = [] } = formatById(format)?.read?.(formatById(format)?.write?.([item]) ?? '') ?? {};
  // What is held depends on the item; a date without figures may be read as the year in it.
  const own: Holding = {
    ...holding, types: holding.types.has(item.type) ? holding.types : new Set(), texts: () => holding.texts(item), names: () => holding.names(item),
    dates: holding.dates.filter((name) => heldDate(item[name] as CslItem['issued'], name) !== ''),
  };
  const before = held(item, own);
  const after = records[0] === undefined ? {} : held(records[0], own);
  const wrong = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
  return [...(records.length === 1 ? [] : [`${records.length} records`]), ...wrong.map((name) => `${name}: ${before[name] ?? ''} → ${after[name] ?? ''}`)];
}

/** An item that MEDLINE's format can hold at all. */
const isWork = (item: CslItem): boolean =>
  [item.title, item.PMID, item.abstract].some((text) => /[\p{L}\p{N}]/u.test(text ?? '')) || [item.author, item.editor].some((names) => (names ?? []).length > 0);

function casesOf(format: string): readonly CslItem[] {
  const file = sharedPath('data', 'formats', `${format === 'portal-text' ? 'elsevier-pure-text' : format}.jsonl`);
  const lines = file === undefined ? [] : readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const inputs = lines.map((line) => (JSON.parse(line) as { readonly input: unknown }).input);
  const texts = inputs.map((input) => (typeof input === 'string' ? input : JSON.stringify(input))).filter(({ length }) => length < longest);
  return texts.flatMap((text) => formatById(format)?.read?.(text).records.slice(0, 50) ?? []);
}

describe('writing and reading again', () => {
  const folder = sharedPath('data', 'formats');
  const files = folder === undefined ? [] : readdirSync(folder);
  for (const { id, read } of formats) {
    if (!read || !files.some((file) => file.startsWith(id === 'portal-text' ? 'elsevier-pure-text' : `${id}.`))) continue;
    it(`keeps the records of peers' cases of ${id} in RIS and NBIB`, () => {
      for (const item of casesOf(id)) {
        assert.deepEqual(changes(item, 'ris', risHolding), [], JSON.stringify(item));
        if (isWork(item)) assert.deepEqual(changes(item, 'nbib', nbibHolding), [], JSON.stringify(item));
      }
    });
  }

  const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿČčŁłŒœ]{2,9}$/);
  const phrase = fc.array(fc.oneof(word, fc.constantFrom('ER', 'TY', 'in', '(a)', '“quoted”', '5 %', '<i>x</i>', '—')), { minLength: 1, maxLength: 12 }).map((words) => `Of ${words.join(' ')}`);
  const name: fc.Arbitrary<NonNullable<CslItem['author']>[number]> = fc.oneof(
    fc.record({ family: word.map((text) => `V${text}`), given: fc.oneof(word.map((text) => `A${text.toLowerCase()}`), fc.constantFrom('J.', 'Y. M.', 'J.-P.')) }),
    fc.record({ literal: phrase.map((text) => `Group ${text}`) }),
  );
  const digits = fc.integer({ min: 1, max: 99_999 }).map(String);
  const date = fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 })).map((parts) => ({ 'date-parts': [parts.slice(0, parts[3])] }));
  const item = fc.record({
    id: word, type: fc.constantFrom(...risHolding.types), title: phrase, author: fc.array(name, { minLength: 1, maxLength: 4 }), issued: date,
    'container-title': phrase, volume: digits, issue: digits, page: fc.tuple(digits, digits).map(([from, to]) => `${from}-${from}${to}`), publisher: phrase, 'publisher-place': word,
    DOI: digits.map((number) => `10.1000/x(${number})<1:y>3`), PMID: digits, abstract: phrase, keyword: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(', ')),
  }, { requiredKeys: ['id', 'type', 'title'] }) as unknown as fc.Arbitrary<CslItem>;

  it('keeps any item in RIS', () => {
    fc.assert(fc.property(item, (one) => assert.deepEqual(changes(one, 'ris', risHolding), [])), { numRuns: 400 });
  });

  it('keeps any item in NBIB', () => {
    fc.assert(fc.property(item, (one) => assert.deepEqual(changes(one, 'nbib', nbibHolding), [])), { numRuns: 400 });
  });
});
