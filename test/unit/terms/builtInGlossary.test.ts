import assert from 'node:assert/strict';
import { curieUrl } from '../../../src/core/terms/curie';
import { definitionLimit } from '../../../src/core/terms/glossaryKeys';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { findMentions } from '../../../src/core/terms/recognise';
import { builtInGlossary } from './builtInGlossary';

describe('the built-in glossary', () => {
  const { concepts, mistakes } = builtInGlossary();
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));

  it('has no mistakes', () => assert.deepEqual(mistakes, []));

  it('has at least 250 concepts with ids of their own', () => {
    assert.ok(concepts.length >= 250, `${concepts.length}`);
    assert.equal(byId.size, concepts.length);
  });

  it('defines each in a few sentences', () => {
    const wrong = concepts.filter(({ definition = '' }) => {
      const sentences = definition.split(/(?<=[.!?])\s+(?=[A-Z])/).length;
      return definition.length < 12 || definition.length > Math.min(600, definitionLimit) || sentences > 4 || !/[.!?]\)?$/.test(definition);
    });
    assert.deepEqual(wrong.map(({ name, definition }) => `${name}: ${definition ?? ''}`), []);
  });

  it('has broader terms that exist, and no circles', () => {
    for (const concept of concepts) {
      const above = new Set(concept.broader);
      for (const id of above) {
        assert.ok(byId.has(id), `${concept.name}: ${id}`);
        byId.get(id)?.broader.forEach((one) => above.add(one));
      }
      assert.ok(!above.has(concept.id), `${concept.name} is above itself`);
    }
  });

  it('links each id to a page', () => {
    const dead = concepts.flatMap(({ name, xrefs }) => xrefs.filter((id) => !curieUrl(id)).map((id) => `${name}: ${id}`));
    assert.deepEqual(dead, []);
  });

  it('finds each concept by each of its names', () => {
    const index = compileTermIndex(concepts);
    const missed = concepts.flatMap(({ id, name, synonyms, abbreviations }) =>
      [name, ...synonyms, ...abbreviations]
        .filter((text) => !findMentions(index, text).some((mention) => mention.concepts.some((one) => one.id === id)))
        .map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(missed, []);
  });
});
