import { grown } from './grown';
import { NameLists } from './nameLists';
import { bitOf, bitsAt, childrenAt, namesAt, placeAmong, root, roomBits, rooms, size, type WordTrie } from './wordTrie';

/** So many numbers a row has after its words at most. */
const afterWords = 2;

/** So few rows are sorted by looking at all. */
const few = 12;

/** In what a row says of its concept. */
const cameAgain = 2;

/** Of so many rows at most is it known that they are here: a concept has hardly more names, and its names come one after the other. */
const rowsKnown = 1024;

/**
 * Makes a trie of names. They are kept as they come and sorted word by word at the end, which goes through the memory in order; to
 * look for each word of each name in a table of all nodes takes five times as long with hundreds of thousands of names.
 */
export class WordTrieBuilder {
  /**
   * Row by row: its words; below 0, the concept, the rank, whether it came again and whether it asks for capitals; and those, if it
   * does. A row goes by where it begins.
   */
  private rows = new Int32Array(1 << 14);
  private length = 0;
  /** The rows, in the order of their words as far as they are sorted; and of those that are being sorted, their words. */
  private order = new Int32Array(1 << 12);
  private keys = new Int32Array(0);
  private rowCount = 0;
  /** By their words' hash, rows that came last; 0 for the first of all as well as for none. */
  private readonly recent = new Int32Array(rowsKnown);
  private readonly lists = new NameLists();
  private nodes = new Int32Array(0);
  private nodeCount = 1;
  /** By word, how many rows have it; which words those are; and the rows in their new order, with their words. */
  private counts = new Int32Array(0);
  private different = new Int32Array(0);
  private sorted = new Int32Array(0);
  private sortedKeys = new Int32Array(0);

  /**
   * Names come again for their concept, as `Leukocytosis` does as `leukocytosis`: such a row is noted in the one before.
   *
   * @param words ids from 1 on, those from `begin` to before `end`, at least one
   * @param capitals 0 for any
   * @param rank smaller is better; below 8
   */
  add(words: Int32Array, begin: number, end: number, concept: number, capitals: number, rank: number): void {
    this.rows = grown(this.rows, this.length + end - begin + afterWords);
    const { rows, length: row } = this;
    let to = row;
    let hash = concept;
    for (let at = begin; at < end; at++) {
      const word = words[at] ?? 0;
      rows[to++] = word;
      hash = Math.imul(hash ^ word, 0x9e3779b1);
    }
    rows[to] = -1 - ((concept * 8 + rank) * 4 + (capitals === 0 ? 0 : 1));
    rows[to + 1] = capitals;
    const place = (hash >>> 20) & (rowsKnown - 1);
    const last = this.recent[place] ?? 0;
    if (last < row && this.isSame(last, row, to)) return;
    this.recent[place] = row;
    this.order = grown(this.order, this.rowCount + 1);
    this.order[this.rowCount++] = row;
    this.length = to + (capitals === 0 ? 1 : 2);
  }

  /** Whether a row says what another does, whose words end before `end`; its rank is no matter. If so, it is noted that it came again. */
  private isSame(row: number, other: number, end: number): boolean {
    const { rows } = this;
    let at = row;
    for (let by = other; by < end; by++, at++) if (rows[at] !== rows[by]) return false;
    const said = -1 - (rows[at] ?? 0);
    const saidAgain = -1 - (rows[end] ?? 0);
    if (said < 0 || said >> 5 !== saidAgain >> 5 || (said & 1) !== (saidAgain & 1) || ((said & 1) === 1 && rows[at + 1] !== rows[end + 1])) return false;
    rows[at] = -1 - (said | cameAgain);
    return true;
  }

  /** @param words how many different ones there are; no more names can be added */
  build(words: number): WordTrie {
    const { rowCount } = this;
    this.nodes = new Int32Array((this.length >> 1) * size + 64);
    this.keys = new Int32Array(rowCount);
    this.different = new Int32Array(rowCount);
    this.sorted = new Int32Array(rowCount);
    this.sortedKeys = new Int32Array(rowCount);
    this.counts = new Int32Array(words + 1);
    this.fill(root, 0, rowCount, 0);
    return { nodes: this.nodes.slice(0, this.nodeCount * size), entries: this.lists.entries() };
  }

  /** Gives a node the names that end there, and the nodes after it, by the rows from `low` to before `high`. */
  private fill(node: number, low: number, high: number, depth: number): void {
    const end = this.takeEnded(node, low, high, depth);
    if (end - low < 2) {
      if (end > low) this.chain(node, this.order[low] ?? 0, depth);
      return;
    }
    const count = end - low <= few ? this.sortFew(low, end) : this.sortMany(low, end);
    const children = this.newNodes(count);
    this.nodes[node * size + childrenAt] = children;
    this.fillChildren(node, children, low, end, depth + 1);
  }

  /** Gives a node the names of the rows that have no more words, and notes the next word of the others. @returns after the last of those, which keep their order */
  private takeEnded(node: number, low: number, high: number, depth: number): number {
    const { rows, order, keys } = this;
    let kept = low;
    for (let at = low; at < high; at++) {
      const row = order[at] ?? 0;
      const word = rows[row + depth] ?? 0;
      if (word < 0) this.addName(node, row + depth);
      else {
        keys[kept] = word;
        order[kept++] = row;
      }
    }
    return kept;
  }

