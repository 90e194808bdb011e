import type { CslItem } from '../record';
import type { Contribution } from './contributions';
import { contributions } from './contributions';
import { EditedText } from './editedText';
import type { Field, FieldForm, FieldText, Written } from './fieldForm';
import type { FieldPlan } from './fieldPlan';
import { alignedPlan, carriedOut, rewritingPlan } from './fieldPlan';
import { sameValue } from './sameValue';
import type { TextEdit } from './textEdit';

type Variables = Readonly<Record<string, unknown>>;

/** Values that are tried in fields that are there; more are a list, which is changed as one. */
const mostTried = 6;

/**
 * Gives variables of a record other values by changing as few of its fields as will do. What the writer would write
 * now and did not before is put into the record's own fields, and the record is read again to see that it says what it
 * should, and nothing else has changed.
 *
 * @returns the edits of the source; undefined where it is broken or the format has no place for a value
 */
export function setFields(form: FieldForm, source: string, variables: Variables): readonly TextEdit[] | undefined {
  const edited = new EditedText(source);
  const names = Object.keys(variables);
  // One by one, since then each takes the least; together where they depend on each other.
  const isDone = names.every((name) => {
    const one = new FieldSetting(form, edited.text, { [name]: variables[name] }).result();
    if (one) edited.apply(one);
    return one !== undefined;
  });
  return isDone ? edited.edits() : names.length > 1 ? new FieldSetting(form, source, variables).result() : undefined;
}

/** One change of some variables of one record. */
class FieldSetting {
  private readonly fields: readonly FieldText[] | undefined;
  private readonly before: CslItem | undefined;

  constructor(private readonly form: FieldForm, private readonly source: string, private readonly variables: Variables) {
    this.fields = form.fields(source);
    this.before = form.read(source);
  }

  result(): readonly TextEdit[] | undefined {
    const { fields, before, form, source } = this;
    if (!fields || !before) {
      return undefined;
    }
    const changed = Object.keys(this.variables).filter((variable) => !sameValue(before[variable], this.variables[variable]));
    if (changed.length === 0) {
      return [];
    }
    const wanted = { ...before, ...this.variables };
    const old = form.written(before, source);
    const written = form.written(wanted, source);
    // A key that is made of what the record says is said by none of its fields.
    const sources = contributions(form, source, fields, before).filter(({ variables }) => changed.some((variable) => variable !== 'id' && variables.has(variable)));
    const without = form.written(withoutAll(before, changed), source);
    const writings = { old: old.fields, without: without.fields, now: written.fields };
    for (const plan of plans(fields, writings, sources, changed, form.repeats)) {
      const edited = carriedOut(form, source, fields, plan);
      if (edited && this.isMet(form.read(edited.text), before, wanted, written, changed)) return edited.edits();
    }
    return undefined;
  }

  /** Whether a record says what it should: as asked, or as the format can say it; and all else as before. */
  private isMet(after: CslItem | undefined, before: CslItem, wanted: CslItem, { item }: Written, changed: readonly string[]): boolean {
    if (!after) {
      return false;
    }
    const isTyped = changed.includes('type');
    return Object.keys({ ...before, ...wanted, ...after }).every((variable) => {
      if (changed.includes(variable)) {
        return sameValue(after[variable], wanted[variable]) || (variable !== 'id' && wanted[variable] !== undefined && item?.[variable] !== undefined && sameValue(after[variable], item[variable]));
      }
      // Where the format has no keys, they are made of what the record says.
      return variable === 'id' || sameValue(after[variable], before[variable]) || (isTyped && sameValue(after[variable], item?.[variable]));
    });
  }
}

/** A record as the writer has it: as it was, without what changes, and as it should be. */
interface Writings {
  readonly old: readonly Field[];
  readonly without: readonly Field[];
  readonly now: readonly Field[];
}

/** Ways to do it, those that change least first. */
function* plans(fields: readonly FieldText[], { old, without, now }: Writings, sources: readonly Contribution[], changed: readonly string[], repeats: boolean): Generator<FieldPlan> {
  const fresh = now.filter(({ name, value }) => !old.some((field) => field.name === name && field.value === value));
  yield* singlePlans(fresh, old, sources);
  for (const after of partly(old, now)) yield alignedPlan(fields, { before: old, after }, sources, repeats);
  const aligned = alignedPlan(fields, { before: old, after: now }, sources, repeats);
  yield aligned;
  const mere = sources.filter(({ variables }) => [...variables].every((variable) => changed.includes(variable)));
  for (const gone of [mere, sources]) {
    const rest = gone.filter((each) => !each.fields.some((index) => aligned.replaced.has(index)));
    yield { ...aligned, removed: new Set([...aligned.removed, ...rest.flatMap((each) => each.fields)]) };
  }
  for (const gone of [mere, sources]) yield rewritingPlan(fields, { before: without, after: now }, gone);
}

/** The record as it was but for the fields of one name, for each name that changes. */
function partly(old: readonly Field[], now: readonly Field[]): readonly (readonly Field[])[] {
  const names = [...new Set([...old, ...now].map(({ name }) => name))];
  const changed = new Set(names.filter((name) => !sameValue(old.filter((field) => field.name === name), now.filter((field) => field.name === name))));
  return changed.size < 2 || changed.size > mostTried ? [] : [...changed].map((own) => (
    [...now.filter(({ name }) => name === own || !changed.has(name)), ...old.filter(({ name }) => name !== own && changed.has(name))]
  ));
}

function withoutAll(item: CslItem, variables: readonly string[]): CslItem {
  return { ...item, ...Object.fromEntries(variables.map((variable) => [variable, variable === 'id' || variable === 'type' ? item[variable] : undefined])) };
}

/** One field with another value, or without one. */
function* singlePlans(fresh: readonly Field[], before: readonly Field[], sources: readonly Contribution[]): Generator<FieldPlan> {
  if (fresh.length > mostTried) {
    return;
  }
  const nothing = new Set<number>();
  for (const isSame of [true, false]) {
    for (const { name, value } of fresh) {
      for (const source of sources) {
        const [first] = source.fields;
        if (first === undefined || (source.name === name) !== isSame) continue;
        const old = before.filter((field) => field.name === name);
        yield { replaced: new Map([[first, { value, before: old.length === 1 ? old[0]?.value : undefined }]]), inserted: [], removed: nothing };
      }
    }
  }
  if (fresh.length === 0) {
    for (const source of sources) yield { replaced: new Map(), inserted: [], removed: new Set(source.fields) };
  }
}
