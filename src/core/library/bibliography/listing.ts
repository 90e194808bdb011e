import { IndexBuilder } from './indexBuilder';
import type { FieldWeights, IndexPart } from './indexPart';
import { ListingOrders } from './listingOrders';
import { gone, mergeIndex } from './mergeIndex';
import { NumberList } from './numberList';
import type { RowOrder, RowText } from './row';
import type { ListedRow } from './rowOf';
import { RowStoreBuilder } from './rowStore';
import type { RowStore } from './rowStore';
import { keyWord } from './searchWords';
import type { TermInRows } from './termInRows';

/** More rows than these changed since the index was made are made part of it. */
const mostAdded = 1000;

/**
 * The rows of a bibliography and the index over them. Each row stands in a slot that stays its own while rows before it
 * come and go; those that changed since the index was made stand in later slots with a small index of their own.
 */
export class Listing {
  private added: ListedRow[] = [];
  private addedIndex: IndexPart | undefined;
  private rowsBySlot: Uint32Array | undefined;
  private readonly orders = new ListingOrders(this);

  /**
   * @param slots the slot of each row, in file order
   * @param store the rows by their slots
   * @param index over the same slots
   */
  constructor(
    private slots: Uint32Array,
    private store: RowStore,
    private index: IndexPart,
  ) {}

  get count(): number {
    return this.slots.length;
  }

  /** How many slots there are, those of rows that are gone included. */
  get slotCount(): number {
    return this.store.count + this.added.length;
  }

  slotOf(row: number): number {
    return this.slots[row] as number;
  }

  /** @returns the row in a slot, counted from 0; undefined where that is gone */
  rowIn(slot: number): number | undefined {
    this.rowsBySlot ??= this.makeRowsBySlot();
    const row = this.rowsBySlot[slot] ?? gone;
    return row === gone ? undefined : row;
  }

  row(index: number): RowText | undefined {
    const slot = this.slots[index];
    return slot === undefined ? undefined : this.inSlot(slot);
  }

  /** @returns what stands in a slot, gone or not */
  inSlot(slot: number): RowText | undefined {
    return slot < this.store.count ? this.store.at(slot) : this.added[slot - this.store.count]?.row;
  }

  /** @returns the places of the rows in an order, from one on */
  inOrder(order: RowOrder, from: number, count: number): number[] {
    const end = Math.min(from + count, this.count);
    if (order === 'file') return Array.from({ length: Math.max(0, end - from) }, (_, at) => from + at);
    return Array.from(this.orders.get(order).subarray(from, end), (slot) => this.rowIn(slot) ?? 0);
  }

  /** @returns the first row with a citekey, else the first with such an alias */
  find(key: string): number | undefined {
    let byAlias: number | undefined;
    for (const row of this.rowsWithKey(key)) {
      const text = this.row(row);
      if (text?.key === key) return row;
      if (byAlias === undefined && text?.aliases.includes(key)) byAlias = row;
    }
    return byAlias;
  }

  /** @returns the rows of which a text is the key or an alias, but perhaps for case and accents, in file order */
  rowsWithKey(key: string): number[] {
    const word = keyWord(key);
    const slots = [...this.index.withKey(word), ...(this.indexOfAdded()?.withKey(word) ?? []).map((slot) => slot + this.store.count)];
    return slots.map((slot) => this.rowIn(slot)).filter((row) => row !== undefined).sort((a, b) => a - b);
  }

  /** @returns the places of rows that have the same citekey, in file order */
  sharedKeys(): Map<string, number[]> {
    const rows = new Set<number>();
    for (const slot of this.index.sharedKeys().flat()) rows.add(this.rowIn(slot) ?? -1);
    for (const { row } of this.added) for (const same of this.rowsWithKey(row.key)) rows.add(same);
    rows.delete(-1);
    const byKey = new Map<string, number[]>();
    for (const row of [...rows].sort((a, b) => a - b)) {
      const key = this.row(row)?.key ?? '';
      const same = byKey.get(key);
      if (same) same.push(row);
      else byKey.set(key, [row]);
    }
    for (const [key, same] of byKey) if (same.length < 2) byKey.delete(key);
    return byKey;
  }

