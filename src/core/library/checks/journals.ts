import { journalTable } from './journalTable';

export interface Journal {
  /** `Jpn J Clin Oncol`, as NLM has it. */
  readonly short: string;
  /** `Japanese Journal of Clinical Oncology`. */
  readonly full: string;
}

const known: readonly Journal[] = journalTable
  .trim()
  .split('\n')
  .map((line) => line.split('|'))
  .map(([short = '', full = '']) => ({ short, full }));

/** Names that are their own abbreviation (`Diabetes Care`) need none. */
const byShort: ReadonlyMap<string, Journal> = new Map(known.filter(({ short, full }) => folded(short) !== folded(full)).map((journal) => [folded(journal.short), journal]));
const byFull: ReadonlyMap<string, Journal> = new Map(known.map((journal) => [folded(journal.full), journal]));

/** @returns the journal with an abbreviated title, however it is dotted: `Jpn. J. Clin. Oncol.` */
export function journalByShort(title: string): Journal | undefined {
  return byShort.get(folded(title));
}

/** @returns the journal with a full title, whatever its capitals, and with or without `The` */
export function journalByFull(title: string): Journal | undefined {
  return byFull.get(folded(title));
}

function folded(title: string): string {
  return title.toLowerCase().replace(/&amp;|&/g, 'and').replace(/\s*\([^()]*\)\s*$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/^\s*the /, '').trim();
}
