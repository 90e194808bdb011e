import { formatById } from '../../formats/registry';
import type { Span } from '../../text';

/** A record's place and its key. */
export interface Aligned {
  readonly key: string;
  readonly span: Span;
}

/**
 * Which stretch of a text is which of the records that its format's reader finds in it. Where the numbers differ each
 * stretch is read by itself, and those that hold no record are passed over.
 *
 * @returns nothing where they cannot be matched
 */
export function alignRecords(text: string, formatId: string, spans: readonly Span[]): readonly Aligned[] {
  const read = formatById(formatId)?.read;
  const keys = read?.(text).records.map(({ id }) => id) ?? [];
  const own = spans.length === keys.length ? spans : spans.filter(({ start, end }) => (read?.(text.slice(start, end)).records.length ?? 0) > 0);
  return own.length === keys.length ? own.map((span, index) => ({ span, key: keys[index] ?? '' })) : [];
}
