import assert from 'node:assert/strict';
import { compileStores } from '../../../src/core/terms/compiled/compileStores';
import { openIndex } from '../../../src/core/terms/compiled/indexFile';
import type { Concept } from '../../../src/core/terms/concept';
import { FolderConcepts } from '../../../src/core/terms/folderConcepts';
import { sourceOf } from '../../../src/core/terms/store/byteSource';
import type { ConceptStore } from '../../../src/core/terms/store/conceptStore';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { TermSearch } from '../../../src/core/terms/termSearch';
import { inOne, sourceConcept, storeOf } from './store/sourceConcepts';

const own = (id: string, name: string, more: Partial<Concept> = {}): Concept => ({ id, name, synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook', ...more });

const glossary = [
  own('casebook:leukocytosis', 'leukocytosis', { xrefs: ['HP:1'], definition: 'Ours.' }),
  own('casebook:leukemoid-reaction', 'leukemoid reaction', { broader: ['casebook:leukocytosis'] }),
  own('casebook:alpha-fetoprotein', 'alpha-fetoprotein'),
  own('casebook:beta-thalassemia', 'β-thalassemia'),
  own('glossary:old', 'ward leukocytosis', { xrefs: ['HP:9'], terminology: 'glossary' }),
];

const stores = [
  storeOf(
    [
      sourceConcept('HP:0', 'Abnormality of leukocytes'),
      sourceConcept('HP:1', 'Leukocytosis', { definition: 'Theirs.', xrefs: ['MESH:1'], broader: ['HP:0'], synonyms: ['High white count'] }),
      sourceConcept('HP:2', 'Neutrophilia', { broader: ['HP:1'] }),
      sourceConcept('HP:8', 'Agranular state', { obsolete: true, replacedBy: ['HP:2', 'HP:77'] }),
      sourceConcept('HP:7', 'obsolete Stripes', { obsolete: true, replacedBy: ['HP:1'] }),
      sourceConcept('HP:9', 'Ancient leukocytosis', { obsolete: true, replacedBy: ['HP:1', 'HP:77'] }),
    ],
    { id: 'hp', name: 'Human Phenotype Ontology', version: '2024' },
  ),
  storeOf([sourceConcept('MESH:1', 'Leukocytosis'), sourceConcept('MESH:2', 'Basophilia', { broader: ['MESH:1'] }), sourceConcept('MESH:4', 'beta-thalassemia minor')], { id: 'mesh', name: 'MeSH' }),
];

async function folder(choice: readonly ConceptStore[]): Promise<FolderConcepts> {
  const index = compileTermIndex(glossary);
  const none = { broken: [], notKept: undefined, senses: new Map<string, string>(), stopNames: [], stepsOff: [] };
  if (choice.length === 0) return new FolderConcepts({ search: index.search, glossary: index, stored: undefined, ...none });
  const compiled = await compileStores(choice.map((store) => ({ store })));
  assert.ok(compiled.kind === 'compiled');
  const opening = await openIndex(sourceOf(inOne(compiled.file)), choice);
  assert.ok(opening.kind === 'opened');
  return new FolderConcepts({ search: new TermSearch([index, opening.index]), glossary: index, stored: opening.concepts, ...none });
}

const both = async (): Promise<FolderConcepts> => folder(await Promise.all(stores));

describe('folderConcepts', () => {
  it('joins what terminologies know of one meaning, the glossary first', async () => {
    const details = await (await both()).details('casebook:leukocytosis');
    assert.deepEqual([details?.concept.definition, details?.head], ['Ours.', undefined]);
    assert.deepEqual(details?.same.map(({ concept, head }) => [concept.id, concept.definition, head?.name]), [
      ['HP:1', 'Theirs.', 'Human Phenotype Ontology'],
      ['MESH:1', undefined, 'MeSH'],
    ]);
  });

  it('has the kin of all of them, and none twice', async () => {
    const details = await (await both()).details('casebook:leukocytosis');
    assert.deepEqual(details?.broader.map(({ id }) => id), ['HP:0']);
    assert.deepEqual(details?.narrower.map(({ id }) => id), ['casebook:leukemoid-reaction', 'HP:2', 'MESH:2']);
  });

  it('starts from a terminology’s concept as well', async () => {
    const details = await (await both()).details('MESH:1');
    assert.equal(details?.head?.name, 'MeSH');
    assert.deepEqual(details?.same.map(({ concept }) => concept.id), ['casebook:leukocytosis', 'HP:1']);
  });

  it('tells of ids and names that are not to be used any more, and what to use', async () => {
    const concepts = await both();
    const told = (await concepts.details('glossary:old'))?.deprecated;
    assert.deepEqual(told?.map(({ concept, replacedBy }) => [concept.id, replacedBy.map(({ name }) => name)]), [['HP:9', ['Leukocytosis', 'HP:77']]]);
    assert.deepEqual((await concepts.deprecatedNamed('ancient Leukocytosis')).map(({ concept }) => concept.id), ['HP:9']);
    assert.deepEqual(await concepts.deprecatedNamed('Leukocytosis'), []);
  });

  it('finds by name over all of them, each meaning once', async () => {
    const concepts = await both();
    assert.deepEqual((await concepts.find('leukocytosis', 9)).map(({ concept }) => concept.id), ['casebook:leukocytosis', 'glossary:old']);
    assert.deepEqual((await concepts.find('high white', 9)).map(({ concept, name }) => [concept.id, name]), [['HP:1', 'High white count']]);
    assert.deepEqual((await concepts.find('MESH:2', 9)).map(({ concept }) => concept.id), ['MESH:2']);
  });

  it('finds what is to be used instead of a deprecated concept, by its id or name', async () => {
    const concepts = await both();
    for (const query of ['HP:8', ' hp:8', 'agranular  State']) {
      const found = await concepts.find(query, 9);
      assert.deepEqual(found.map(({ concept, name, insteadOf }) => [concept.id, name, insteadOf?.id, insteadOf?.name]), [['HP:2', 'Neutrophilia', 'HP:8', 'Agranular state']], query);
    }
    assert.deepEqual((await concepts.find('stripes', 9)).map(({ insteadOf }) => insteadOf?.id), ['HP:7']);
    assert.deepEqual((await concepts.find('HP:2', 9)).map(({ insteadOf }) => insteadOf), [undefined]);
  });

  it('finds what may be meant by mistyped words, where nothing is called so', async () => {
    const concepts = await both();
    const ids = async (query: string) => (await concepts.find(query, 9)).map(({ concept }) => concept.id);
    assert.deepEqual(await ids('leukmoid reaktion'), ['casebook:leukemoid-reaction']); // words of the glossary
    assert.deepEqual(await ids('neutrofilia'), ['HP:2']); // and of a terminology
    assert.deepEqual(await ids('hgh whi'), ['HP:1']); // the beginning of a word may stand beside
    assert.deepEqual(await ids('leukocytosis of nothing'), []);
    assert.deepEqual(await ids('zzzzqq'), []);
    assert.deepEqual(await ids('MESH:3'), []);
  });

  it('completes Greek letters that a name writes out, or has itself', async () => {
    const concepts = await both();
    const names = async (typed: string) => (await concepts.beginning(typed, 9)).map(({ name }) => name);
    assert.deepEqual(await names('α-fet'), ['alpha-fetoprotein']);
    assert.deepEqual(await names('Β-thal'), ['β-thalassemia', 'beta-thalassemia minor']); // a capital beta
    assert.deepEqual(await names('beta-thal'), ['beta-thalassemia minor']);
  });

  it('does without terminologies', async () => {
    const concepts = await folder([]);
    assert.deepEqual((await concepts.details('casebook:leukocytosis'))?.narrower.map(({ name }) => name), ['leukemoid reaction']);
    assert.equal(await concepts.details('HP:1'), undefined);
    assert.deepEqual((await concepts.beginning('leuk', 9)).map(({ name }) => name), ['leukocytosis', 'leukemoid reaction']);
  });
});
