import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { findMentions, mentionAt } from '../../../src/core/terms/recognise';
import { compileTermIndex } from '../../../src/core/terms/termIndex';
import { topicsOf } from '../../../src/core/terms/topics';
import { sharedPath } from '../../support/shared';
import { builtInGlossary } from './builtInGlossary';

interface Row {
  readonly surface: string;
  readonly name: string;
  /** The longer surface form that covers this one. */
  readonly cover: string | undefined;
}

const golden = path.resolve(__dirname, '../../golden/terms/chen1995.tsv');
const rows = readFileSync(golden, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Row => {
    const [surface = '', name = '', cover] = line.split('\t');
    return { surface, name, cover: cover?.replace(/^in /, '') };
  });

describe('the terms of the 1995 paper', () => {
  const index = compileTermIndex(builtInGlossary().concepts);

  it('are known one by one', () => {
    const wrong = rows.filter(({ surface, name }) => {
      const [mention, ...more] = findMentions(index, surface);
      return more.length > 0 || mention?.concepts[0]?.name !== name || mention.end - mention.start !== surface.length;
    });
    assert.deepEqual(wrong, []);
  });

  describe('in its title and abstract', () => {
    const page = sharedPath('records', 'leukemoid-reaction-portal-page.txt');
    const lines = page ? readFileSync(page, 'utf8').split(/\r?\n/) : [];
    const title = lines[0] ?? '';
    const abstract = lines.find((line) => line.startsWith('We report')) ?? '';
    const text = `${title}\n\n${abstract}`;

    before(function () {
      if (!page) this.skip();
    });

    it('are found in their order, and nothing else', () => {
      const expected = rows.filter(({ cover }) => cover === undefined).map(({ surface, name }) => `${surface} = ${name}`);
      const found = findMentions(index, text).map(
        ({ start, end, concepts }) => `${text.slice(start, end)} = ${concepts[0]?.name ?? ''}`,
      );
      assert.deepEqual(found, expected);
    });

    it('are under each of their letters', () => {
      for (const mention of findMentions(index, text)) {
        for (let at = mention.start; at < mention.end; at++) {
          assert.deepEqual(mentionAt(index, text, undefined, at), mention);
        }
      }
    });

    it('make a fingerprint that begins with what the title says', () => {
      const topics = topicsOf({ title, abstract }, index);
      const heaviest = topics.slice(0, 4).map(({ name }) => name);
      assert.ok(heaviest.includes('leukemoid reaction'), heaviest.join());
      assert.ok(heaviest.includes('mucoepidermoid carcinoma'), heaviest.join());
      assert.equal(topics[0]?.weight, 1);
    });
  });
});
