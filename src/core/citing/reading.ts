const originals = new WeakMap<Fields, Fields>();

/** An item that is read, with what was read of it: fields, those of objects in them, and which fields there are. */
export class Reading<Item extends Fields> {
  /** To be read in the place of the item. */
  readonly item: Item;
  private readonly fields = new Map<string, readonly string[]>();
  private readonly lists = new Map<string, readonly string[]>();
  private isWritten = false;

  /** @param isLeftOut for fields of an object in the item: whether they need not be the same */
  constructor(private readonly original: Item, private readonly isLeftOut: (field: string) => boolean) {
    this.item = this.watched(original, []) as Item;
    originals.set(this.item, original);
  }

  /** @returns whether the same would be read of another item; its id is its own */
  isSameOf(other: Item): boolean {
    if (this.isWritten) return false;
    for (const path of this.fields.values()) if (value(at(this.original, path)) !== value(at(other, path))) return false;
    for (const path of this.lists.values()) if (keys(at(this.original, path)) !== keys(at(other, path))) return false;
    return true;
  }

  private watched(target: Fields, path: readonly string[]): Fields {
    return new Proxy(target, {
      get: (_, field) => {
        const found: unknown = Reflect.get(target, field);
        const below = [...path, String(field)];
        if (typeof field === 'string' && !(path.length === 0 ? field === 'id' : this.isLeftOut(field))) this.fields.set(below.join('\n'), below);
        return isObject(found) ? this.watched(found, below) : found;
      },
      has: (_, field) => (this.lists.set(path.join('\n'), path), Reflect.has(target, field)),
      ownKeys: () => (this.lists.set(path.join('\n'), path), Reflect.ownKeys(target)),
      set: (_, field, to) => ((this.isWritten = true), Reflect.set(target, field, to)),
    });
  }
}

/** The item itself where one is read in its place. */
export function unwatched<Item extends Fields>(item: Item): Item {
  return (originals.get(item) as Item | undefined) ?? item;
}

type Fields = Readonly<Record<string, unknown>>;

function at(item: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, field) => (typeof found === 'object' && found !== null ? (found as Fields)[field] : undefined), item);
}

/** What is in an object is read by itself, a list is read as a whole. */
function value(found: unknown): string | undefined {
  return isObject(found) ? '{' : JSON.stringify(found);
}

function keys(found: unknown): string {
  return isObject(found) ? JSON.stringify(Object.keys(found)) : '';
}

function isObject(found: unknown): found is Fields {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
