import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { FieldForm, FieldText } from './fieldForm';
import { sameValue } from './sameValue';
import { applyEdits } from './textEdit';

/** More kinds of fields than any record has; what comes after them is not looked at, so that no record takes long. */
const mostNames = 150;

/** What becomes of a record without the fields of a name. */
export interface Contribution {
  readonly name: string;
  /** Indices of the fields. */
  readonly fields: readonly number[];
  /** The variables that would be others. */
  readonly variables: ReadonlySet<string>;
  /** Those that would be no more. */
  readonly wholly: ReadonlySet<string>;
}

/**
 * Which fields say which variables, found by reading the record without them: so what a format's reader knows of its
 * fields need not be told a second time.
 */
export function contributions(form: FieldForm, source: string, fields: readonly FieldText[], record: CslItem): Contribution[] {
  const byName = new Map<string, number[]>();
  fields.forEach(({ name }, index) => {
    const known = byName.get(name);
    if (known) known.push(index);
    else if (byName.size < mostNames) byName.set(name, [index]);
  });
  return [...byName].map(([name, indices]) => {
    const without = form.read(applyEdits(source, form.removed(source, fields, indices)));
    const variables = Object.keys(record).filter((variable) => !sameValue(record[variable], without?.[variable]));
    return { name, fields: indices, variables: new Set(variables), wholly: new Set(variables.filter((variable) => without?.[variable] === undefined)) };
  });
}

/** Where the values of a record's variables stand: of several fields the one that matters most, or the first. */
export function variablePlaces(form: FieldForm, source: string): ReadonlyMap<string, Span> {
  const fields = form.fields(source);
  const record = fields && form.read(source);
  const places = new Map<string, Span>();
  if (!record) {
    return places;
  }
  const found = contributions(form, source, fields, record);
  for (const kind of ['wholly', 'variables'] as const) {
    for (const contribution of found) {
      const span = fields[contribution.fields[0] ?? -1]?.innerSpan;
      for (const variable of contribution[kind]) {
        if (span && !places.has(variable)) places.set(variable, span);
      }
    }
  }
  return places;
}