  /** The rows stand in the order of their words; what is below a node changes `keys` no further than its own rows. */
  private fillChildren(node: number, children: number, low: number, high: number, depth: number): void {
    const { order, keys } = this;
    for (let from = low; from < high; ) {
      const word = keys[from] ?? 0;
      let to = from + 1;
      while (to < high && keys[to] === word) to++;
      const child = this.put(node, children, word);
      if (to === from + 1) this.chain(child, order[from] ?? 0, depth);
      else this.fill(child, from, to, depth);
      from = to;
    }
  }

  /** Adds all further words of a row that no other has in common with it, each as the only one after the one before. */
  private chain(from: number, row: number, depth: number): void {
    const { rows } = this;
    let { nodes } = this;
    let node = from;
    let at = row + depth;
    for (let word = rows[at] ?? 0; word > 0; word = rows[++at] ?? 0) {
      const next = this.nodeCount++;
      if ((next + 1) * size > nodes.length) nodes = this.nodes = grown(nodes, (next + 1) * size);
      nodes[node * size + childrenAt] = (next << roomBits) | 1;
      nodes[node * size + bitsAt] = bitOf(word);
      nodes[next * size] = word;
      node = next;
    }
    this.addName(node, at);
  }

  /** Makes rows with the same word stand together, in their order. @returns how many different words there are */
  private sortFew(low: number, high: number): number {
    const { keys, order } = this;
    let different = 1;
    for (let at = low + 1; at < high; at++) {
      const key = keys[at] ?? 0;
      const row = order[at] ?? 0;
      let to = at;
      for (; to > low && (keys[to - 1] ?? 0) > key; to--) {
        keys[to] = keys[to - 1] ?? 0;
        order[to] = order[to - 1] ?? 0;
      }
      keys[to] = key;
      order[to] = row;
      if (to === low || keys[to - 1] !== key) different++;
    }
    return different;
  }

  /**
   * Each loop is a function's last: where an engine makes a loop fast as it runs, it has not seen what comes after, and leaves the fast
   * code there time and again.
   */
  private sortMany(low: number, high: number): number {
    const count = this.countKeys(low, high);
    this.findPlaces(count, low);
    this.moveRows(low, high);
    this.order.set(this.sorted.subarray(low, high), low);
    this.keys.set(this.sortedKeys.subarray(low, high), low);
    this.clearCounts(count);
    return count;
  }

  private countKeys(low: number, high: number): number {
    const { keys, counts, different } = this;
    let count = 0;
    for (let at = low; at < high; at++) {
      const key = keys[at] ?? 0;
      if (counts[key] === 0) different[count++] = key;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return count;
  }

  /** Puts where a word's first row goes in place of how many it has. */
  private findPlaces(count: number, low: number): void {
    const { counts, different } = this;
    for (let at = 0, place = low; at < count; at++) {
      const key = different[at] ?? 0;
      const rows = counts[key] ?? 0;
      counts[key] = place;
      place += rows;
    }
  }

  private moveRows(low: number, high: number): void {
    const { keys, counts, order, sorted, sortedKeys } = this;
    for (let at = low; at < high; at++) {
      const key = keys[at] ?? 0;
      const to = counts[key] ?? 0;
      counts[key] = to + 1;
      sorted[to] = order[at] ?? 0;
      sortedKeys[to] = key;
    }
  }

  private clearCounts(count: number): void {
    const { counts, different } = this;
    for (let at = 0; at < count; at++) counts[different[at] ?? 0] = 0;
  }

  /** @returns room for so many nodes, as `childrenOf` has it */
  private newNodes(count: number): number {
    let room = Math.min(3, count);
    if (count > 3) while ((rooms[room] ?? 0) * 3 < count * 4) room++;
    const base = this.nodeCount;
    this.nodeCount += rooms[room] ?? 0;
    this.nodes = grown(this.nodes, this.nodeCount * size);
    return (base << roomBits) | room;
  }

  /** Puts the node that a word leads to among the children of another. */
  private put(parent: number, children: number, word: number): number {
    const { nodes } = this;
    const room = rooms[children & ((1 << roomBits) - 1)] ?? 0;
    const base = children >>> roomBits;
    let at = placeAmong(room, word);
    while (nodes[(base + at) * size] !== 0) at = at + 1 === room ? 0 : at + 1;
    nodes[(base + at) * size] = word;
    nodes[parent * size + bitsAt] = (nodes[parent * size + bitsAt] ?? 0) | bitOf(word);
    return base + at;
  }

  /** @param end of the row's words */
  private addName(node: number, end: number): void {
    const at = node * size + namesAt;
    const said = -1 - (this.rows[end] ?? 0);
    this.nodes[at] = this.lists.with(this.nodes[at] ?? 0, said >> 2, (said & 1) === 0 ? 0 : (this.rows[end + 1] ?? 0), (said & cameAgain) !== 0);
  }
}
