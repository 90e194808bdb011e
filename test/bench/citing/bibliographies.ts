import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { tmpdir } from 'node:os';
import type { Presentation } from '../../../src/core/citing/citingWork';
import { StyleLibrary } from '../../../src/core/citing/styleLibrary';
import type { CslItem } from '../../../src/core/library/record';
import type { PackedAssets } from '../../../src/core/ports';
import { Pandoc, styleXml } from '../../support/pandoc';
import { print } from '../figure';
import type * as Citing from '../ours/citing';
import { citeprocEngine } from './citeproc';
import { printTimes, printTook, took } from './took';
import { library } from './works';

const note = '---\nnocite: "@*"\n---\n\nx\n';

/** A bibliography of so many works in APA, each by ours, pandoc's own build for this machine, pandoc-wasm and citeproc-js. */
export async function benchBibliographies(ours: typeof Citing, assets: PackedAssets, counts: readonly number[]): Promise<void> {
  const style = await new StyleLibrary(assets).load('apa');
  if (!style) throw new Error('no style');
  const xml = styleXml(style);
  const pandoc = await Pandoc.load().catch((error: unknown) => console.log(String(error)));
  await pandoc?.convert({ from: 'markdown', to: 'html' }, 'x', {});
  for (const count of counts) {
    const works = library(count);
    const presentation: Presentation = { style: { id: 'apa' }, locale: '' };
    const work = new ours.CitingWork(assets);
    await printTook(`ours: bibliography of ${count} works, APA, engine made too`, () => work.bibliography(works, presentation));
    await printTook(`ours: bibliography of ${count} works, APA, of which one is new`, () => work.bibliography([...works.slice(1), { ...works[0], id: 'new', type: 'book' }], presentation));
    // What the worker keeps is there already where a bibliography is made for the second time, of works that it has not seen.
    const others = works.map((item) => ({ ...item, id: `other-${item.id}`, title: `Other: ${item.title ?? ''}` }));
    await printTook(`ours: bibliography of ${count} other works, APA, engine kept`, () => work.bibliography(others, presentation));
    benchNative(works, xml);
    if (pandoc) {
      const files = { 'refs.json': JSON.stringify(works), 'style.csl': xml };
      await printTook(`pandoc-wasm: bibliography of ${count} works, APA`, () => pandoc.convert({ from: 'markdown', to: 'html', citeproc: true, csl: 'style.csl', bibliography: ['refs.json'] }, note, files));
    }
    await benchAlone(assets, works);
  }
}

/** The pandoc that is installed on the machine, where one is. */
function benchNative(works: readonly CslItem[], xml: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'casebook-pandoc-'));
  for (const [file, text] of Object.entries({ 'note.md': note, 'refs.json': JSON.stringify(works), 'style.csl': xml })) writeFileSync(path.join(folder, file), text);
  try {
    const [version = ''] = execFileSync('pandoc', ['--version'], { encoding: 'utf8' }).split('\n');
    // The shell tells what processor time a program took that it has waited for.
    const command = 'pandoc -f markdown -t html --citeproc --csl style.csl --bibliography refs.json note.md -o out.html; times';
    const begin = performance.now();
    const [, , , children = ''] = ['', '', ...execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim().split('\n')];
    print(`${version}: bibliography of ${works.length} works, APA`, performance.now() - begin, 'ms');
    const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0);
    print(`${version}: bibliography of ${works.length} works, APA by processor time`, 1000 * seconds, 'ms');
  } catch {
    console.log('pandoc: not installed on this machine');
  }
}

async function benchAlone(assets: PackedAssets, works: readonly CslItem[]): Promise<void> {
  const engine = await citeprocEngine(assets, 'apa', works);
  if (!engine) return;
  const alone = await took(() => {
    engine.updateItems(works.map(({ id }) => id));
    engine.makeBibliography();
  });
  printTimes(`citeproc-js alone: bibliography of ${works.length} works, APA`, [alone]);
}
