import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import CSL, { type Bibliography, type Engine as CiteprocEngine } from 'citeproc';
import { fasterCiteproc, fasterEngine } from '../../../src/core/citing/fasterCiteproc';
import { loadLocales, type Locales } from '../../../src/core/citing/locales';
import { StyleLibrary } from '../../../src/core/citing/styleLibrary';
import type { StyleNode } from '../../../src/core/citing/styleNode';
import type { CslItem } from '../../../src/core/library/record';
import { untouchedCiteproc } from '../../support/untouchedCiteproc';
import { styleAssets } from './styleAssets';

/** Names, then years; years alone; by citation; notes; authors before; numbers; labels; titles where there are no names. */
const styles = [
  'apa', 'harvard-cite-them-right', 'chicago-author-date', 'modern-language-association', 'chicago-notes-bibliography', 'elsevier-harvard', 'nlm-citation-sequence',
  'american-medical-association', 'ieee', 'nature', 'springer-basic-author-date', 'din-1505-2-alphanumeric', 'american-sociological-association', 'bluebook-law-review',
];
const types = ['article-journal', 'book', 'chapter', 'webpage', 'thesis', 'report', 'paper-conference', 'legal_case', 'article-newspaper', 'broadcast', 'entry', 'patent', 'treaty', 'interview'];
const families = ['Chen', 'van der Berg', 'de la Cruz', 'O’Neill', 'Müller', 'Lind'];
const givens = ['Y. M.', 'Per', 'Ana María', 'J.-P.', 'Anna'];

/** Works of all types and with all sorts of fields, of which many share names and years; the same in every run. */
function works(count: number): CslItem[] {
  let seed = 7;
  const upTo = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  const name = (): object => (upTo(12) === 0 ? { literal: 'World Health Organization' } : { family: families[upTo(families.length)], given: givens[upTo(givens.length)] });
  const authors = Array.from({ length: 12 }, () => Array.from({ length: 1 + upTo(5) }, name));
  const fields: Readonly<Record<string, () => unknown>> = {
    author: () => (upTo(3) ? structuredClone(authors[upTo(authors.length)]) : Array.from({ length: 1 + upTo(5) }, name)), editor: () => [name()], translator: () => [name()], interviewer: () => [name()], 'container-author': () => [name()],
    issued: () => ({ 'date-parts': [[2001 + upTo(3), ...(upTo(2) ? [1 + upTo(12)] : [])]], ...(upTo(8) === 0 && { circa: true }) }), 'original-date': () => ({ 'date-parts': [[1900 + upTo(50)]] }),
    accessed: () => ({ 'date-parts': [[2020, 2, 3]] }), status: () => 'in press', 'container-title': () => 'Journal of Examples', 'title-short': () => 'Case', edition: () => String(1 + upTo(3)),
    volume: () => String(1 + upTo(40)), issue: () => `${upTo(9)}`, page: () => `${upTo(90)}-${100 + upTo(9)}`, publisher: () => 'Example & Sons', 'publisher-place': () => 'Oslo; Bergen', 'part-number': () => '2',
    number: () => 'TR-12', genre: () => 'Case report', DOI: () => `10.1000/${upTo(999)}`, URL: () => 'https://example.org/a', 'collection-title': () => 'Series', language: () => 'de', references: () => 'as above', 'event-title': () => 'Congress',
  };
  const made = Array.from({ length: count }, (_, index): CslItem => ({
    id: `r${index}`, type: types[upTo(types.length)] ?? '', title: `On case ${upTo(60)}: “a” <i>study</i> of it?`,
    ...Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (upTo(field === 'author' || field === 'issued' ? 12 : 3) < (field === 'author' || field === 'issued' ? 11 : 1) ? [[field, value()]] : []))),
  }));
  // Some differ in what no short form shows.
  const again = (suffix: string) => made.slice(0, count / 4).map((work): CslItem => ({ ...structuredClone(work), id: `${work.id}${suffix}`, title: `Another ${suffix}` }));
  return [...again('a'), ...made, ...again('b')];
}

/** The bibliography, and citations of one work and of two, as they come out of an engine. */
function rendered(citeproc: typeof CSL, make: (engine: CiteprocEngine) => void, style: StyleNode, locales: Locales, language: string, all: readonly CslItem[]): readonly string[] {
  const items = new Map(all.map((item) => [item.id, item]));
  const engine = new citeproc.Engine({ retrieveItem: (id) => items.get(id), retrieveLocale: (tag) => locales.get(tag) ?? locales.get('en-US') }, structuredClone(style), language, true);
  engine.setOutputFormat('html');
  make(engine);
  // Works that come later are told from those that were there.
  engine.updateItems(all.slice(0, all.length / 2).map(({ id }) => id));
  engine.updateItems(all.map(({ id }) => id));
  const [, entries]: Exclude<Bibliography, false> | [object, string[]] = engine.makeBibliography() || [{}, []];
  const cites = all.slice(1).map(({ id }, index) => ({
    citationID: `c${index}`, properties: { noteIndex: index + 1 },
    citationItems: [{ id, ...(index % 3 === 0 && { locator: '3', label: 'page' }), ...(index % 7 === 0 && { 'suppress-author': true }) }, ...(index % 2 ? [{ id: all[index]?.id ?? id }] : [])],
  }));
  const citations = engine.rebuildProcessorState(cites, 'html', all.map(({ id }) => id)).map(([, , text]) => text);
  return [...engine.registry.getSortedIds(), ...entries, ...citations];
}

describe('citeproc-js made faster', () => {
  const untouched = untouchedCiteproc(createRequire(__filename));
  const all = works(80);

  it('is the version that its functions were held against', () => {
    assert.equal(CSL.PROCESSOR_VERSION, '1.4.61');
  });

  for (const id of styles) {
    it(`gives the same as it does by itself in ${id}`, async function () {
      this.timeout(120_000);
      const assets = await styleAssets();
      const style = await new StyleLibrary(assets).load(id);
      assert.ok(style, 'no such style');
      for (const language of ['en-US', 'de']) {
        const locales = await loadLocales(assets, language);
        fasterCiteproc();
        const ours = rendered(CSL, fasterEngine, style, locales, language, all);
        const theirs = rendered(untouched, () => undefined, style, locales, language, all);
        assert.equal(ours.length, theirs.length);
        for (const [index, text] of theirs.entries()) assert.equal(ours[index], text);
      }
    });
  }
});
