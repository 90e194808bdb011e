import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileStores, type CompileOptions, type StoreChoice } from '../../../../src/core/terms/compiled/compileStores';
import { type IndexOpening, openIndex } from '../../../../src/core/terms/compiled/indexFile';
import { findMentions } from '../../../../src/core/terms/recognise';
import { sourceOf } from '../../../../src/core/terms/store/byteSource';
import type { ConceptStore } from '../../../../src/core/terms/store/conceptStore';
import { scan } from '../../../../src/core/terms/scan';
import { compileTermIndex } from '../../../../src/core/terms/termIndex';
import { TermSearch } from '../../../../src/core/terms/termSearch';
import { conceptNamed } from '../concepts';
import { inOne, sourceConcept, storeOf } from '../store/sourceConcepts';
import { IndexMemory } from '../../../../src/core/terms/wasm/indexMemory';

type Opened = Extract<IndexOpening, { kind: 'opened' }>;

async function fileOf(choices: readonly StoreChoice[], options?: CompileOptions): Promise<Uint8Array> {
  const compiled = await compileStores(choices, options);
  assert.ok(compiled.kind === 'compiled');
  return inOne(compiled.file);
}

async function indexOf(choices: readonly StoreChoice[], options?: CompileOptions): Promise<Opened> {
  const home = IndexMemory.of([await fileOf(choices, options)]);
  const opening = await openIndex(sourceOf(home.bytes), choices.map(({ store }) => store), home);
  assert.ok(opening.kind === 'opened');
  return opening;
}

function found({ index }: Opened, text: string): string[] {
  return findMentions(index, text).map(({ start, end, concepts }) => `${text.slice(start, end)}=${concepts.map(({ id }) => id).join()}`);
}

const hpo = [
  sourceConcept('HP:0', 'All'),
  sourceConcept('HP:118', 'Phenotypic abnormality', { broader: ['HP:0'] }),
  sourceConcept('HP:1', 'Leukocytosis', { broader: ['HP:118'], synonyms: ['Leucocyte excess'], abbreviations: ['LEX'] }),
  sourceConcept('HP:2', 'Severe leukocytosis', { broader: ['HP:1'], inexact: [{ name: 'leukemoid', scope: 'broad' }, { name: 'SLX', scope: 'related', abbreviation: true }] }),
  sourceConcept('HP:3', 'Old fever', { obsolete: true, broader: ['HP:1'] }),
  sourceConcept('HP:5', 'Mode of inheritance', { broader: ['HP:0'] }),
];
const mesh = [sourceConcept('MESH:1', 'Leukocytosis'), sourceConcept('MESH:2', 'Fever, Ménière', { synonyms: ['old fever'] })];

const text = 'Severe leukocytosis, leukocytoses, LEX, lex, leucocyte excess; mode of inheritance. Old fever; leukemoid SLX. Meniere fever.';

