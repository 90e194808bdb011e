import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CitingWork } from '../../../src/core/citing/citingWork';
import type { CslItem } from '../../../src/core/library/record';
import { parseNote } from '../../../src/core/notes/parseNote';
import { root } from '../../support/paths';
import { styleAssets } from '../../unit/citing/styleAssets';

/**
 * Held against pandoc 3.9 (pandoc-wasm 1.1), whose answers `pandoc.json` holds; `test/bench/pandocCiting.mts` wrote it.
 */
interface Answer {
  readonly cites: readonly (readonly { readonly key: string; readonly mode: string; readonly prefix: string }[])[];
  readonly rendered: Readonly<Record<string, { readonly citations: readonly string[]; readonly bibliography: readonly string[] }>>;
}

/** Where what citeproc-js renders differs, and why. */
const differences: Readonly<Record<string, string>> = {
  'apa: forced locator': 'citeproc-js sets "pp." before a forced locator that is no number; pandoc does not',
  'american-medical-association: forced locator': 'as in APA',
  'nlm-citation-sequence: same author and year': 'the CSL locale of our data shortens June to "Jun.", pandoc\'s does not',
};

const folder = join(root, 'test', 'golden', 'citing');
const work = styleAssets().then((assets) => new CitingWork(assets));
const read = <Value>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value;
const notes = read<Readonly<Record<string, string>>>('notes.json');
const answers = read<Readonly<Record<string, Answer>>>('pandoc.json');
const references = read<readonly CslItem[]>('references.json');

describe('citations as pandoc has them', () => {
  for (const [name, text] of Object.entries(notes)) {
    const answer = answers[name];
    assert.ok(answer, `pandoc has not been asked about "${name}"`);

    it(`reads: ${name}`, () => {
      const note = parseNote(text);
      const cites = note.citations.map(({ items, authorInText }) =>
        items.map(({ key, suppressAuthor, prefix }, index) => ({
          key,
          mode: suppressAuthor ? 'SuppressAuthor' : authorInText && index === 0 ? 'AuthorInText' : 'NormalCitation',
          prefix: prefix.replace(/[*]/g, '').replace(/"([^"]*)"/g, '“$1”'),
        })),
      );
      assert.deepEqual(cites, answer.cites.map((items) => items.map(({ key, mode, prefix }) => ({ key, mode, prefix }))));
    });

    for (const [style, expected] of Object.entries(answer.rendered)) {
      it(`renders in ${style}: ${name}`, async function () {
        const known = differences[`${style}: ${name}`];
        if (known !== undefined) this.skip();
        const rendered = await (await work).renderNote(parseNote(text), references, { style: { id: style }, locale: '' });
        assert.deepEqual(rendered.citations.map((citation) => citation.text), expected.citations);
        assert.deepEqual(rendered.bibliography.map((entry) => entry.text), expected.bibliography);
      });
    }
  }
});