  /**
   * Notes for each slot how much a word counts there.
   * @param scores one for each slot
   * @param anywhere whether insides of words count however short the word is
   * @param weights how much it counts in which field; without them, as hits are ranked
   */
  score(word: string, scores: Uint8Array, anywhere: boolean, weights?: FieldWeights): void {
    this.index.score(word, scores, 0, anywhere, weights);
    this.indexOfAdded()?.score(word, scores, this.store.count, anywhere, weights);
  }

  /** The same for a word that stands as it is, not as part of another. */
  scoreWhole(word: string, scores: Uint8Array, weights: Uint8Array): void {
    this.index.scoreWhole(word, scores, 0, weights);
    this.indexOfAdded()?.scoreWhole(word, scores, this.store.count, weights);
  }

  /** @returns CSL's type of what stands in a slot */
  typeIn(slot: number): string {
    return (slot < this.store.count ? this.store.types[slot] : this.added[slot - this.store.count]?.row.type) ?? '';
  }

  /** @returns whether what stands in a slot has what a term asks for */
  holds(slot: number, term: TermInRows): boolean {
    if (slot < this.store.count) return term.inStore(this.store, slot);
    const added = this.added[slot - this.store.count];
    return added !== undefined && term.inRow(added);
  }

  /** Puts rows in place of others. */
  splice(first: number, removed: number, added: readonly ListedRow[]): void {
    const before = this.slots;
    const slots = new Uint32Array(before.length - removed + added.length);
    slots.set(before.subarray(0, first));
    for (let at = 0; at < added.length; at += 1) slots[first + at] = this.slotCount + at;
    slots.set(before.subarray(first + removed), first + added.length);
    const newSlots = slots.subarray(first, first + added.length);
    this.slots = slots;
    this.added.push(...added);
    this.addedIndex = undefined;
    this.rowsBySlot = undefined;
    this.orders.update(before.subarray(first, first + removed), newSlots);
    if (this.added.length > mostAdded) this.settle();
  }

  /** Makes rows that changed part of the index, and forgets in it those that are gone. */
  settle(): { readonly slots: Uint32Array; readonly store: RowStore; readonly index: IndexPart } {
    const addedIndex = this.indexOfAdded();
    if (addedIndex) {
      const slotOf = new Uint32Array(this.slotCount).fill(gone);
      for (const slot of this.slots) slotOf[slot] = slot;
      this.index = mergeIndex(this.index, addedIndex, slotOf, this.slotCount);
      const builder = RowStoreBuilder.after(this.store);
      for (const row of this.added) builder.add(row);
      this.store = builder.finish();
      this.added = [];
      this.addedIndex = undefined;
    }
    return { slots: this.slots, store: this.store, index: this.index };
  }

  private indexOfAdded(): IndexPart | undefined {
    if (this.addedIndex === undefined && this.added.length > 0) {
      const builder = new IndexBuilder();
      for (const { row, names } of this.added) builder.add(row, names);
      this.addedIndex = builder.finish();
    }
    return this.addedIndex;
  }

  private makeRowsBySlot(): Uint32Array {
    const rows = new Uint32Array(this.slotCount).fill(gone);
    for (let row = 0; row < this.slots.length; row += 1) rows[this.slots[row] as number] = row;
    return rows;
  }
}

/** Makes a listing row by row. */
export class ListingBuilder {
  /** For rows that are put there part by part, of which `added` is to know. */
  readonly store = new RowStoreBuilder();
  readonly index = new IndexBuilder();
  private readonly slots = new NumberList();
  private filled = 0;

  get count(): number {
    return this.slots.length;
  }

  /** Adds the next row. */
  add(listed: ListedRow): void {
    this.slots.push(this.fill(listed));
  }

  /** Takes the row that was put into `store` and `index` for the next one. */
  added(): void {
    this.slots.push(this.filled++);
  }

  /** Keeps a place for the next row, which `fillIn` brings later. */
  reserve(): number {
    this.slots.push(gone);
    return this.slots.length - 1;
  }

  fillIn(row: number, listed: ListedRow): void {
    this.slots.set(row, this.fill(listed));
  }

  finish(): Listing {
    return new Listing(this.slots.view().slice(), this.store.finish(), this.index.finish());
  }

  private fill(listed: ListedRow): number {
    const { row, names } = listed;
    this.store.add(listed);
    this.index.add(row, names);
    return this.filled++;
  }
}
