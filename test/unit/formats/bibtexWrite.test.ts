import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslTypes } from '../../../src/core/formats/cslTypes';
import { formatById, readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';
import { heldByBibtex } from '../../support/bibtexHolds';

const dialects = ['bibtex', 'biblatex'] as const;
const write = (dialect: string, ...items: readonly CslItem[]): string => formatById(dialect)?.write?.(items) ?? '';

const article: CslItem = {
  id: 'chen1995', type: 'article-journal', title: 'Hiccups after <i>in vitro</i> work on DNA in Japan', author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { literal: 'World Health Organization and friends' }],
  issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Gut & Liver', volume: '2', issue: '4', page: '168-172', DOI: '10.1000/a_b', language: 'en-GB', number: 'e12', publisher: 'Smith and Sons', 'publisher-place': 'Graz',
};

describe('BibTeX and BibLaTeX written', () => {
  it('has the fields of plain BibTeX', () => {
    assert.equal(write('bibtex', article), `@article{chen1995,
  author = {van der Berg, Jan and {World Health Organization and friends}},
  title = {Hiccups after \\emph{in vitro} work on {DNA} in {Japan}},
  journal = {Gut \\& Liver},
  year = {1995},
  month = aug,
  day = {1},
  number = {4},
  eid = {e12},
  pages = {168--172},
  publisher = {{Smith and Sons}},
  address = {Graz},
  volume = {2},
  doi = {10.1000/a_b},
  language = {en-GB},
}
`);
  });

  it("has BibLaTeX's fields", () => {
    const text = write('biblatex', article);
    for (const line of ['journaltitle = {Gut \\& Liver}', 'date = {1995-08-01}', 'location = {Graz}', 'langid = {british}']) assert.ok(text.includes(`  ${line},\n`), line);
    const report = write('biblatex', { id: 'r', type: 'report', title: 'R', publisher: 'WHO', 'event-title': 'E', issued: { 'date-parts': [[1999, 10], [2000, 1]] }, genre: 'technical report' });
    for (const line of ['institution = {WHO}', 'eventtitle = {E}', 'date = {1999-10/2000-01}', 'type = {technical report}']) assert.ok(report.includes(`  ${line},\n`), line);
    assert.match(write('biblatex', { id: 'w', type: 'webpage', title: 'W' }), /^@online\{w,/);
    assert.match(write('bibtex', { id: 't', type: 'thesis', title: 'T', genre: "Master's thesis", publisher: 'U' }), /^@mastersthesis\{t,[^]*school = \{U\}/);
  });

  it('gives every item a key of its own that BibTeX takes', () => {
    assert.deepEqual(write('bibtex', { ...article, id: 'a b' }, { ...article, id: 'a,b' }).match(/^@article\{.*$/gm), ['@article{a_b,', '@article{a_b-2,']);
  });

  for (const dialect of dialects) {
    it(`is read as the same item again: ${dialect}`, () => {
      fc.assert(fc.property(items, (list) => {
        const written = list.map((item, index) => ({ ...item, id: `k${String(index)}` }));
        const again = readText(write(dialect, ...written), dialect).records;
        assert.deepEqual(again, written.map((item) => ({ id: item.id, ...heldByBibtex(item, dialect) })));
      }), { numRuns: 200 });
    });
  }
});

/** Texts with every sign that means something to TeX, BibTeX or CSL. */
const sign = fc.constantFrom(...'aZé漢 \'"`~^\\{}$%#&_-–—.,;:=@()[]/<>!?*|+0', ' and ', '--', "''", '<i>', '</i>', '<sup>', '</sup>', '\u00a0', 'DNA', '\n', '𝔸', '\\alpha', 'others', '$x$');
const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `x${signs.join('')}`);
const nameText = fc.array(fc.constantFrom(...'aZé漢\'-.{},\\&', ' ', ' and ', ';', 'van', 'Jr'), { minLength: 1, maxLength: 6 }).map((signs) => `N${signs.join('')}`);
const particle = fc.constantFrom('van', 'van der', 'de la', 'Van Den', "d'");
const name = fc.oneof(
  fc.record({ family: nameText, given: nameText, suffix: fc.constantFrom('Jr.', 'III'), 'non-dropping-particle': particle, 'dropping-particle': fc.constantFrom('de', 'von der', 'bin') }, { requiredKeys: ['family', 'given'] }),
  fc.record({ family: nameText }), fc.record({ literal: text }),
);
const day = fc.tuple(fc.integer({ min: -3000, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).chain((parts) => fc.integer({ min: 1, max: 3 }).map((length) => parts.slice(0, length)));
const date = fc.oneof(
  fc.record({ 'date-parts': fc.array(day, { minLength: 1, maxLength: 2 }), circa: fc.constant(true) }, { requiredKeys: ['date-parts'] }),
  fc.record({ 'date-parts': day.map(([year = 0]) => [[year]]), season: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ literal: fc.constantFrom('in press', 'forthcoming', 'n.d.') }),
);
const items = fc.array(fc.record({
  id: fc.constant('k'), type: fc.constantFrom(...cslTypes), title: text, 'title-short': text, 'container-title': text, 'volume-title': text, 'collection-title': text, 'collection-number': text, volume: text,
  issue: text, number: text, page: fc.constantFrom('1-5', 'S12-S15', 'e7', '3, 7-9'), publisher: text, 'publisher-place': text, genre: text, abstract: text, note: text, annote: text, keyword: text, edition: text,
  author: fc.array(name, { minLength: 1, maxLength: 3 }), editor: fc.array(name, { minLength: 1, maxLength: 2 }), translator: fc.array(name, { minLength: 1, maxLength: 2 }), director: fc.array(name, { minLength: 1, maxLength: 1 }),
  issued: date, accessed: date, 'event-date': date, 'event-title': text, 'event-place': text, jurisdiction: text, language: fc.constantFrom('en', 'en-GB', 'de', 'zh-Hant'), ISBN: text, status: text,
  URL: fc.constantFrom('https://a.org/b_c%20d?e=f&g#h~i', 'https://a.org/{x}'), DOI: fc.constantFrom('10.1000/a_b<c>;2-#', '10.1000/x{y}'),
}, { requiredKeys: ['id', 'type', 'title'] }), { minLength: 1, maxLength: 2 });
