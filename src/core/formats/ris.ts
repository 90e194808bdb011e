import type { CslItem } from '../library/record';
import { Citekeys, isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Format, ReadResult } from './format';
import { risRecord } from './risRecord';
import { scanRis } from './risScan';
import { writeRis } from './risWrite';

/** RIS, also as portals show it on a page: one space before the hyphen, blank lines between the tags. */
export const ris: Format = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  detect,
  read: readRis,
  write: (items) => items.map(writeRis).join('\n'),
};

function readRis(text: string): ReadResult {
  const records: CslItem[] = [];
  const problems: Problem[] = [];
  const keys = new Citekeys();
  for (const entry of scanRis(text)) {
    const { record, truncated, key } = risRecord(entry.tags);
    const lineEnd = text.indexOf('\n', entry.start);
    const span = { start: entry.start, end: lineEnd < 0 ? text.length : lineEnd };
    if (!entry.closed) problems.push(problem('text-incomplete', 'information', { detail: 'the record has no `ER`' }, span));
    if (truncated) problems.push(problem('names-incomplete', 'warning', {}, span));
    const id = key !== undefined && isCitable(key) && !keys.isTaken(key) ? key : keys.make(record);
    keys.take(id);
    records.push({ id, ...record } as CslItem);
  }
  return { records, problems };
}

function detect(text: string): number {
  const head = text.slice(0, 50_000);
  const match = /^[ \t\uFEFF]*TY {1,2}-[ \t]?[A-Z]{2,7}[ \t]*\r?$/m.exec(head);
  if (!match) {
    return 0;
  }
  return head.slice(0, match.index).trim() === '' ? 0.95 : 0.5;
}
