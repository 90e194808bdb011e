import assert from 'node:assert/strict';
import { bibliographiesOf } from '../../../src/core/library/noteSources';
import { parseFrontMatter } from '../../../src/core/notes/frontMatter';

/** The first place each bibliography of a note is looked for at, as Quarto's rules in `src/core/config.ts` have it. */
async function sources(note: string, front: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const frontMatter = parseFrontMatter(`---\n${front}\n---\n`);
  const found = await bibliographiesOf({ path: note, frontMatter }, '/w', { read: (path) => Promise.resolve(files[path]) });
  return found.map(({ candidates }) => candidates[0] ?? '');
}

describe('bibliographiesOf', () => {
  it('takes paths from the note, then from the workspace folder', async () => {
    const frontMatter = parseFrontMatter('---\nbibliography: [../refs.bib, /abs/x.json]\n---\n');
    const found = await bibliographiesOf({ path: '/w/notes/a.md', frontMatter }, '/w', { read: () => Promise.resolve(undefined) });
    assert.deepEqual(found, [
      { value: '../refs.bib', namedBy: '/w/notes/a.md', candidates: ['/w/refs.bib', '/refs.bib'] },
      { value: '/abs/x.json', namedBy: '/w/notes/a.md', candidates: ['/abs/x.json'] },
    ]);
  });

  it('inherits from the project where the note names none', async () => {
    assert.deepEqual(await sources('/w/p/ch/a.qmd', 'title: x', { '/w/p/_quarto.yml': 'bibliography: refs.bib' }), ['/w/p/refs.bib']);
  });

  it('replaces a single file and joins lists, each once', async () => {
    const single = { '/w/_quarto.yml': 'bibliography: all.bib' };
    assert.deepEqual(await sources('/w/a.qmd', 'bibliography: own.bib', single), ['/w/own.bib']);
    assert.deepEqual(await sources('/w/a.qmd', 'bibliography: [own.bib, all.bib]', single), ['/w/own.bib', '/w/all.bib']);
    const list = { '/w/_quarto.yml': 'bibliography: [all.bib, more.bib]' };
    assert.deepEqual(await sources('/w/a.qmd', 'bibliography: own.bib', list), ['/w/all.bib', '/w/more.bib', '/w/own.bib']);
  });

  it('takes the metadata of the folders between, but the project folder’s own only for documents in it', async () => {
    const files = {
      '/w/_quarto.yml': 'project: {type: book}',
      '/w/_metadata.yml': 'bibliography: root.bib',
      '/w/a/_metadata.yml': 'bibliography: [a.bib]',
      '/w/a/b/_metadata.yaml': 'bibliography: ../b.bib',
    };
    assert.deepEqual(await sources('/w/x.qmd', 'title: x', files), ['/w/root.bib']);
    assert.deepEqual(await sources('/w/a/b/x.qmd', 'title: x', files), ['/w/a/a.bib', '/w/a/b.bib']);
  });

  it('reads included metadata, takes a leading slash from the project, and stops at the workspace folder', async () => {
    const files = { '/w/p/_quarto.yml': 'metadata-files: [_more.yml]', '/w/p/_more.yml': 'bibliography: /lib/refs.bib' };
    assert.deepEqual(await sources('/w/p/ch/a.qmd', 'title: x', files), ['/w/p/lib/refs.bib']);
    assert.deepEqual(await sources('/w/a.md', 'title: x', { '/_quarto.yml': 'bibliography: no.bib' }), []);
  });

  it('fetches nothing from the web, and takes a broken file for none', async () => {
    assert.deepEqual(await sources('/w/a.md', 'bibliography: https://example.org/x.bib', { '/w/_quarto.yml': 'a: [' }), ['']);
  });
});
