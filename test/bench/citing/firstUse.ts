import { performance } from 'node:perf_hooks';
import type { Presentation } from '../../../src/core/citing/citingWork';
import type { PackedAssets } from '../../../src/core/ports';
import { print } from '../figure';
import { citeprocEngine } from './citeproc';
import { printTimes, printTook, took, type Took } from './took';
import { startWorker } from './worker';
import { library } from './works';

const hovers = 100;
const apa: Presentation = { style: { id: 'apa' }, locale: '' };

/** A style's first use: what it holds the thread of the extension host for, and how long a hover waits for a reference after it. */
export async function benchFirstUse(assets: PackedAssets): Promise<void> {
  const works = library(hovers + 2);
  const { work, stop } = await startWorker(assets);
  try {
    await work.citing.searchStyles('apa', 1); // the worker has started
    const before = performance.eventLoopUtilization();
    const first = await took(() => work.citing.references(works.slice(0, 1), apa));
    const used = performance.eventLoopUtilization(before);
    print("first use of APA: on the caller's thread, in all", used.active, 'ms');
    print('first use of APA: until the reference is there', first.clock, 'ms');
    const all: Took[] = [];
    for (const one of works.slice(1, hovers + 1)) all.push(await took(() => work.citing.references([one], apa)));
    printTimes('reference for a hover in APA, once warm', all);
  } finally {
    await stop();
  }
  await printTook("citeproc-js: first use of APA, all on the caller's thread", async () => {
    const engine = await citeprocEngine(assets, 'apa', works);
    engine?.updateItems([works[0]?.id ?? '']);
    engine?.makeBibliography();
  });
}
