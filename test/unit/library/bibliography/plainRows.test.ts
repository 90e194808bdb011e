import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatById } from '../../../../src/core/formats/registry';
import { readBibtexListing } from '../../../../src/core/library/bibliography/bibtexRead';
import type { Listing } from '../../../../src/core/library/bibliography/listing';
import { ListingBuilder } from '../../../../src/core/library/bibliography/listing';
import { rowOf } from '../../../../src/core/library/bibliography/rowOf';
import type { RowStore } from '../../../../src/core/library/bibliography/rowStore';
import { largeBibtex } from '../../../bench/formatsLarge';
import { wellFormed } from './support';

/** The listing that the full reader's records make. */
function listingOfRecords(text: string): Listing {
  const builder = new ListingBuilder();
  for (const record of formatById('bibtex')?.read?.(text).records ?? []) builder.add(rowOf(record));
  return builder.finish();
}

/** Holds rows, words and where they stand against what the full reader's records make. */
async function assertSame(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const read = await readBibtexListing(bytes, { progress: () => undefined, isCancelled: () => false });
  assert.ok(read);
  const [own, whole] = [read.listing.settle(), listingOfRecords(text).settle()];
  assert.deepEqual(Array.from({ length: own.store.count }, (_, at) => own.store.at(at)), Array.from({ length: whole.store.count }, (_, at) => whole.store.at(at)));
  assert.deepEqual(searched(own.store), searched(whole.store));
  assert.deepEqual(own.store.types, whole.store.types);
  assert.equal(own.index.words, whole.index.words);
  assert.deepEqual([...own.index.postingStarts], [...whole.index.postingStarts]);
  assert.deepEqual([...own.index.postings], [...whole.index.postings]);
}

/** The texts of each row that are searched and not shown. */
function searched({ texts: { bytes, starts }, count }: RowStore): string[] {
  return Array.from({ length: count }, (_, at) => new TextDecoder().decode(bytes.subarray(starts[at], starts[at + 1])));
}

const names = [
  'Chen, Y. M.', ',Chen, Y. M.', ', Chen, Y.', 'Chen, Y.', 'chen,Y', 'Y. M. Chen', 'van der Berg, Jan', 'Jan van der Berg', 'Souza, Luciana Moreira de', 'de la Cruz,Ana', 'King Jr.', 'Martin Luther King Jr', 'King, Jr., Martin',
  'others', 'et al.', 'Et Al', '{World Health Organization}', 'EORTC Study Group', 'On Behalf Of The Study Group', 'Sø Group', 'M{\\"u}ller, J{\\\'e}r{\\^o}me', "Garc{\\'{\\i}}a M{\\'a}rquez, Gabriel", '{\\O}stergaard, {\\AA}ke',
  'S{\\o}ren {\\O}rsted', "O'Brien, Se\u00e1n", 'O\u2019Brien', 'Stra\u00dfe, \u00c6gir', '\u0141ukasz Nowak', '\u738b, \u5c0f\u660e', 'Whang-Peng, J.', 'Chen ,Y', ', Chen', 'Chen,', 'A--B, C', "D''E, F", 'a', '', '{}', '  ', '\u00a0Chen, A', 'Ann\tLee',
  'Ann  Lee Smith', 'family=Berg, given=Jan, prefix=van den', 'Lee; Kim Su; Park Jo', 'A B, C D, E F, G H', 'Smith % x\n, J', 'Li, X. and', 'III Henry', 'Anne-Marie d\'Arc', "d'Arc, Jeanne", 'Jeanne d', 'x{\\"y}z, {A}nn', '\u0408\u043e\u0432\u0430\u043d\u043e\u0432\u0438\u045b, M.',
];
const titles = [
  'A case', 'a {DNA} case', '{A {Case}}', '{"u}bung', 'p -- q', 'p--q', 'p-{-}q', "it''s", "it's", '50% of', '%\n x', 'x %\ny', 'a  b', ' a ', 'a { b } c', 'a\n\tb', '$x$', 'a~b', '`x', '<i>x</i>', 'x < y', '\u201cquoted\u201d \u2013 dash', '\u2003wide', 'caf\u00e9 \u00a0nbsp',
  '\\emph{in vitro}', 'Gr\\"o\\ss e', '{}', '', '-', 'a - - b', '\u0391\u03b2', '\u5c0f\u660e \u738b', 'e\u0301clair', '\ud83d\ude00', 'na\u00efve \ufb01sh', 'x_y^2', '#1 & co', '\u001f\u001e', 'tail %', '{%', 'Straße',
];

