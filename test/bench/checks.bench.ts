import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecord } from '../../src/core/library/checks/checks';
import type { checkText } from '../../src/core/library/checks/checkText';
import type { CheckContext, CheckFinding } from '../../src/core/library/checks/check';
import type { CslItem } from '../../src/core/library/record';
import { checkCodes } from '../../src/core/problems/checkProblems';
import { problemMessage } from '../../src/core/problems/messages';
import { formatById, readText } from '../../src/core/formats/registry';
import { bundled } from './bundled';
import { print } from './figure';
import { sharedPath } from '../support/shared';

const context: CheckContext = { today: { year: 2026, month: 11, day: 25 }, off: new Set() };
const sample = join(__dirname, '..', '..', 'media', 'sample', 'library');

/** How often each check finds something in real records, and what checking costs; with `--examples=N` what was found, too. */
export default async function checks(): Promise<void> {
  const records = [...sampleRecords(), ...sharedRecords()];
  const found = new Map<string, { readonly record: CslItem; readonly finding: CheckFinding }[]>(checkCodes.map((code) => [code, []]));
  for (const record of records) {
    for (const finding of checkRecord(record, context)) found.get(finding.problem.code)?.push({ record, finding });
  }
  const examples = Number(process.argv.map((word) => /^--examples=(\d+)$/.exec(word)?.[1]).find(Boolean) ?? 0);
  for (const [code, all] of found) {
    console.log(`${code}: ${new Set(all.map(({ record }) => record)).size} of ${records.length} records`);
    const step = Math.max(1, Math.floor(all.length / Math.max(examples, 1)));
    for (const { record, finding } of all.filter((_, at) => at % step === 0).slice(0, examples)) console.log(`    ${example(record, finding)}`);
  }
  const ours = (await bundled('checks')) as { readonly checkRecord: typeof checkRecord; readonly checkText: typeof checkText };
  print('checking a record', bestTime(() => records.forEach((record) => ours.checkRecord(record, context))) / records.length, 'µs');
  const text = readFileSync(join(sample, 'chen1995.yaml'), 'utf8');
  const paper = readText(text, 'csl-yaml').records;
  print('checking a paper file in which something is found, with its places', bestTime(() => times(1000, () => ours.checkText(text, 'csl-yaml', paper, context.today))) / 1000, 'µs');
}

function example(record: CslItem, { problem, variable, fix }: CheckFinding): string {
  const value = JSON.stringify(record[variable] ?? record.title ?? '').slice(0, 200);
  const fixed = fix ? ` => ${JSON.stringify(fix.variables).slice(0, 200)}` : '';
  return `${record.id} (${record.type}) ${variable} ${value}: ${problemMessage(problem).slice(0, 120)}${fixed}`;
}

function times(count: number, run: () => void): void {
  for (let at = 0; at < count; at += 1) run();
}

/** Processor time in µs, the best of several runs. */
function bestTime(run: () => void): number {
  return Math.min(...Array.from({ length: 9 }, () => {
    const begin = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begin);
    return user + system;
  }));
}

function sampleRecords(): readonly CslItem[] {
  return readdirSync(sample).flatMap((name) => readText(readFileSync(join(sample, name), 'utf8'), 'csl-yaml').records);
}

function sharedRecords(): readonly CslItem[] {
  const folder = sharedPath('data', 'formats');
  if (folder === undefined) {
    console.log('records of other programs: skipped, no data here');
    return [];
  }
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '').flatMap((line) => {
      const { format, input } = JSON.parse(line) as { readonly format: string; readonly input: unknown };
      if (typeof input === 'string') return formatById(format)?.read ? readText(input, format).records : [];
      return readText(JSON.stringify(cslItems(input)), 'csl-json').records;
    }),
  );
}

/** CSL items as they stand in the cases of processors and exporters. */
function cslItems(input: unknown): unknown {
  if (Array.isArray(input)) return input;
  const { INPUT } = input as { readonly INPUT?: unknown };
  return INPUT ?? [];
}
