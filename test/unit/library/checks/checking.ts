import { checkRecord } from '../../../../src/core/library/checks/checks';
import type { CheckFinding } from '../../../../src/core/library/checks/check';
import type { CslItem } from '../../../../src/core/library/record';
import type { CheckCode } from '../../../../src/core/problems/checkProblems';

const today = { year: 2026, month: 11, day: 25 };

/** A record with nothing wrong in it. */
export const sound: CslItem = {
  id: 'chen1995',
  type: 'article-journal',
  title: 'Leukemoid reaction in metastatic carcinoma',
  author: [{ family: 'Chen', given: 'Y. M.' }, { family: 'Whang-Peng', given: 'J.' }],
  'container-title': 'Sample Journal of Invented Cases',
  issued: { 'date-parts': [[1995, 8, 1]] },
  volume: '25',
  issue: '4',
  page: '168-172',
};

/** What is found in the sound record with some variables changed; `undefined` takes one out. */
export function check(changed: Readonly<Record<string, unknown>>, off: readonly CheckCode[] = []): CheckFinding[] {
  const record = { ...sound, ...changed };
  return checkRecord(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as CslItem, { today, off: new Set(off) });
}

export function codes(changed: Readonly<Record<string, unknown>>): string[] {
  return check(changed).map(({ problem }) => problem.code);
}

/** The new values that the one finding's fix writes; undefined where it has none. */
export function fixed(changed: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const findings = check(changed);
  if (findings.length !== 1) throw new Error(`${findings.length} findings: ${findings.map(({ problem }) => problem.code).join(', ')}`);
  return findings[0]?.fix?.variables;
}
