import { decode } from '../../src/core/formats/decode';
import { readText } from '../../src/core/formats/registry';
import { checkText } from '../../src/core/library/checks/checkText';
import { setCitekey } from '../../src/core/library/editPaperFile';
import { readPaperFile } from '../../src/core/library/paperFile';
import { checkEditing } from './checkEditing';
import { checkListing } from './checkListing';
import { checkKept, checkRecord, checkWritten } from './checkRecord';
import { keptMemory, usedMemory } from './memory';

/** A text of 100 kB may take so much of the processor's time (ms); a slow pattern takes a hundred times as much. */
const longest = 1500;
/** What took less (ms) has not used much memory either. */
const worthMeasuring = 100;
/** One input may leave so much in memory (MB). */
const mostMemory = 300;

const day = { year: 2026, month: 11, day: 25 };

/**
 * @param memoryBefore what is in use without any input (MB)
 * @param turn the number of the input: what takes long is looked at in some turns only
 * @returns what is wrong with how a text is read, written, edited and listed, or nothing
 */
export async function check(text: string, format: string, turn: number, memoryBefore: number): Promise<string | undefined> {
  const start = process.cpuUsage();
  try {
    const wrong = checkReading(text, format, turn) ?? (turn % 10 === 0 ? await checkListing(text, format) : undefined);
    if (wrong !== undefined) return wrong;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const time = process.cpuUsage(start).user / 1000;
  if (time > longest) return `took ${time.toFixed(0)} ms for ${text.length} characters`;
  const most = memoryBefore + mostMemory;
  const more = time > worthMeasuring && usedMemory() > most ? keptMemory() - memoryBefore : 0;
  return more > mostMemory ? `left ${more.toFixed(0)} MB in use` : undefined;
}

function checkReading(text: string, format: string, turn: number): string | undefined {
  const { records, problems } = readText(text, format);
  for (const { span } of problems) {
    if (span && (span.start < 0 || span.end < span.start || span.end > text.length)) return `a problem's place ${span.start} to ${span.end} is outside a text of ${text.length}`;
  }
  for (const record of records) {
    const wrong = checkRecord(record) ?? (turn % 4 === 1 ? checkKept(record) : undefined) ?? (turn % 3 === 0 ? checkWritten(record, turn / 3) : undefined);
    if (wrong !== undefined) return wrong;
  }
  if (turn % 4 === 0) {
    readText(text);
    decode(new TextEncoder().encode(text));
  }
  if (format === 'csl-yaml' && turn % 2 === 0) {
    readPaperFile(text);
    setCitekey(text, 'new1');
  }
  if (turn % 10 === 5) {
    const wrong = checkEditing(text, format, records, (turn - 5) / 10);
    if (wrong !== undefined) return wrong;
    checkText(text, format, records, day);
  }
  return Object.hasOwn(Object.prototype, 'polluted') || ({} as Record<string, unknown>).polluted !== undefined ? 'polluted a prototype' : undefined;
}
