import { asksForCapitals, capitalsOf, conceptOf, firstEntry, nextEntry, size } from './wordTrie';

/** More concepts of one name are more than anyone reads; it also bounds a search. */
const entriesOfName = 32;

/** Makes the lists of what names mean: none for most, whose only concept stands in their node. */
export class NameLists {
  private all = new Int32Array(256 * size);
  private count = 1;

  entries(): Int32Array {
    return this.all.slice(0, this.count * size);
  }

  /**
   * @param names those of a node (`namesOf`)
   * @param meant `concept * 8 + rank`
   * @param capitals 0 for any
   * @param again whether its concept has the name in several spellings: it stands in a list then, so that what is said of it is of no other name
   * @returns the names of the node with one more, if it is not there
   */
  with(names: number, meant: number, capitals: number, again: boolean): number {
    if (names === 0 && capitals === 0 && !again) return -meant - 1;
    const list = this.listed(this.asList(names), meant, capitals);
    return list * 2 + (capitals !== 0 || asksForCapitals(names) ? 1 : 0);
  }

  private asList(names: number): number {
    return names < 0 ? this.newEntry(0, -names - 1, 0) : firstEntry(names);
  }

  private listed(list: number, meant: number, capitals: number): number {
    const trie = { entries: this.all };
    let length = 0;
    for (let at = list; at !== 0; at = nextEntry(trie, at)) {
      const known = capitalsOf(trie, at);
      if (conceptOf(trie, at) === meant >> 3 && (known === capitals || known === 0)) return list;
      if (++length === entriesOfName) return list;
    }
    return this.newEntry(list, meant, capitals);
  }

  private newEntry(next: number, meant: number, capitals: number): number {
    const at = this.count * size;
    if (at === this.all.length) {
      const longer = new Int32Array(at * 2);
      longer.set(this.all);
      this.all = longer;
    }
    this.all[at] = next;
    this.all[at + 1] = meant >> 3;
    this.all[at + 2] = capitals;
    this.all[at + 3] = meant & 7;
    return this.count++;
  }
}
