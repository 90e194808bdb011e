import { isDeepStrictEqual } from 'node:util';
import { formatById } from '../../src/core/formats/registry';
import type { RecordChange } from '../../src/core/library/edit/recordChange';
import type { TextEdit } from '../../src/core/library/edit/textEdit';
import { applyEdits } from '../../src/core/library/edit/textEdit';
import { editBibliography } from '../../src/core/library/editBibliography';
import type { CslItem } from '../../src/core/library/record';
import type { RecordPlaces } from '../../src/core/library/recordPlaces';
import { recordPlaces } from '../../src/core/library/recordPlaces';

/** What a format's texts do when they are edited. */
export interface EditCounts {
  /** Edits that did what they should. */
  done: number;
  /** Refused: the record is broken, or the format has no place for the value. */
  refused: number;
  readonly wrong: string[];
}

/** What is set in every record, one after the other. */
export const settings: readonly Readonly<Record<string, unknown>>[] = [
  { title: 'A title that is new & other' },
  { title: undefined },
  { author: [{ family: 'Chen', given: 'Y. M.' }, { family: 'Müller', given: 'Jörg' }] },
  { issued: { 'date-parts': [[2001]] } },
  { issued: { 'date-parts': [[2001, 5, 7]] } },
  { DOI: '10.1234/edited', abstract: 'Said anew.' },
  { keyword: 'one, two' },
  { volume: undefined, page: undefined },
];

/**
 * Edits records of a text one by one, and holds what is read afterwards against what was read before.
 *
 * @param mostRecords of a longer text only so many records are edited
 */
export function checkEdits(text: string, format: string, counts: EditCounts, name: string, mostRecords: number): void {
  const keyed = format !== 'nbib';
  const before = formatById(format)?.read?.(text).records ?? [];
  const places = recordPlaces(text, format);
  if (places.length !== before.length || places.some(({ key }, index) => key !== before[index]?.id)) {
    counts.wrong.push(`${name}: ${places.length} places for ${before.length} records`);
    return;
  }
  const step = Math.max(1, Math.ceil(before.length / mostRecords));
  for (let index = 0; index < before.length; index += step) {
    const [record, place] = [before[index], places[index]];
    if (!record || !place || before.findIndex(({ id }) => id === record.id) !== index) continue;
    const check = new RecordCheck(text, format, before, places, index, counts, name);
    for (const variables of settings) check.set(variables);
    if (keyed) check.rename();
    check.remove();
  }
  checkAdding(text, format, before, counts, name);
}

class RecordCheck {
  private readonly key: string;

  constructor(
    private readonly text: string,
    private readonly format: string,
    private readonly before: readonly CslItem[],
    private readonly places: readonly RecordPlaces[],
    private readonly index: number,
    private readonly counts: EditCounts,
    private readonly name: string,
  ) {
    this.key = before[index]?.id ?? '';
  }

  set(variables: Readonly<Record<string, unknown>>): void {
    this.edited({ kind: 'set', key: this.key, variables }, (after) => {
      const old = this.before[this.index];
      const now = after[this.index];
      if (after.length !== this.before.length || !old || !now) return `${after.length} records instead of ${this.before.length}`;
      const wrong = [...new Set([...Object.keys(old), ...Object.keys(now), ...Object.keys(variables)])].find((variable) => (
        variable !== 'id' && !isDeepStrictEqual(now[variable], variable in variables ? variables[variable] : old[variable])
      ));
      return wrong === undefined ? this.others(after, this.before.map((_, at) => at)) : `${wrong} is ${JSON.stringify(now[wrong])}`;
    }, true);
  }

  rename(): void {
    this.edited({ kind: 'rename', key: this.key, newKey: 'renamedKey2' }, (after) => {
      const now = after[this.index];
      if (now?.id !== 'renamedKey2') return `key ${now?.id ?? 'none'}`;
      return isDeepStrictEqual(withoutKey(now), withoutKey(this.before[this.index])) ? this.others(after, this.before.map((_, at) => at)) : 'more than the key is other';
    }, false);
  }

  remove(): void {
    const rest = this.before.map((_, at) => at).filter((at) => at !== this.index);
    this.edited({ kind: 'remove', key: this.key }, (after) => (after.length === rest.length ? this.others(after, rest) : `${after.length} records left of ${this.before.length}`), false);
  }

  private edited(change: RecordChange, wrongIn: (after: readonly CslItem[]) => string | undefined, isLocal: boolean): void {
    const { counts, name, text, format } = this;
    const edits = editBibliography(text, format, [change]);
    if (!edits) {
      counts.refused += 1;
      return;
    }
    const after = formatById(format)?.read?.(applyEdits(text, edits)).records ?? [];
    const wrong = misplaced(edits, isLocal ? this.places[this.index] : undefined) ?? wrongIn(after);
    if (wrong === undefined) counts.done += 1;
    else counts.wrong.push(`${name}: ${JSON.stringify(change)}: ${wrong}: ${JSON.stringify(edits)}`);
  }

  /** The other records: the same as before, but for those that take fields from this one, and keys made of what a record says. */
  private others(after: readonly CslItem[], indices: readonly number[]): string | undefined {
    const wrong = indices.find((old, now) => {
      const place = this.places[old];
      const takes = /\b(?:crossref|xdata)\b/i.test(this.text.slice(place?.span.start, place?.span.end));
      return old !== this.index && !takes && !isDeepStrictEqual(withoutKey(this.before[old]), withoutKey(after[now]));
    });
    return wrong === undefined ? undefined : `record ${this.before[wrong]?.id ?? ''} is other`;
  }
}

function withoutKey(record: CslItem | undefined): object {
  return { ...record, id: undefined };
}

function checkAdding(text: string, format: string, before: readonly CslItem[], counts: EditCounts, name: string): void {
  const item: CslItem = { id: 'added2', type: 'article-journal', title: 'Added', author: [{ family: 'New', given: 'A. B.' }], issued: { 'date-parts': [[1999]] }, volume: '3' };
  const edits = editBibliography(text, format, [{ kind: 'add', item }]);
  const after = formatById(format)?.read?.(applyEdits(text, edits ?? [])).records ?? [];
  const { id, ...added } = after.at(-1) ?? {};
  const { id: own, ...wanted } = item;
  const isThere = isDeepStrictEqual({ ...added }, wanted) && (id === own || !/added/.test(id ?? ''));
  if (!edits) counts.refused += 1;
  else if (isThere && isDeepStrictEqual(after.slice(0, -1), before)) counts.done += 1;
  else counts.wrong.push(`${name}: adding: ${after.length} of ${before.length + 1}: ${JSON.stringify(after.at(-1))}`);
}

/** Edits that overlap, are out of order, or stand outside of the record. */
function misplaced(edits: readonly TextEdit[], place: RecordPlaces | undefined): string | undefined {
  const { start, end } = place?.span ?? { start: 0, end: Infinity };
  const isWrong = edits.some(({ span }, index) => span.start < (edits[index - 1]?.span.end ?? start) || span.end < span.start || span.end > end);
  return isWrong ? `misplaced ${JSON.stringify(edits)}` : undefined;
}
