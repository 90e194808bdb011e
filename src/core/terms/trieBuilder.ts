import { grown } from './grown';
import { NameLists } from './nameLists';
import { bitOf, bitsAt, childrenAt, namesAt, placeAmong, root, roomBits, rooms, size, type WordTrie } from './wordTrie';

/** Numbers of a row after its words. */
const afterWords = 3;

/** So few rows are sorted by looking at all. */
const few = 12;

/**
 * Makes a trie of names. They are kept as they come and sorted word by word at the end, which goes through the memory in order; to
 * look for each word of each name in a table of all nodes takes five times as long with hundreds of thousands of names.
 */
export class WordTrieBuilder {
  /** Row by row: its words, 0, the concept and the rank, the capitals. A row goes by where it begins. */
  private rows = new Int32Array(4096);
  private length = 0;
  private rowCount = 0;
  private readonly lists = new NameLists();
  private nodes = new Int32Array(0);
  private nodeCount = 1;
  /** The rows in the order of their words, as far as they are sorted. */
  private order = new Int32Array(0);
  /** By row that is being sorted, its word; by word, how many rows have it; which words those are; and the rows in their new order. */
  private keys = new Int32Array(0);
  private counts = new Int32Array(0);
  private different = new Int32Array(0);
  private sorted = new Int32Array(0);

  /**
   * @param words ids from 1 on, those from `begin` to before `end`, at least one
   * @param capitals 0 for any
   * @param rank smaller is better; below 8
   */
  add(words: Int32Array, begin: number, end: number, concept: number, capitals: number, rank: number): void {
    this.rows = grown(this.rows, this.length + end - begin + afterWords);
    const { rows } = this;
    let to = this.length;
    for (let at = begin; at < end; at++) rows[to++] = words[at] ?? 0;
    rows[to++] = 0;
    rows[to++] = concept * 8 + rank;
    rows[to++] = capitals;
    this.length = to;
    this.rowCount++;
  }

  /** @param words how many different ones there are; no more names can be added */
  build(words: number): WordTrie {
    const { rowCount } = this;
    this.nodes = new Int32Array((this.length >> 1) * size + 64);
    this.order = new Int32Array(rowCount);
    for (let at = 0, row = 0; at < rowCount; at++) {
      this.order[at] = row;
      while (this.rows[row] !== 0) row++;
      row += afterWords;
    }
    this.keys = new Int32Array(rowCount);
    this.different = new Int32Array(rowCount);
    this.sorted = new Int32Array(rowCount);
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
    const count = this.sort(low, end, depth);
    const children = this.newNodes(count);
    this.nodes[node * size + childrenAt] = children;
    for (let from = low; from < end; ) {
      const word = this.rows[(this.order[from] ?? 0) + depth] ?? 0;
      let to = from + 1;
      while (to < end && this.rows[(this.order[to] ?? 0) + depth] === word) to++;
      this.fill(this.put(node, children, word), from, to, depth + 1);
      from = to;
    }
  }

  /** Gives a node the names of the rows that have no more words. @returns after the last of the others, which keep their order */
  private takeEnded(node: number, low: number, high: number, depth: number): number {
    let kept = low;
    for (let at = low; at < high; at++) {
      const row = this.order[at] ?? 0;
      if (this.rows[row + depth] === 0) this.addName(node, row + depth);
      else this.order[kept++] = row;
    }
    return kept;
  }

  /** Adds all further words of a row that no other has in common with it. */
  private chain(from: number, row: number, depth: number): void {
    let node = from;
    let at = row + depth;
    for (let word = this.rows[at] ?? 0; word !== 0; word = this.rows[++at] ?? 0) {
      const children = this.newNodes(1);
      this.nodes[node * size + childrenAt] = children;
      node = this.put(node, children, word);
    }
    this.addName(node, at);
  }

  /** Makes rows with the same word at a place stand together, in their order. @returns how many different words there are */
  private sort(low: number, high: number, depth: number): number {
    for (let at = low; at < high; at++) this.keys[at - low] = this.rows[(this.order[at] ?? 0) + depth] ?? 0;
    return high - low <= few ? this.sortFew(low, high) : this.sortMany(low, high);
  }

  private sortFew(low: number, high: number): number {
    const { keys, order } = this;
    let different = 1;
    for (let at = 1; at < high - low; at++) {
      const key = keys[at] ?? 0;
      const row = order[low + at] ?? 0;
      let to = at;
      for (; to > 0 && (keys[to - 1] ?? 0) > key; to--) {
        keys[to] = keys[to - 1] ?? 0;
        order[low + to] = order[low + to - 1] ?? 0;
      }
      keys[to] = key;
      order[low + to] = row;
      if (to === 0 || keys[to - 1] !== key) different++;
    }
    return different;
  }

  private sortMany(low: number, high: number): number {
    const { keys, counts, different, sorted, order } = this;
    let count = 0;
    for (let at = 0; at < high - low; at++) {
      const key = keys[at] ?? 0;
      if (counts[key] === 0) different[count++] = key;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    for (let at = 0, place = 0; at < count; at++) {
      const key = different[at] ?? 0;
      place += counts[key] ?? 0;
      counts[key] = place - (counts[key] ?? 0);
    }
    for (let at = 0; at < high - low; at++) {
      const key = keys[at] ?? 0;
      sorted[counts[key] ?? 0] = order[low + at] ?? 0;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    for (let at = low; at < high; at++) order[at] = sorted[at - low] ?? 0;
    for (let at = 0; at < count; at++) counts[different[at] ?? 0] = 0;
    return count;
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
    this.nodes[at] = this.lists.with(this.nodes[at] ?? 0, this.rows[end + 1] ?? 0, this.rows[end + 2] ?? 0);
  }
}
