import type { CslItem } from '../library/record';

/** By variable, what a record says; undefined where it says nothing. */
export type DraftValues = readonly unknown[];

/** An item while its record is being read; one serves for all records in turn. */
export class ItemDraft<Name extends string> {
  /** The number by which `set` knows a variable. */
  readonly of: Readonly<Record<Name, number>>;
  private readonly values: unknown[];

  /**
   * @param names all variables an item may have
   * @param itemOf makes the item; it names each variable, since V8 takes several times as long for computed keys
   */
  constructor(
    names: readonly Name[],
    private readonly itemOf: (values: DraftValues) => Partial<CslItem>,
  ) {
    this.of = placesOf(names);
    this.values = names.map(() => undefined);
  }

  /** Sets a variable; a value that says nothing is passed by. */
  set(variable: number, value: unknown): void {
    if (value === undefined || value === '') return;
    this.values[variable] = value;
  }

  /** The item, and an empty draft. */
  take(): Partial<CslItem> {
    const { values } = this;
    const item = this.itemOf(values);
    for (let index = 0; index < values.length; index += 1) values[index] = undefined;
    return item;
  }
}

/** By its name, where in a draft's values a variable is. */
export function placesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}
