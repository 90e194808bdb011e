import { fold } from '../fold';
import type { RowOrder, RowText } from './row';

type SortedBy = Exclude<RowOrder, 'file'>;

/** The rows that are put in order. */
interface OrderedRows {
  readonly count: number;
  slotOf(row: number): number;
  rowIn(slot: number): number | undefined;
  inSlot(slot: number): RowText | undefined;
}

/** A row with what it sorts by. */
interface Keyed {
  readonly key: string;
  readonly slot: number;
}

/** Past so many changed rows an order is made anew when it is next asked for. */
const mostInserted = 1000;

/** So many are sooner looked for one by one. */
const fewRemoved = 32;

/** A listing's slots in the orders that were asked for. */
export class ListingOrders {
  private readonly orders = new Map<SortedBy, Uint32Array>();

  constructor(private readonly listing: OrderedRows) {}

  /** @returns the slots of all rows in an order */
  get(by: SortedBy): Uint32Array {
    const known = this.orders.get(by);
    if (known) return known;
    const keyed = Array.from({ length: this.listing.count }, (_, row) => this.keyed(by, this.listing.slotOf(row)));
    const order = Uint32Array.from(keyed.sort((a, b) => this.compare(a, b)), ({ slot }) => slot);
    this.orders.set(by, order);
    return order;
  }

  /** Brings the orders up to date with a listing in which slots were removed and added. */
  update(removed: Uint32Array, added: Uint32Array): void {
    for (const [by, order] of this.orders) {
      if (Math.max(added.length, removed.length) > mostInserted) this.orders.delete(by);
      else this.orders.set(by, this.merged(by, without(order, removed), added));
    }
  }

  private merged(by: SortedBy, kept: Uint32Array, added: Uint32Array): Uint32Array {
    const order = new Uint32Array(kept.length + added.length);
    let from = 0;
    let count = 0;
    for (const each of Array.from(added, (slot) => this.keyed(by, slot)).sort((a, b) => this.compare(a, b))) {
      const place = this.placeOf(each, by, kept);
      order.set(kept.subarray(from, place), from + count);
      order[place + count] = each.slot;
      from = place;
      count += 1;
    }
    order.set(kept.subarray(from), from + count);
    return order;
  }

  /** How many of the slots come before a row. */
  private placeOf(row: Keyed, by: SortedBy, order: Uint32Array): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.keyed(by, order[middle] as number), row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private keyed(by: SortedBy, slot: number): Keyed {
    const row = this.listing.inSlot(slot);
    return { key: row ? sortKey(row, by) : '', slot };
  }

  /** Texts compare by code; equals stay in file order. */
  private compare(a: Keyed, b: Keyed): number {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return (this.listing.rowIn(a.slot) ?? 0) - (this.listing.rowIn(b.slot) ?? 0);
  }
}

/** Stretches between what is removed are copied whole: of a hundred thousand few are looked at. */
function without(order: Uint32Array, removed: Uint32Array): Uint32Array {
  const kept = new Uint32Array(order.length - removed.length);
  let from = 0;
  let count = 0;
  for (const place of placesOf(removed, order)) {
    kept.set(order.subarray(from, place), count);
    count += place - from;
    from = place + 1;
  }
  kept.set(order.subarray(from), count);
  return kept;
}

/** Where some slots are in an order, ascending. */
function placesOf(slots: Uint32Array, order: Uint32Array): Uint32Array {
  if (slots.length < fewRemoved) return Uint32Array.from(slots, (slot) => order.indexOf(slot)).sort();
  const wanted = new Set(slots);
  const places: number[] = [];
  for (let at = 0; at < order.length; at += 1) if (wanted.has(order[at] as number)) places.push(at);
  return Uint32Array.from(places);
}

/** One text that sorts as its parts would, one after the other; a missing part sorts last. */
function sortKey({ key, names, year, title }: RowText, by: SortedBy): string {
  const author = fold(names);
  const heading = fold(title).replace(/^(?:a|an|the)\s+/, '').replace(/^[^\p{L}\p{N}]+/u, '');
  const newestFirst = year.replace(/\d/g, (digit) => String(9 - Number(digit)));
  const parts = { author: [author, year, heading], year: [newestFirst, author, heading], title: [heading, author, year] }[by];
  return [...parts, key].map((part) => part || '\uffff').join('\0');
}
