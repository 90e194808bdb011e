import assert from 'node:assert/strict';
import { FolderConcepts } from '../../../src/core/terms/folderConcepts';
import { namedBy } from '../../../src/core/terms/namedBy';
import { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { builtInGlossary } from './builtInGlossary';

describe('namedBy', () => {
  const index = compileTermIndex(builtInGlossary().concepts);
  const recogniser = new Recogniser(index.search);
  const named = (query: string): string[] => namedBy(query, recogniser).map(({ concept }) => concept.name);

  it('knows names in the spellings of texts', () => {
    for (const [query, name] of [['carcinomas', 'carcinoma'], [' breast cancers ', 'breast cancer'], ['α-fetoprotein', 'alpha-fetoprotein'], ['leukaemoid reactions', 'leukemoid reaction']] as const) {
      assert.deepEqual(named(query), [name], query);
    }
    assert.deepEqual(named('breast and ovarian cancer'), ['breast cancer', 'ovarian cancer']);
  });

  it('leaves words that stand among others', () => {
    assert.deepEqual(named('much anemia'), []);
    assert.deepEqual(named(''), []);
  });

  it('gives them to a search, after names as they are written', async () => {
    const none = { broken: [], notKept: undefined, senses: new Map<string, string>(), stopNames: [], stepsOff: [] };
    const concepts = new FolderConcepts({ search: index.search, glossary: index, stored: undefined, ...none });
    const first = async (query: string) => (await concepts.find(query, 9, namedBy(query, recogniser)))[0]?.concept.name;
    assert.equal(await first('carcinomas'), 'carcinoma');
    assert.equal(await first('carcinoma'), 'carcinoma');
    assert.equal(await first('hemmorhage'), 'hemorrhage');
    assert.equal(await first('lymfoma'), 'lymphoma');
  });
});
