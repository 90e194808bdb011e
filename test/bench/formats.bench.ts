import { readFileSync } from 'node:fs';
import { formatById } from '../../src/core/formats/registry';
import { sharedPath } from '../support/shared';
import type { Item } from './formatsAccuracy';
import { scoreCase } from './formatsAccuracy';

/** Formats and the files of peers' cases that have an answer in CSL. */
const suites: readonly (readonly [format: string, file: string])[] = [
  ['portal-text', 'elsevier-pure-text'], ['csl-json', 'csl-json'], ['csl-yaml', 'csl-yaml'], ['bibtex', 'bibtex'], ['ris', 'ris'],
];

interface Case {
  readonly name: string;
  readonly input: unknown;
  readonly expectedCsl?: readonly Item[] | null;
}

/** Text of this size is read for the speed (bytes); larger ones only take longer. */
const speedSize = 5_000_000;

/** How much of peers' test cases our readers get right, and how fast they read. */
export default async function formats(): Promise<void> {
  const verbose = process.argv.includes('--wrong');
  for (const [format, file] of suites) {
    const path = sharedPath('data', 'formats', `${file}.jsonl`);
    if (path === undefined) {
      console.log(`${format}: skipped, no cases at hand`);
      continue;
    }
    const cases = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    measureAccuracy(format, cases, verbose);
    measureSpeed(format, cases);
  }
  await Promise.resolve();
}

function measureAccuracy(format: string, cases: readonly Case[], verbose: boolean): void {
  const read = formatById(format)?.read;
  let sum = 0;
  let perfect = 0;
  let crashes = 0;
  const answered = cases.filter(({ expectedCsl }) => Array.isArray(expectedCsl));
  for (const { name, input, expectedCsl } of answered) {
    try {
      const { accuracy, wrong } = scoreCase(expectedCsl ?? [], read?.(textOf(input)).records ?? []);
      sum += accuracy;
      perfect += accuracy === 1 ? 1 : 0;
      if (verbose && wrong.length > 0) console.log(`  ${format} ${name}: ${wrong.slice(0, 6).join(' | ')}`);
    } catch (error) {
      crashes += 1;
      console.log(`  ${format} ${name} threw ${String(error)}`);
    }
  }
  console.log(`${format} field accuracy (macro, ${answered.length} cases): ${((100 * sum) / answered.length).toFixed(1)} %`);
  console.log(`${format} perfect cases: ${perfect} of ${answered.length}`);
  console.log(`${format} crashes: ${crashes} cases`);
}

function measureSpeed(format: string, cases: readonly Case[]): void {
  const read = formatById(format)?.read;
  const texts = cases.map(({ input }) => textOf(input));
  const text = large(format, texts);
  read?.(text.slice(0, text.length / 20)); // warm
  const start = performance.now();
  const count = read?.(text).records.length ?? 0;
  const seconds = (performance.now() - start) / 1000;
  console.log(`${format} speed: ${(text.length / 1e6 / seconds).toFixed(1)} MB/s`);
  console.log(`${format} records: ${Math.round(count / seconds)} records/s`);
}

/** One large text of the format; portal pages are read one by one in life, so theirs is one page with a long abstract. */
function large(format: string, texts: readonly string[]): string {
  if (format === 'csl-json') {
    const items = texts.flatMap((text) => listOf(text));
    return JSON.stringify(repeated(items, 2 * speedSize), undefined, 1).slice(0);
  }
  if (format === 'csl-yaml') {
    const item = '- id: "k"\n  type: article-journal\n  title: A title of the usual length, with a subtitle\n  author:\n  - family: Chen\n    given: Y. M.\n  issued: 1995-08-01\n  volume: 25\n';
    return `references:\n${item.repeat(speedSize / item.length)}`;
  }
  const joined = texts.filter((text) => text.length < 200_000).join('\n\n');
  const size = format === 'portal-text' ? 200_000 : speedSize;
  return joined.repeat(Math.ceil(size / joined.length)).slice(0, size);
}

function repeated(items: readonly unknown[], size: number): unknown[] {
  const once = JSON.stringify(items).length;
  return Array.from({ length: Math.ceil(size / once) }, () => items).flat();
}

function listOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function textOf(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}
