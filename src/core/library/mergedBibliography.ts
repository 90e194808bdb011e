import { editBibliography } from './editBibliography';
import type { RecordChange } from './edit/recordChange';
import type { TextEdit } from './edit/textEdit';
import { type RecordPlaces, recordPlaces } from './recordPlaces';

/** A record of a text: of several with one key, the one in this place among all. */
export interface RecordAt {
  readonly key: string;
  readonly index: number;
}

/** What merging changes in one bibliography. */
export interface RecordMerge {
  /** The record that takes values of others; undefined where that stands elsewhere. */
  readonly kept?: RecordAt;
  /** The values that it takes, its aliases (`other-ids`) among them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The records that go. */
  readonly gone: readonly RecordAt[];
  /** The key that names the work from now on: what names one that goes in the file (`crossref`) names it by this. */
  readonly key: string;
}

export interface MergedBibliography {
  /** Undefined where it cannot be done. */
  readonly edits: readonly TextEdit[] | undefined;
  /** Whether the format has no place for other keys, so that those that go are lost. */
  readonly losesKeys: boolean;
  /** The variables for which the format has no place, or not for their values. */
  readonly unplaced: readonly string[];
}

const aliases = 'other-ids';

/** Makes of some records of a bibliography one, with the smallest edits; all else stays as it was. */
export function mergedBibliography(text: string, formatId: string, merge: RecordMerge): MergedBibliography {
  const places = recordPlaces(text, formatId);
  const isThere = [...(merge.kept ? [merge.kept] : []), ...merge.gone].every((record) => placeOf(record, places));
  const { [aliases]: keys, ...fields } = merge.variables;
  const attempt = (variables: RecordMerge['variables']): readonly TextEdit[] | undefined => editsOf(text, formatId, places, { ...merge, variables });
  const edits = attempt(merge.variables);
  if (edits || !merge.kept || !isThere) return { edits, losesKeys: false, unplaced: [] };
  const withoutKeys = keys === undefined ? undefined : attempt(fields);
  if (withoutKeys) return { edits: withoutKeys, losesKeys: true, unplaced: [] };
  const unplaced = Object.entries(fields).filter(([variable, value]) => !attempt({ [variable]: value })).map(([variable]) => variable);
  return { edits: undefined, losesKeys: false, unplaced };
}

function editsOf(text: string, formatId: string, places: readonly RecordPlaces[], { kept, variables, gone, key }: RecordMerge): readonly TextEdit[] | undefined {
  const all = [...(kept ? [kept] : []), ...gone];
  const found = all.map((record) => placeOf(record, places));
  if (!found.every((place) => place !== undefined) || new Set(found).size < found.length) return undefined;
  const changes = found.map((place, at): RecordChange => {
    const where = { key: place.key, near: place.span };
    return kept && at === 0 ? { kind: 'set', ...where, variables } : { kind: 'remove', ...where, instead: key };
  });
  return editBibliography(text, formatId, changes);
}

function placeOf({ key, index }: RecordAt, places: readonly RecordPlaces[]): RecordPlaces | undefined {
  const there = places[index];
  return there?.key === key ? there : places.find((place) => place.key === key);
}
