import type { CslItem } from '../library/record';

/** Kinds of items met, by the variables they have; more than any real file has. */
const mostShapes = 2000;

/** With more variables a set of them would not be a whole number that JavaScript can hold. */
const mostVariables = 50;

interface Shape {
  readonly template: Readonly<Record<string, unknown>>;
  readonly variables: readonly number[];
}

/**
 * An item while its record is being read. Items with the same variables are copies of one template, so that none grows
 * property by property: that takes most of the time and memory of reading a large file.
 */
export class ItemDraft<Name extends string> {
  /** The number by which `set` knows a variable. */
  readonly of: Readonly<Record<Name, number>>;
  private readonly values: unknown[];
  private readonly shapes = new Map<number, Shape>();
  private readonly weights: readonly number[];
  private set_ = 0;

  /** @param names all variables an item may have, in the order in which it has them; 50 at most */
  constructor(private readonly names: readonly Name[]) {
    if (names.length > mostVariables) throw new Error('too many variables for one number');
    this.of = Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
    this.weights = names.map((_, index) => 2 ** index);
    this.values = names.map(() => undefined);
  }

  /** Sets a variable for the first time; a value that says nothing is passed by. */
  set(variable: number, value: unknown): void {
    if (value === undefined || value === '') return;
    if (this.values[variable] === undefined) this.set_ += this.weights[variable] ?? 0;
    this.values[variable] = value;
  }

  /** The item, and an empty draft. */
  take(): Partial<CslItem> {
    const { values, names } = this;
    const shape = this.shapeOf(this.set_);
    const item = { ...shape.template };
    for (const variable of shape.variables) {
      item[names[variable] as string] = values[variable];
      values[variable] = undefined;
    }
    this.set_ = 0;
    return item;
  }

  private shapeOf(set: number): Shape {
    const known = this.shapes.get(set);
    if (known) return known;
    const variables = this.names.map((_, index) => index).filter((index) => this.values[index] !== undefined);
    const shape = { template: Object.fromEntries(variables.map((index) => [this.names[index] as string, this.values[index]])), variables };
    if (this.shapes.size < mostShapes) this.shapes.set(set, shape);
    return shape;
  }
}