describe('compileStores', () => {
  it('finds the names of all terminologies, the first one’s concepts first', async () => {
    const stores = [await storeOf(hpo), await storeOf(mesh)];
    assert.deepEqual(found(await indexOf(stores.map((store) => ({ store }))), text), [
      'Severe leukocytosis=HP:2', 'leukocytoses=HP:1,MESH:1', 'LEX=HP:1', 'leucocyte excess=HP:1', 'mode of inheritance=HP:5', 'Old fever=MESH:2', 'SLX=HP:2', 'Meniere fever=MESH:2',
    ]);
    const [first] = findMentions((await indexOf(stores.toReversed().map((store) => ({ store })))).index, 'leukocytosis');
    assert.deepEqual(first?.concepts.map(({ id }) => id), ['MESH:1', 'HP:1']);
  });

  it('is searched with one glossary after another, and with none, in turn', async () => {
    const { index } = await indexOf([{ store: await storeOf([...hpo, ...mesh]) }]);
    const alone = new TermSearch([index]);
    const glossaries = ['excess', 'severe', 'sudden fever'].map((name) => compileTermIndex([conceptNamed(name, { synonyms: Array.from({ length: name.length * 50 }, (_, at) => `${name} ${at}`) })]));
    const searches = glossaries.map((glossary) => new TermSearch([glossary, index]));
    const texts = [text, 'A sudden fever after severe leucocyte excess 3, leukocytosis.', 'Excess Excesses in LEX, sudden fever 7.'];
    const said = (search: TermSearch, one: string) => {
      const { count, start, end, index: of } = scan(search, one, undefined, 'all');
      return Array.from({ length: count }, (_, at) => `${of[at] ?? ''} ${one.slice(start[at], end[at])}`);
    };
    // Each with an index that it shares with no other.
    const wanted = await Promise.all(
      [undefined, ...glossaries].map(async (glossary) => {
        const own = (await indexOf([{ store: await storeOf([...hpo, ...mesh]) }])).index;
        const search = new TermSearch(glossary ? [glossary, own] : [own]);
        return texts.map((one) => said(search, one));
      }),
    );
    for (let round = 0; round < 4; round++) {
      for (const [at, one] of texts.entries()) {
        [alone, ...searches].forEach((search, which) => assert.deepEqual(said(search, one), wanted[which]?.[at], `${which}`));
      }
    }
  });

  it('takes what is below the branches only, obsolete concepts never, related names, and other inexact ones where they are asked for', async () => {
    const store = await storeOf(hpo);
    assert.deepEqual(found(await indexOf([{ store, branches: ['HP:118'] }]), 'leukocytosis, mode of inheritance, all, old fever'), ['leukocytosis=HP:1']);
    assert.deepEqual(found(await indexOf([{ store, branches: ['HP:5', 'HP:2', 'NO:1'] }]), 'leukocytosis, mode of inheritance'), ['mode of inheritance=HP:5']);
    assert.deepEqual(found(await indexOf([{ store }]), 'leukemoid SLX'), ['SLX=HP:2']);
    assert.deepEqual(found(await indexOf([{ store }], { inexact: [] }), 'leukemoid SLX'), []);
    assert.deepEqual(found(await indexOf([{ store }], { inexact: ['broad'] }), 'leukemoid SLX'), ['leukemoid=HP:2']);
    assert.deepEqual(found(await indexOf([{ store }], { inexact: ['broad', 'related'] }), 'leukemoid SLX slx'), ['leukemoid=HP:2', 'SLX=HP:2']);
  });

  it('leads from a concept of the index to its terminology, and back', async () => {
    const store = await storeOf(hpo);
    const { index, concepts } = await indexOf([{ store: await storeOf(mesh) }, { store, branches: ['HP:2', 'HP:5'] }]);
    assert.deepEqual(Array.from({ length: index.size }, (_, place) => index.idAt(place)), ['MESH:1', 'MESH:2', 'HP:2', 'HP:5']);
    for (let place = 0; place < index.size; place++) {
      assert.equal(index.placeOf(index.idAt(place)), place);
      assert.equal(index.byId.get(index.idAt(place)), index.conceptAt(place));
    }
    assert.deepEqual(['HP:1', 'X:1'].map((id) => index.placeOf(id)), [-1, -1]);
    const location = concepts.locate(index.placeOf('HP:5'));
    assert.equal(location?.store, store);
    assert.deepEqual((await location.store.details(location.place))?.broader, ['HP:0']);
  });

  it('finds what an index of the same concepts in memory finds', async () => {
    const word = fc.constantFrom('liver', 'abscess', 'IL-6', 'X-ray', 'α', 'T', 'cell', 'E.', 'Ménière', 'tumours', 'LN', 'of', 'II', '肝');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const entry = fc.record({ name, synonyms: fc.array(name, { maxLength: 3 }), abbreviations: fc.array(name, { maxLength: 1 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 30 }), fc.array(word), async (entries, words) => {
        const sources = entries.map(({ name: preferred, ...more }, at) => sourceConcept(`t:${at}`, preferred, more));
        const inMemory = compileTermIndex(sources.map((one) => ({ ...one, terminology: 'test' })));
        const said = words.join(' ');
        const { index } = await indexOf([{ store: await storeOf(sources) }]);
        const simple = (from: typeof index) => findMentions(from, said).map(({ start, end, concepts }) => [start, end, concepts.map(({ id }) => id)]);
        assert.deepEqual(simple(index), simple(inMemory));
      }),
    );
  });

  it('lets others work meanwhile, and breaks off when it is told to', async () => {
    const many = await storeOf(Array.from({ length: 40_000 }, (_, at) => sourceConcept(`t:${at}`, `name ${at}`)));
    let pauses = 0;
    await indexOf([{ store: many }], { pause: () => Promise.resolve(void pauses++) });
    assert.equal(pauses, 1);
    await assert.rejects(compileStores([{ store: many }], { pause: () => Promise.reject(new Error('enough')) }), /enough/);
  });
});

describe('a term index’s file', () => {
  let stores: ConceptStore[];
  let file: Uint8Array;
  before(async () => {
    stores = [await storeOf(hpo), await storeOf(mesh)];
    file = await fileOf(stores.map((store) => ({ store })));
  });

  const faultOf = async (bytes: Uint8Array, of = stores) => {
    const opening = await openIndex(sourceOf(bytes), of);
    return opening.kind === 'fault' ? opening.fault : 'opened';
  };

  it('is told to be cut short or damaged wherever that is, and never throws', async () => {
    for (let end = 0; end < file.length - 15; end += 7) assert.equal(await faultOf(file.slice(0, end)), 'cut-short', String(end));
    for (let at = 0; at < file.length; at += 3) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 8);
      // Only what fills the gaps between sections, and the numbers of the header that say nothing, may differ.
      if ((await faultOf(flipped)) === 'opened') assert.equal(file[at], 0);
    }
    for (const size of [1, 4, 16, 64]) {
      const overwritten = file.slice();
      overwritten.fill(0x5a, file.length >> 1, (file.length >> 1) + size);
      assert.equal(await faultOf(overwritten), 'damaged');
    }
  });

  it('is told to be newer, older, foreign, or of other terminologies', async () => {
    const versioned = (version: number) => {
      const other = file.slice();
      new Uint32Array(other.buffer)[1] = version;
      return other;
    };
    assert.equal(await faultOf(versioned(99)), 'newer');
    assert.equal(await faultOf(versioned(0)), 'older');
    assert.equal(await faultOf(new TextEncoder().encode('something else')), 'foreign');
    assert.equal(await faultOf(file, stores.toReversed()), 'of-others');
    assert.equal(await faultOf(file, stores.slice(1)), 'of-others');
    assert.equal(await faultOf(file, [await storeOf(hpo.slice(1)), await storeOf(mesh)]), 'of-others');
    assert.equal(await faultOf(file), 'opened');
  });
});
