import type { RowStoreBuilder } from './rowStore';

const etAl = new TextEncoder().encode(' et al.');
const and = new TextEncoder().encode(' & ');

/** Puts names into a row as `authorLabel` has them: `Chen`, `Chen & Wang`, `Chen et al.`. */
export class LabelWriter {
  private count = 0;
  /** Where the first name ends in the rows. */
  private firstEnd = 0;

  constructor(private readonly store: RowStoreBuilder) {}

  /** Takes the next name's short form; none where it is empty. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (from === to || this.count > 2) return;
    const { store } = this;
    this.count += 1;
    if (this.count === 2) {
      this.firstEnd = store.length;
      store.putBytes(and);
    } else if (this.count === 3) {
      store.length = this.firstEnd;
      store.putBytes(etAl);
      return;
    }
    store.putBytes(bytes, from, to);
  }
}
