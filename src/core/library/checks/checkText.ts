import { Lines } from '../../lines';
import type { LineRange } from '../../text';
import type { CslItem } from '../record';
import type { CheckFinding, Day } from './check';
import { checkRecord } from './checks';
import { PlacesInText } from './placesInText';

/** A finding in a text: its problem has its place. */
export interface PlacedFinding extends CheckFinding {
  /** The problem's span in lines, so that who shows it need not read the text. */
  readonly range?: LineRange;
  /** The citekey of the record. */
  readonly key: string;
}

/**
 * Checks the records of a text by all rules.
 *
 * @param records as reading the text gave them, in its order
 * @returns what is wrong or missing, each at its field, or at the citekey where the field is not there; without a place in
 *   formats that we can only read
 */
export function checkText(text: string, formatId: string, records: readonly CslItem[], today: Day): PlacedFinding[] {
  const places = new PlacesInText(text, formatId);
  const context = { today, off: new Set<never>() };
  let lines: Lines | undefined;
  return records.flatMap((record, at) =>
    checkRecord(record, context).map((finding) => {
      const span = places.of(record, at, finding.variable);
      if (!span) return { ...finding, key: record.id };
      lines ??= new Lines(text);
      return { ...finding, key: record.id, problem: { ...finding.problem, span }, range: { start: lines.at(span.start), end: lines.at(span.end) } };
    }),
  );
}
