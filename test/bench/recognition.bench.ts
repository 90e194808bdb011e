import { partsOf } from './recognition/corpora';
import { printErrors } from './recognition/errors';
import { learn, withLesson } from './recognition/learned';
import { type AnyStep, anySteps, Runs, type Task } from './recognition/run';
import type { Figures, Score } from './recognition/score';
import { readTerms, type ReadTerms } from './recognition/terminologies';

/**
 * How well mentions of diseases and phenotypes are found in texts that people annotated, with no training data; what each step
 * gains; and what a glossary of the user's own gains that is made of the annotations of other texts.
 *
 * `CASEBOOK_CORPORA=<folder>` measures the corpora of a folder as well, in files named as theirs are. `--brief` leaves the steps out.
 */
export default async function recognition(): Promise<void> {
  for (const task of await tasks()) {
    const runs = new Runs(task);
    await measure(runs);
    if (!process.argv.includes('--brief')) await measureSteps(runs);
  }
}

async function tasks(): Promise<Task[]> {
  const [medic2012, medic2017, hpo, hpoAndModes] = await Promise.all([
    readTerms('medic_06Jul2012.txt.xz'), readTerms('CTD_diseases-2017.tsv.gz'),
    readTerms('hp.v2024-08-13.json.gz', ['HP:0000118']), readTerms('hp.v2024-08-13.json.gz', ['HP:0000118', 'HP:0000005']),
  ]);
  const all = [
    { name: 'NCBI disease (MEDIC 2012 and 2017)', parts: partsOf('ncbi_disease'), terms: [medic2012, medic2017], options: {} },
    { name: 'BC5CDR diseases (MEDIC 2017, HPO)', parts: partsOf('bc5cdr', 'Disease'), terms: [medic2017, hpo], options: {} },
    { name: 'GSC-2024 (HPO, nested)', parts: partsOf('gsc'), terms: [hpoAndModes], options: { nested: true } },
  ];
  return all.flatMap(({ name, parts, terms, options }) => {
    const here = terms.filter((one): one is ReadTerms => one !== undefined);
    if (parts.length > 0 && here.length === terms.length) return [{ name, parts, terms: here, options }];
    console.log(`${name}: skipped, no data here, or no xz`);
    return [];
  });
}

async function measure(runs: Runs): Promise<void> {
  const { name, parts } = runs.task;
  const run = await runs.whole();
  for (const [at, part] of parts.entries()) {
    const found = run.find(part.texts);
    print(`${name}, ${part.name}`, run.score(part.texts, found));
    printErrors(part.texts, found);
    const others = parts.slice(0, at).flatMap(({ texts }) => texts);
    if (others.length > 0) print(`${name}, ${part.name}, with what the parts before teach`, withLesson(run, learn(run, others)).score(part.texts));
  }
}

/** Each step is set off by itself, and the steps are taken one after the other. */
async function measureSteps(runs: Runs): Promise<void> {
  const { name, parts } = runs.task;
  const whole = await scores(runs, new Set(anySteps));
  const wanted = anySteps.filter((step) => step !== 'wordBags' || runs.task.options.nested);
  const taken = new Set<AnyStep>();
  let before = await scores(runs, taken);
  console.log(`${name}: exact F1 of ${parts.map((part) => part.name).join(', ')}; what each step adds to those above it; what is lost without it, and of F1 with the concept`);
  console.log(`  plain words: ${before.map(({ exact }) => exact.f1.toFixed(3)).join(', ')}`);
  for (const step of wanted) {
    taken.add(step);
    const after = await scores(runs, taken);
    const without = await scores(runs, new Set(anySteps.filter((other) => other !== step)));
    const changes = (some: readonly Score[], others: readonly Score[], of: (one: Score) => Figures) => some.map((one, at) => signed(of(one).f1 - (others[at] ? of(others[at]).f1 : 0))).join(', ');
    const f1s = after.map(({ exact }) => exact.f1.toFixed(3)).join(', ');
    const [gains, losses, lostConcepts] = [changes(after, before, ({ exact }) => exact), changes(without, whole, ({ exact }) => exact), changes(without, whole, ({ concept }) => concept)];
    console.log(`  + ${step}: ${f1s} (${gains}); without: ${losses}; ${lostConcepts}`);
    before = after;
  }
}

async function scores(runs: Runs, steps: ReadonlySet<AnyStep>): Promise<Score[]> {
  const run = await runs.with(steps);
  return runs.task.parts.map(({ texts }) => run.score(texts));
}

function signed(number: number): string {
  return `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(4)}`;
}

function print(what: string, { exact, overlap, concept, interval, overlapInterval }: Score): void {
  const three = ({ precision, recall, f1 }: Figures) => [precision, recall, f1].map((one) => one.toFixed(3)).join('/');
  const bounds = (both: readonly number[]) => both.map((one) => one.toFixed(3)).join('–');
  console.log(`${what}: exact P/R/F1 ${three(exact)} [${bounds(interval())}]; overlap ${three(overlap)} [${bounds(overlapInterval())}]; with concept ${three(concept)}; one in ${(1 / (1 - overlap.precision)).toFixed(0)} touches nothing marked`);
}
