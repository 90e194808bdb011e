import { isDeepStrictEqual } from 'node:util';
import { decode } from '../../src/core/formats/decode';
import { formatById, readText } from '../../src/core/formats/registry';
import { setCitekey } from '../../src/core/library/editPaperFile';
import { newPaperFile, readPaperFile } from '../../src/core/library/paperFile';
import type { CslItem } from '../../src/core/library/record';

/** A text of 100 kB may take this long on a busy machine (ms); a slow pattern takes a hundred times as much. */
const longest = 3000;

/** @returns what is wrong with how a text is read, or nothing */
export function check(text: string, format: string): string | undefined {
  const start = performance.now();
  try {
    const wrong = checkReading(text, format);
    if (wrong !== undefined) return wrong;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const time = performance.now() - start;
  return time > longest ? `took ${time.toFixed(0)} ms for ${text.length} characters` : undefined;
}

function checkReading(text: string, format: string): string | undefined {
  const { records, problems } = readText(text, format);
  readText(text);
  decode(new TextEncoder().encode(text));
  for (const problem of problems) {
    const { start, end } = problem.span ?? { start: 0, end: 0 };
    if (start < 0 || end < start || end > text.length) return `a problem's place ${start} to ${end} is outside a text of ${text.length}`;
  }
  for (const record of records) {
    const wrong = checkRecord(record);
    if (wrong !== undefined) return wrong;
  }
  if (format === 'csl-yaml') {
    readPaperFile(text);
    setCitekey(text, 'new1');
  }
  return Object.hasOwn(Object.prototype, 'polluted') || ({} as Record<string, unknown>).polluted !== undefined ? 'polluted a prototype' : undefined;
}

function checkRecord(record: CslItem): string | undefined {
  if (typeof record.id !== 'string' || record.id === '' || typeof record.type !== 'string') return `a record without id or type: ${JSON.stringify(record).slice(0, 200)}`;
  for (const key of ['title', 'volume', 'issue', 'page', 'language', 'keyword', 'container-title', 'DOI', 'abstract'] as const) {
    if (record[key] !== undefined && typeof record[key] !== 'string') return `${key} is no text: ${JSON.stringify(record[key])}`;
  }
  const again = readPaperFile(newPaperFile(record)).paper?.record;
  if (!isDeepStrictEqual(again, record)) return `a paper file loses something of ${JSON.stringify(record).slice(0, 300)}`;
  for (const id of ['bibtex', 'ris', 'csl-json']) {
    const written = formatById(id)?.write?.([record]) ?? '';
    const count = formatById(id)?.read?.(written).records.length;
    const isEmpty = id === 'bibtex' && !written.includes(' = ');
    if (count !== 1 && !isEmpty) return `${id} writes a record that it reads as ${String(count)}: ${written.slice(0, 300)}`;
  }
  return undefined;
}
