import { Citekeys, isCitable } from '../library/citekey';
import type { CslItem } from '../library/record';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { ReadResult } from './format';

/** One record as a format tells it, without its place among the others. */
export interface RecordReading {
  /** Its own object; an id in it is none yet, and keeps the place. */
  readonly record: Partial<CslItem>;
  /** The citekey, where the format has one. */
  readonly key?: string | undefined;
  /** The list of authors ends with `et al.`, or is said to be incomplete. */
  readonly truncated?: boolean;
}

/** Gathers the records of a text, gives each a citekey of its own, and keeps what could not be read. */
export class RecordList {
  private readonly records: CslItem[] = [];
  private readonly problems: Problem[] = [];
  private readonly keys = new Citekeys();

  add({ record, key, truncated }: RecordReading, span?: Span): void {
    const own = key?.trim();
    const id = own !== undefined && isCitable(own) && this.keys.claim(own) ? own : this.keys.make(record);
    this.records.push((record.id === undefined ? { id, ...record } : Object.assign(record, { id })) as CslItem);
    if (truncated) this.tell(problem('names-incomplete', 'warning', {}, span));
  }

  tell(found: Problem): void {
    this.problems.push(found);
  }

  result(): ReadResult {
    return { records: this.records, problems: this.problems };
  }
}

/** A CSL item of those variables that have something to say. */
export function cslItem(type: string, variables: Readonly<Record<string, unknown>>): Partial<CslItem> {
  const item: Record<string, unknown> = { type };
  for (const name of Object.keys(variables)) {
    const value = variables[name];
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) {
      item[name] = value;
    }
  }
  return item;
}

/** So many keywords are compared with one another faster than a set of them is made. */
const few = 32;

/** Words, each once. */
function different(words: readonly string[]): readonly string[] {
  if (words.length > few) return [...new Set(words)];
  const found: string[] = [];
  for (const word of words) {
    if (!found.includes(word)) found.push(word);
  }
  return found;
}

/** Keywords as one text: separated by `, `, or by `; ` where one has a comma in it (`Aged, 80 and over`). */
export function joinKeywords(words: readonly string[]): string {
  const once = different(words);
  return once.join(once.some((word) => word.includes(',')) ? '; ' : ', ');
}
