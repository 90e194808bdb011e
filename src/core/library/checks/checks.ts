import { problem } from '../../problems/problem';
import type { CslItem } from '../record';
import type { Check, CheckContext, CheckFinding, Report } from './check';
import { dateChecks } from './dateChecks';
import { doiChecks } from './doiChecks';
import { journalChecks } from './journalChecks';
import { keywordChecks } from './keywordChecks';
import { languageChecks } from './languageChecks';
import { markupChecks } from './markupChecks';
import { missing } from './missing';
import { nameChecks } from './nameChecks';
import { nameListChecks } from './nameListChecks';
import { numberChecks } from './numberChecks';
import { pageChecks } from './pageChecks';
import { pubmedIds } from './pubmedIds';
import { serialNumbers } from './serialNumbers';
import { titleChecks } from './titleChecks';
import { urlChecks } from './urlChecks';

/** Every check, in the order in which their findings are told. */
const checks: readonly Check[] = [
  missing, nameChecks, nameListChecks, titleChecks, markupChecks, journalChecks, numberChecks, pageChecks, dateChecks,
  doiChecks, pubmedIds, serialNumbers, urlChecks, languageChecks, keywordChecks,
];

/** @returns what is wrong or missing in one record, by the rules that are not set off */
export function checkRecord(record: CslItem, context: CheckContext): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const report: Report = (code, severity, variable, params, fix) => {
    if (context.off.has(code)) return;
    // The code belongs to a rule, which the union of all problems does not tell.
    const found = problem(code, severity, params) as CheckFinding['problem'];
    findings.push({ problem: found, variable, ...(fix && { fix }) });
  };
  for (const check of checks) check(record, report, context);
  return findings;
}
