import { readFileSync } from 'node:fs';
import { formatById } from '../../src/core/formats/registry';
import { sharedPath } from '../support/shared';
import type { Item } from './formatsAccuracy';
import { scoreCase } from './formatsAccuracy';
import { contradicts } from './formatsContradictions';
import { measureDetection } from './formatsDetection';
import { measureLarge } from './formatsSpeed';

/** Formats and the files of peers' cases that have an answer in CSL. */
const suites: readonly (readonly [format: string, file: string])[] = [
  ['portal-text', 'elsevier-pure-text'], ['csl-json', 'csl-json'], ['csl-yaml', 'csl-yaml'], ['bibtex', 'bibtex'], ['ris', 'ris'],
  ['nbib', 'nbib'], ['wos-tagged', 'wos-tagged'], ['refworks', 'refworks'], ['ovid', 'ovid'],
  ['pubmed-xml', 'pubmed-xml'], ['endnote-xml', 'endnote-xml'], ['mods', 'mods'], ['msbib', 'msbib'], ['crossref-unixref', 'crossref-unixref'],
  ['crossref-json', 'crossref-json'], ['europepmc-json', 'europepmc-json'], ['openalex-json', 'openalex-json'],
];

interface Case {
  readonly name: string;
  readonly source?: string;
  readonly input: unknown;
  readonly expectedCsl?: readonly Item[] | null;
  /** What another importer reads, where the case comes with no answer. */
  readonly oracleCsl?: readonly Item[] | null;
}

/** Text of this size is read for the speed (bytes); larger ones only take longer. */
const speedSize = 5_000_000;

/** How much of peers' test cases our readers get right, and how fast they read; `--only=bibtex,large` for some of it. */
export default async function formats(): Promise<void> {
  const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length).split(',');
  const verbose = process.argv.includes('--wrong');
  for (const [format, file] of suites) {
    if (only && !only.includes(format)) continue;
    const path = sharedPath('data', 'formats', `${file}.jsonl`);
    if (path === undefined) {
      console.log(`${format}: skipped, no cases at hand`);
      continue;
    }
    const cases = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    measureAccuracy(format, cases, verbose);
    measureSpeed(format, cases);
  }
  if (!only || only.includes('detection')) measureDetection(verbose);
  if (!only || only.includes('large')) await measureLarge();
}

function measureAccuracy(format: string, cases: readonly Case[], verbose: boolean): void {
  const answered = cases.filter(({ expectedCsl }) => Array.isArray(expectedCsl));
  if (answered.length > 0) {
    const scores = answered.map((one) => scoreOf(format, one, one.expectedCsl ?? [], verbose));
    console.log(`${format} field accuracy (macro, ${answered.length} cases): ${percent(scores)}`);
    const bySpecification = answered.map((one) => specificationScoreOf(format, one, one.expectedCsl ?? []));
    console.log(`${format} field accuracy without answers against the specification: ${percent(bySpecification.map(({ accuracy }) => accuracy))} (${sum(bySpecification.map(({ leftOut }) => leftOut))} fields left out)`);
    console.log(`${format} perfect cases: ${scores.filter((score) => score === 1).length} of ${answered.length}`);
    console.log(`${format} crashes: ${scores.filter((score) => score < 0).length} cases`);
    for (const source of new Set(answered.map((one) => one.source ?? ''))) {
      console.log(`  ${format} from ${source}: ${percent(scores.filter((_, index) => (answered[index]?.source ?? '') === source))}`);
    }
  }
  const others = cases.filter(({ expectedCsl, oracleCsl }) => !Array.isArray(expectedCsl) && Array.isArray(oracleCsl));
  if (others.length > 0) {
    console.log(`${format} agreement with another importer (${others.length} cases): ${percent(others.map((one) => scoreOf(format, one, one.oracleCsl ?? [], verbose)))}`);
  }
}

/** The part of a case's fields that are right; -1 where the reader throws. */
function scoreOf(format: string, { name, input }: Case, expected: readonly Item[], verbose: boolean): number {
  try {
    const { accuracy, wrong } = scoreCase(expected, formatById(format)?.read?.(textOf(input)).records ?? []);
    if (verbose && wrong.length > 0) console.log(`  ${format} ${name}: ${wrong.slice(0, 6).join(' | ')}`);
    return accuracy;
  } catch (error) {
    console.log(`  ${format} ${name} threw ${String(error)}`);
    return -1;
  }
}

/** The same of the fields in which the suite does not contradict the specification, and how many those others are. */
function specificationScoreOf(format: string, { source = '', input }: Case, expected: readonly Item[]): { readonly accuracy: number; readonly leftOut: number } {
  let leftOut = 0;
  const text = textOf(input);
  const { accuracy } = scoreCase(expected, recordsOf(format, text), (index, field, want) => {
    const isAgainst = contradicts(format, source, field, { expected: want, item: expected[index] ?? {}, index, input: text });
    if (isAgainst) leftOut += 1;
    return isAgainst;
  });
  return { accuracy, leftOut };
}

function recordsOf(format: string, text: string): readonly Item[] {
  try {
    return formatById(format)?.read?.(text).records ?? [];
  } catch {
    return []; // told by `scoreOf`
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function percent(scores: readonly number[]): string {
  return `${((100 * sum(scores.map((score) => Math.max(score, 0)))) / scores.length).toFixed(1)} %`;
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
  if (format.endsWith('-json')) {
    const list = texts.filter((text) => text.length < 200_000).join(',\n');
    return `[${Array.from({ length: Math.ceil(speedSize / list.length) }, () => list).join(',\n')}]`;
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
