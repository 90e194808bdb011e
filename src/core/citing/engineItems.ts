import type { CslItem } from '../library/record';
import { engineItem } from './engineItem';

/** When so many versions of items are kept, those that are not in use are forgotten. */
const mostKept = 30_000;

/**
 * The items that an engine has been given, by ids of their content: the engine believes that an id it knows has not changed, so
 * another version of an item is another item to it, and the same one that comes from another thread is the same.
 */
export class EngineItems {
  private readonly ids = new WeakMap<CslItem, string>();
  private byContent = new Map<string, string>();
  private items = new Map<string, CslItem>();
  private next = 0;

  /** @param keepsAll whether the style shows abstracts and the like */
  constructor(private readonly keepsAll: () => boolean) {}

  idOf(item: CslItem): string {
    const known = this.ids.get(item);
    if (known !== undefined && this.items.has(known)) return known;
    const content = JSON.stringify(item);
    const id = this.byContent.get(content) ?? `r${this.next++}`;
    this.byContent.set(content, id);
    this.ids.set(item, id);
    this.items.set(id, this.items.get(id) ?? item);
    return id;
  }

  item(id: string): CslItem | undefined {
    return this.items.get(id);
  }

  /** @returns the item as the engine takes it */
  retrieve(id: string): object | undefined {
    const item = this.items.get(id);
    return item && engineItem(item, id, this.keepsAll());
  }

  /** @returns whether items were forgotten, which the engine must do then, too */
  forgetAllBut(used: ReadonlySet<string>): boolean {
    if (this.items.size < mostKept || this.items.size < 2 * used.size) return false;
    this.items = new Map([...this.items].filter(([id]) => used.has(id)));
    this.byContent = new Map([...this.byContent].filter(([, id]) => used.has(id)));
    return true;
  }
}