const keys = ['chen1995', 'Chen1995', 'a-b_c', 'x:y/z', `k${'e'.repeat(250)}`];
const entries = fc.record({
  type: fc.constantFrom('article', 'Book', 'book', 'incollection', 'misc', 'xdata', 'odd'), key: fc.constantFrom(...keys),
  authors: fc.array(fc.constantFrom(...names), { maxLength: 4 }), title: fc.array(fc.constantFrom(...titles), { minLength: 1, maxLength: 3 }),
  journal: fc.option(fc.constantFrom('{Gut}', '{Clin. {\\&} Exp.}', '"The Lancet"', 'jj')), book: fc.option(fc.constantFrom('{Book}', '{}')),
  journaltitle: fc.option(fc.constantFrom('{Gut}', '{Clin. {\\&} Exp.}', '"Blood"')), date: fc.option(fc.constantFrom('{1995-08-01}', '{1995-08}', '{1995-13-01}', '{1995-08-31}', '{1995-21}', '{1995/1996}', '{0999-01-01}', '1995', '{-0044-03}', '{soon}', '{1995-08-0x}')),
  doi: fc.option(fc.constantFrom('{10.1093/jjco/25.4.168}', '{https://doi.org/10.1000/AbC}', '{10.1000/a\\_b}', '{10.1000/{A}}', '"10.1000/x"', '{10.1000/}', '{10.99/x}', '{}', '{10.1000/é}', '{10.1000/a b}', '{10.1000/%3Ca}')),
  url: fc.option(fc.constantFrom('{https://example.org}', '{https://doi.org/10.1000/Url}', '{\\url{http://dx.DOI.org/10.1000/u\\_x}}', '{doi.org/nothing}')), how: fc.option(fc.constantFrom('{\\url{https://doi.org/10.1000/how}}', '{Printed}')),
  year: fc.option(fc.constantFrom('1995', '{c1990}', '{1994--1996}', '{}', 'nope')), month: fc.option(fc.constantFrom('jan', 'FEB', '{12}')),
});

describe('PlainRows', () => {
  it('makes the rows and the index that the full reader’s records make', async () => {
    await assertSame(largeBibtex(3000));
    await assertSame(names.map((name, at) => `@misc{n${at}, author = {${name}}}\n@misc{m${at}, author = {${name} and Lee, Ann}}\n`).join(''));
    await assertSame(titles.map((title, at) => `@misc{t${at}, title = {${title}}}\n`).join(''));
  });

  it('makes the same for any mixture', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.array(entries, { maxLength: 12 }), async (all) => {
      const text = all.map(({ type, key, authors, title, ...others }, at) => {
        const fields = [['author', `{${authors.join(' and ')}}`], ['title', `{${title.join(' ')}}`], ['journal', others.journal], ['journaltitle', others.journaltitle], ['booktitle', others.book], ['doi', others.doi], ['url', others.url], ['howpublished', others.how], ['date', others.date], ['year', others.year], ['month', others.month]];
        return `@${type}{${key}${at},\n${fields.filter(([, value]) => value !== null).map(([name, value]) => ` ${name} = ${value},\n`).join('')}}\n`;
      });
      await assertSame(wellFormed(`@string{jj = {Journal of J}}\n${text.join('')}`));
    }), { numRuns: 300 });
  });
});
