import assert from 'node:assert/strict';
import type { Concept } from '../../../../src/core/terms/concept';
import { conceptNamed } from '../concepts';
import { recogniserOf, without } from './said';

function phenotype(name: string, ...synonyms: string[]): Concept {
  return conceptNamed(name, { id: `HP:${name}`, terminology: 'hp', synonyms });
}

const names = [
  'Abnormality of the nail', 'Hypoplastic toenails', 'Nail hypoplasia', 'Abnormality of the kidney', 'Absent speech', 'Reduced bone mineral density', 'Type A1 brachydactyly',
  'Brachydactyly', 'Autosomal dominant inheritance', 'Cleft palate', 'Small hand', 'Narrow palate', 'Delayed speech', 'Seizure', 'Palmar pits', 'Plantar pits', 'Heart murmur',
].map((name) => phenotype(name, ...(name.startsWith('Autosomal') ? ['Autosomal dominant'] : [])));

/** What is found of a text in all, the mentions and those within them, but for what stands there as a name. */
function found(text: string, concepts: readonly Concept[] = names): string[] {
  const plain = new Set(all(text, concepts, 'without'));
  return all(text, concepts).filter((one) => !plain.has(one));
}

function all(text: string, concepts: readonly Concept[], bags: 'with' | 'without' = 'with'): string[] {
  const recogniser = recogniserOf(concepts, { nested: true, ...(bags === 'without' && without('wordBags')) });
  return recogniser.recognise(text).flatMap((mention) => [mention, ...(mention.nested ?? [])]).map(({ start, end, concepts: [first] }) => `${text.slice(start, end)}: ${first?.name ?? ''}`);
}

describe('word bags', () => {
  const same: Readonly<Record<string, string>> = {
    'nail anomalies': 'Abnormality of the nail',
    'abnormal nails': 'Abnormality of the nail',
    'malformation of both nails': 'Abnormality of the nail',
    'hypoplastic nails': 'Nail hypoplasia',
    'small nails': 'Nail hypoplasia',
    'renal malformation': 'Abnormality of the kidney',
    'absence of speech': 'Absent speech',
    'lack of speech': 'Absent speech',
    'low mineral density of the bones': 'Reduced bone mineral density',
    'decreased bone mineral density': 'Reduced bone mineral density',
    'brachydactyly type A1': 'Type A1 brachydactyly',
    'autosomal dominant disorder': 'Autosomal dominant inheritance',
    'dominant trait': 'Autosomal dominant inheritance',
    'dominant': 'Autosomal dominant inheritance',
    'clefting of the palate': 'Cleft palate',
    'palatal narrowing': 'Narrow palate',
    'speech retardation': 'Delayed speech',
    'murmurs of the heart': 'Heart murmur',
  };
  for (const [text, name] of Object.entries(same)) it(`finds ${name} in ${text}`, () => assert.ok(found(text).includes(`${text}: ${name}`), found(text).join()));

  const strangers = ['nail', 'abnormality', 'nails. Abnormal', 'abnormal toe nail', 'speech', 'brachydactyly type B', 'cleft', 'epilepsy', 'murmur of the lung', 'the hand', 'nails, abnormal'];
  for (const text of strangers) it(`finds nothing in ${text}`, () => assert.deepEqual(found(text), []));

  it('joins parts of bags', () => {
    assert.ok(found('nail and renal anomalies').includes('nail and renal anomalies: Abnormality of the nail'));
    assert.ok(found('pits, palmar and plantar').every((one) => !one.startsWith('pits')));
    assert.ok(all('palmar and plantar pits', names).includes('palmar and plantar pits: Palmar pits'));
  });

  it('are for phenotypes only', () => {
    assert.deepEqual(found('disease of the kidney', [conceptNamed('kidney, disease', { id: 'MESH:1', terminology: 'mesh' })]), []);
  });

  it('are found in a text of a hundred thousand words', () => {
    assert.equal(recogniserOf(names, { nested: true }).recognise('nail anomalies, in the end; '.repeat(20_000)).length, 20_000);
  }).timeout(10_000);

  it('are for nested mentions only', () => assert.deepEqual(recogniserOf(names).recognise('nail anomalies'), []));
});
