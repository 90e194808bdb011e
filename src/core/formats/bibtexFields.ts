import { Sign } from './bibtexSigns';

/** The names of an entry's fields in the order of the text; entries with the same ones share it. */
interface Shape {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly longer: Map<string, Shape>;
  /** What came after these names the last time: the name as it was written, and in lower case, and the shape with it. */
  written: string;
  expected: string;
  next: Shape | undefined;
}

function shapeOf(names: readonly string[], places: ReadonlyMap<string, number>): Shape {
  return { names, places, longer: new Map(), written: '', expected: '', next: undefined };
}

/** More shapes, or more fields, than any program writes; entries with others are read without them. */
const mostShapes = 5_000;
const mostFields = 60;

/** Makes an entry's fields one by one. Files repeat the same fields again and again, so their names are stored once a file. */
export class BibtexFieldsMaker {
  private readonly first = shapeOf([], new Map());
  private shape = this.first;
  private values: string[] = [];
  private odd: Map<string, string> | undefined;
  private count = 0;

  /** @param isOdd the fields are of no entry's kind: a macro's name is a field's once */
  start(isOdd = false): void {
    this.shape = this.first;
    this.values = [];
    this.odd = isOdd ? new Map() : undefined;
  }

  /** Where the name of a field ends, before its `=`, if it is the one that came here the last time, as it mostly is. */
  expectedEnd(text: string, start: number): number | undefined {
    const { written } = this.shape;
    if (this.odd || written === '' || !text.startsWith(written, start)) return undefined;
    const end = start + written.length;
    let at = end;
    while (text.charCodeAt(at) === Sign.space) at += 1;
    return text.charCodeAt(at) === Sign.equals ? end : undefined;
  }

  /** The name that came here the last time, in lower case. */
  get expected(): string {
    return this.shape.expected;
  }

  /** Remembers how a name is written, that of the field that is added next. */
  named(written: string, name: string): string {
    if (!this.odd) {
      this.shape.written = written;
      this.shape.expected = name;
      this.shape.next = undefined;
    }
    return name;
  }

  /** The first of two equal fields counts, as in BibTeX. */
  add(name: string, value: string): void {
    if (this.odd) {
      if (!this.odd.has(name)) this.odd.set(name, value);
      return;
    }
    const next = name === this.shape.expected && this.shape.next ? this.shape.next : this.shape.longer.get(name);
    if (next !== undefined) {
      this.shape.next = name === this.shape.expected ? next : undefined;
      this.shape = next;
      this.values.push(value);
    } else if (!this.shape.places.has(name)) {
      this.addNew(name, value);
    }
  }

  finish(): ReadonlyMap<string, string> {
    return this.odd ?? new BibtexFields(this.shape, this.values);
  }

  private addNew(name: string, value: string): void {
    const { names, places, longer } = this.shape;
    if (this.count >= mostShapes || names.length >= mostFields) {
      this.odd = new Map(new BibtexFields(this.shape, this.values)).set(name, value);
      return;
    }
    this.count += 1;
    this.shape = shapeOf([...names, name], new Map(places).set(name, names.length));
    longer.set(name, this.shape);
    this.values.push(value);
  }
}

/** An entry's fields by their names in lower case. */
class BibtexFields implements ReadonlyMap<string, string> {
  constructor(
    private readonly shape: Shape,
    private readonly list: readonly string[],
  ) {}

  get size(): number {
    return this.list.length;
  }

  get(name: string): string | undefined {
    const place = this.shape.places.get(name);
    return place === undefined ? undefined : this.list[place];
  }

  has(name: string): boolean {
    return this.shape.places.has(name);
  }

  keys(): MapIterator<string> {
    return this.shape.names.values();
  }

  values(): MapIterator<string> {
    return this.list.values();
  }

  *entries(): MapIterator<[string, string]> {
    for (const [place, name] of this.shape.names.entries()) yield [name, this.list[place] ?? ''];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  forEach(visit: (value: string, name: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }
}
