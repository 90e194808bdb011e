import type { Contribution } from './contributions';
import { EditedText } from './editedText';
import type { Field, FieldForm, FieldText } from './fieldForm';
import { groupBy } from './groupBy';

/** What is to be done with a record's fields, by their indices. */
export interface FieldPlan {
  readonly replaced: ReadonlyMap<number, { readonly value: string; readonly before: string | undefined }>;
  /** After -1: before all others. */
  readonly inserted: readonly { readonly after: number; readonly field: Field }[];
  readonly removed: ReadonlySet<number>;
}

/** @returns the source with a plan carried out; undefined where that leaves it broken */
export function carriedOut(form: FieldForm, source: string, fields: readonly FieldText[], plan: FieldPlan): EditedText | undefined {
  const edited = new EditedText(source);
  const replacing = [...plan.replaced].flatMap(([index, { value, before }]) => {
    const field = fields[index];
    return field ? [form.replaced(source, field, value, before)] : [];
  });
  const inserting = [...groupBy(plan.inserted, ({ after }) => after)].flatMap(([after, added]) => form.inserted(source, fields, after, added.map(({ field }) => field)));
  edited.apply([...replacing, ...inserting].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end));
  if (plan.removed.size === 0) {
    return edited;
  }
  const now = form.fields(edited.text);
  if (!now) {
    return undefined;
  }
  const anchors = plan.inserted.map(({ after }) => after).sort((one, other) => one - other);
  let before = 0;
  const gone = [...plan.removed].sort((one, other) => one - other).map((index) => {
    while (before < anchors.length && (anchors[before] ?? 0) < index) before += 1;
    return index + before;
  });
  edited.apply(form.removed(edited.text, now, gone));
  return edited;
}

/** How two lists differ when what is alike at both ends is left aside. */
interface Difference {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function difference(before: readonly string[], after: readonly string[]): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

/** A record as its writer has it: as it was, and as it should be. */
export interface Rewriting {
  readonly before: readonly Field[];
  readonly after: readonly Field[];
}

/**
 * Carries over to a record's own fields what changes between two ways in which the writer has it.
 *
 * @param sources the fields that say what is to change, some perhaps under other names than the writer has: BibLaTeX's
 *   `journaltitle` for `journal`
 * @param repeats whether a field may be put beside another of its name that says something else
 */
export function alignedPlan(fields: readonly FieldText[], { before, after }: Rewriting, sources: readonly Contribution[], repeats: boolean): FieldPlan {
  const replaced = new Map<number, { value: string; before: string | undefined }>();
  const removed = new Set<number>();
  const own = new Map<Field, number>();
  const oldNames = grouped(before);
  const newNames = grouped(after);
  const inSource = grouped(fields.map((field, index) => ({ ...field, index })));
  const synonyms = sources.filter(({ name }) => !oldNames.has(name) && !newNames.has(name));
  for (const name of new Set([...oldNames.keys(), ...newNames.keys()])) {
    const [olds, news] = [oldNames.get(name) ?? [], newNames.get(name) ?? []];
    const isOther = olds.length === 0 && repeats && !sources.some((source) => source.name === name);
    const synonym = sameFields(olds, news) || olds.length === 0 ? undefined : synonyms.find((each) => each.fields.length === olds.length);
    const indices = isOther ? [] : (inSource.get(name)?.map(({ index }) => index) ?? synonym?.fields ?? []);
    align({ olds, news, indices }, { replaced, removed, own });
  }
  return { replaced, removed, inserted: insertions(after, own, oldNames) };
}

/** Fields of one name: as they were and are written, and which they are in the source. */
interface SameName {
  readonly olds: readonly Field[];
  readonly news: readonly Field[];
  readonly indices: readonly number[];
}

interface Alignment {
  readonly replaced: Map<number, { value: string; before: string | undefined }>;
  readonly removed: Set<number>;
  /** By the field that is written now, the field of the source that it is. */
  readonly own: Map<Field, number>;
}

/** What is alike at both ends stays; of the rest the first are given the new values, and those left over go. */
function align({ olds, news, indices }: SameName, { replaced, removed, own }: Alignment): void {
  const isAlike = indices.length === olds.length;
  const isSame = sameFields(olds, news);
  const { start, oldEnd, newEnd } = isAlike ? difference(olds.map(valueOf), news.map(valueOf))
    : { start: 0, oldEnd: isSame ? 0 : indices.length, newEnd: isSame ? 0 : news.length };
  news.forEach((field, index) => {
    const place = index < newEnd ? (index < Math.max(start, oldEnd) ? index : undefined) : index - newEnd + oldEnd;
    const at = place === undefined ? undefined : indices[place];
    if (at === undefined) return;
    own.set(field, at);
    if (index >= start && index < newEnd) replaced.set(at, { value: field.value, before: isAlike ? olds[place ?? 0]?.value : undefined });
  });
  for (const at of indices.slice(Math.max(start, Math.min(newEnd, oldEnd)), oldEnd)) removed.add(at);
}

function sameFields(some: readonly Field[], others: readonly Field[]): boolean {
  return some.length === others.length && some.every(({ value }, index) => value === others[index]?.value);
}

/** All that says what is to change goes, and where the first of it was, what the writer has for it. */
export function rewritingPlan(fields: readonly FieldText[], { before, after }: Rewriting, gone: readonly Contribution[]): FieldPlan {
  const removed = new Set(gone.flatMap((each) => each.fields));
  const fresh = after.filter(({ name, value }) => !before.some((field) => field.name === name && field.value === value));
  const first = fields.findIndex((_, index) => removed.has(index));
  const anchor = first < 0 ? fields.length - 1 : first;
  return { replaced: new Map(), removed, inserted: fresh.map((field) => ({ after: anchor, field })) };
}

/** New fields stand after those that the writer has before them. */
function insertions(after: readonly Field[], own: ReadonlyMap<Field, number>, oldNames: ReadonlyMap<string, readonly Field[]>): { after: number; field: Field }[] {
  const inserted: { after: number; field: Field }[] = [];
  let anchor = -1;
  for (const field of after) {
    const at = own.get(field);
    if (at !== undefined) anchor = at;
    else if (!oldNames.get(field.name)?.some(({ value }) => value === field.value)) inserted.push({ after: anchor, field });
  }
  return inserted;
}

function grouped<F extends Field>(fields: readonly F[]): Map<string, F[]> {
  return groupBy(fields, ({ name }) => name);
}

function valueOf({ value }: Field): string {
  return value;
}
