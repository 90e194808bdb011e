import assert from 'node:assert/strict';
import type { Concept } from '../../../src/core/terms/concept';
import { flatSpans } from '../../../src/core/terms/document/flatSpans';
import { NoteTermsWork } from '../../../src/core/terms/noteTermsWork';
import { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import { compileTermIndex } from '../../../src/core/terms/termIndex';

function concept(name: string): Concept {
  return { id: `casebook:${name}`, name, synonyms: [], abbreviations: [], xrefs: [], broader: [], terminology: 'casebook', type: 'Finding' };
}

function workOn(...names: string[]): { work: NoteTermsWork; terms: (names: string[]) => void } {
  const searchOf = (known: string[]) => new Recogniser(compileTermIndex(known.map(concept)).search);
  let search = searchOf(names);
  return { work: new NoteTermsWork(() => search), terms: (others) => (search = searchOf(others)) };
}

function whole(text: string): Int32Array {
  return flatSpans([{ start: 0, end: text.length }]);
}

describe('NoteTermsWork', () => {
  const text = 'Fever and a liver abscess. Fever again.';

  it('answers for the version it holds only', async () => {
    const { work } = workOn('fever', 'liver abscess');
    await work.open('a', undefined, 3, text, whole(text));
    assert.equal(work.mentionAt('a', 3, 14)?.concepts[0]?.id, 'casebook:liver abscess');
    assert.equal(work.mentionAt('a', 2, 14), undefined);
    assert.equal(work.mentionAt('b', 3, 14), undefined);
    work.close('a');
    assert.equal(work.mentionsIn('a', 3, { start: 0, end: 99 }), undefined);
  });

  it('puts the concept first that the word belongs to, where several are meant together', async () => {
    const { work } = workOn('breast cancer', 'ovarian cancer', 'cancer');
    const joined = 'Of breast and ovarian cancers.';
    await work.open('a', undefined, 1, joined, whole(joined));
    const at = (word: string) => work.mentionAt('a', 1, joined.indexOf(word) + 2)?.concepts.map(({ name }) => name);
    assert.deepEqual(at('breast'), ['breast cancer', 'ovarian cancer']);
    assert.deepEqual(at('ovarian'), ['ovarian cancer', 'breast cancer']);
    for (const word of ['and', 'cancers']) assert.deepEqual(at(word), ['breast cancer', 'ovarian cancer'], word);
  });

  it('follows changes, and asks for the text where one was missed', async () => {
    const { work } = workOn('fever', 'liver abscess');
    await work.open('a', undefined, 1, text, whole(text));
    const changed = `No pus. ${text}`;
    assert.equal(work.update('a', 1, 2, [{ start: 0, end: 0, text: 'No pus. ' }], whole(changed)), true);
    assert.deepEqual(work.mentionsIn('a', 2, { start: 0, end: 99 })?.map(({ start }) => start), [8, 20, 35]);
    assert.equal(work.update('a', 1, 3, [], whole(changed)), false);
  });

  it('sums up what a note speaks of, and can be sent to another thread', async () => {
    const { work } = workOn('fever', 'liver abscess');
    await work.open('a', undefined, 1, text, whole(text));
    const summary = work.summary('a', 1);
    assert.deepEqual(summary?.map(({ concept: { name }, count, offsets }) => [name, count, offsets]), [['fever', 2, [0, 27]], ['liver abscess', 1, [12]]]);
    assert.equal(summary[0]?.weight, 1);
    assert.deepEqual(structuredClone(summary), summary);
    const mention = work.mentionAt('a', 1, 0);
    assert.deepEqual(structuredClone(mention), mention);
  });

  it('finds all anew when the folder’s terms are others', async () => {
    const { work, terms } = workOn('fever');
    await work.open('a', 'folder', 1, text, whole(text));
    terms(['liver abscess']);
    await work.invalidate('folder');
    assert.deepEqual(work.mentionsIn('a', 1, { start: 0, end: 99 })?.map(({ start }) => start), [12]);
  });
});
