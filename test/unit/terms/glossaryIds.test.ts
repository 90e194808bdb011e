import assert from 'node:assert/strict';
import type { Concept } from '../../../src/core/terms/concept';
import { nameVariants } from '../../../src/core/terms/nameVariants';
import { Tokeniser } from '../../../src/core/terms/tokenise';
import { Tokens } from '../../../src/core/terms/tokens';
import { wordForm } from '../../../src/core/terms/wordForm';
import { builtInGlossary } from './builtInGlossary';
import { readTerminology, type Terminology } from './terminologyFiles';

const tokens = new Tokens();
const tokeniser = new Tokeniser({ numberOf: () => 0 }, tokens);

/** One key for all spellings of a name that recognition takes for one, whatever the order of its words. */
function keysOf(name: string): string[] {
  return nameVariants(name).map((variant) => {
    tokeniser.begin(variant, 0, variant.length).read(Infinity);
    const { count, start, end } = tokens;
    return Array.from({ length: count }, (_, at) => wordForm(variant.slice(start[at], end[at]))).sort().join(' ');
  });
}

/** What is wrong with an id, if anything. */
function mistake(concept: Concept, id: string, terminology: Terminology): string | undefined {
  const entry = terminology.get(id);
  if (!entry) return `${concept.name}: ${id} does not exist`;
  if (entry.obsolete) return `${concept.name}: ${id} is obsolete`;
  const ours = new Set([concept.name, ...concept.synonyms, ...concept.abbreviations].flatMap(keysOf));
  if (entry.names.flatMap(keysOf).some((key) => ours.has(key))) return undefined;
  return `${concept.name}: ${id} is called ${entry.names.slice(0, 5).join('; ')}`;
}

describe('the ids of the built-in glossary', () => {
  const { concepts } = builtInGlossary();
  const prefixes = new Set(concepts.flatMap(({ xrefs }) => xrefs.map((id) => id.slice(0, id.indexOf(':')))));

  for (const prefix of prefixes) {
    it(`of ${prefix} exist, and share a name with their concepts`, function () {
      const terminology = readTerminology(prefix);
      if (!terminology) return this.skip();
      const wrong = concepts.flatMap((concept) =>
        concept.xrefs.filter((id) => id.startsWith(`${prefix}:`)).map((id) => mistake(concept, id, terminology)),
      );
      assert.deepEqual(wrong.filter((one) => one !== undefined), []);
    }).timeout(60_000);
  }
});
