import type { CslItem } from '../library/record';
import { Citekeys, isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Format, ReadResult } from './format';
import type { Span } from '../text';
import { RisRecordReader } from './risRecord';
import { RisScanner } from './risScan';
import { writeRis } from './risWrite';

/** An id until the record's own is known. */
const placeholder = '-';

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
  const scanner = new RisScanner(text);
  const reader = new RisRecordReader();
  for (let entry = scanner.next(); entry; entry = scanner.next()) {
    const { record, truncated, key } = reader.read(entry, placeholder);
    if (!entry.closed) problems.push(problem('text-incomplete', 'information', { detail: 'the record has no `ER`' }, lineAt(text, entry.start)));
    if (truncated) problems.push(problem('names-incomplete', 'warning', {}, lineAt(text, entry.start)));
    const isOwn = key !== undefined && (/^\w+$/.test(key) || isCitable(key)) && keys.claim(key);
    (record as { id?: string }).id = isOwn ? key : keys.make(record);
    records.push(record as CslItem);
  }
  return { records, problems };
}

function lineAt(text: string, start: number): Span {
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

function detect(text: string): number {
  const head = text.slice(0, 50_000);
  const match = /^[ \t\uFEFF]*TY {1,2}-[ \t]*[A-Z][A-Za-z ]{1,30}\r?$/m.exec(head);
  if (match) {
    return head.slice(0, match.index).trim() === '' ? 0.95 : 0.5;
  }
  // A file that has lost its first line is still one.
  const tags = head.match(/^[A-Z][A-Z0-9] {1,2}- \S/gm)?.length ?? 0;
  return tags > 2 && /^ER {1,2}-[ \t]*\r?$/m.test(head) ? 0.6 : 0;
}
