import { fork } from 'node:child_process';
import { checkCrafted } from './crafted';
import { checkCraftedTerminologies } from './craftedTerminologies';
import type { Tally } from './feed';
import { feed } from './feed';
import { feedIndexes } from './feedIndexes';
import { feedTerminologies } from './feedTerminologies';
import { keptMemory } from './memory';

/** A process may use so much memory (MB) for all that it reads; one that wants more dies, and has failed. */
const mostMemory = 700;
/** What stays in memory when all is done (MB): the samples, and what the engine keeps of code. */
const mostKept = 200;
const progressEvery = 10_000;
const isOfTerminologies = process.argv.includes('--terminologies');
const isOfIndexes = process.argv.includes('--indexes');

/** What a process tells the one that started it: how far it is, or at its end what it found. */
type Message = { readonly done: number; readonly failure: string | undefined } | Tally;

/**
 * Feeds mutated texts to every reader, and crafted ones whose time must grow with their length alone.
 * With `--terminologies` it feeds the readers of terminologies, with `--indexes` it damages the files of terminologies and of their indexes. With `--kill` it ends extension hosts instead, until `--writes` files were written; with `--broken-writer` some of them by
 * halves, to show that the run finds half files: it must fail.
 * `--inputs` how many texts, `--seed` which ones (the same seed feeds the same texts), `--first` the number of the first,
 * `--workers` in how many processes (each takes a seed of its own), `--no-crafted` leaves out the crafted ones.
 */
async function run(): Promise<void> {
  const inputs = option('--inputs', 3000);
  const seed = option('--seed', 1);
  const first = option('--first', 0);
  if (process.argv.includes('--kill')) {
    const { killRun } = await import('./kill'); // with a browser, which no other process needs
    process.exitCode = (await killRun(option('--writes', 1000), seed, process.argv.includes('--broken-writer'))) > 0 ? 1 : 0;
    return;
  }
  if (process.send) {
    await runForParent(inputs, seed, first);
    return;
  }
  const workers = option('--workers', 1);
  const progress = new Progress();
  const tallies = await Promise.all(Array.from({ length: workers }, (_, index) => inProcess(Math.ceil(inputs / workers), seed + index, first, progress)));
  const crafted = process.argv.includes('--no-crafted') || isOfIndexes ? [] : isOfTerminologies ? await checkCraftedTerminologies(100_000) : checkCrafted(50_000, true);
  const slow = crafted.map((line) => `slow: ${line}`);
  const failures = [...tallies.flatMap((tally) => tally.failures), ...slow];
  for (const line of failures.filter((failure) => !failure.startsWith('input '))) console.log(line);
  console.log(`fuzz inputs: ${tallies.reduce((sum, tally) => sum + tally.inputs, 0)} texts`);
  console.log(`fuzz failures: ${failures.length} texts`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function runForParent(inputs: number, seed: number, first: number): Promise<void> {
  const tally = await (isOfIndexes ? feedIndexes : isOfTerminologies ? feedTerminologies : feed)(inputs, seed, first, (done, failure) => process.send?.({ done, failure } satisfies Message));
  const kept = keptMemory();
  const failures = kept > mostKept ? [...tally.failures, `seed ${seed} left ${kept.toFixed(0)} MB in memory`] : tally.failures;
  process.send?.({ ...tally, failures } satisfies Message);
  process.disconnect();
}

/** Says now and then how far all processes are together. */
class Progress {
  private readonly done = new Map<number, number>();
  private told = 0;

  take(seed: number, done: number): void {
    this.done.set(seed, done);
    const all = [...this.done.values()].reduce((sum, each) => sum + each, 0);
    if (all - this.told < progressEvery) return;
    this.told = all - (all % progressEvery);
    console.log(`${all} texts so far`);
  }
}

function inProcess(inputs: number, seed: number, first: number, progress: Progress): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const args = ['--inputs', String(inputs), '--seed', String(seed), '--first', String(first), ...(isOfTerminologies ? ['--terminologies'] : []), ...(isOfIndexes ? ['--indexes'] : [])];
    const child = fork(__filename, args, { execArgv: ['--import', 'tsx', `--max-old-space-size=${mostMemory}`] });
    let done = 0;
    let tally: Tally | undefined;
    child.on('message', (message: Message) => {
      if ('inputs' in message) {
        tally = message;
        return;
      }
      done = message.done;
      if (message.failure !== undefined) console.log(message.failure);
      progress.take(seed, done);
    });
    child.on('error', reject);
    child.on('exit', () => resolve(tally ?? { inputs: done, failures: [`seed ${seed} died within 1000 inputs from ${first + done}`] }));
  });
}

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}

void run();
