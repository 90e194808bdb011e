/** A trie over word ids, as data: typed arrays only, so that it can be handed to a worker or kept in a file. */
export interface WordTrie {
  /** The node after a name's first word, by word id; 0 for none. Node 0 is the root. */
  readonly first: Int32Array;
  /** Open addressing, three numbers a slot: node, word id, the node after; a slot without word id is free. */
  readonly edges: Int32Array;
  /** Two numbers a node: the head of its list of entries, 0 for none; and 32 bits that tell most words of no edge. */
  readonly nodes: Int32Array;
  /** By entry: the next one of the list; the concept's place; the hash of the allowed capitals, 0 for any; the name's rank. */
  readonly next: Int32Array;
  readonly concept: Int32Array;
  readonly capitals: Int32Array;
  readonly rank: Uint8Array;
}

const slotSize = 3;

/** More concepts of one name are more than anyone reads; it also bounds a search. */
const entriesOfName = 32;

function slotOf(node: number, word: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The bit that an edge by a word sets in its node. */
function bitOf(word: number): number {
  return 1 << (word & 31);
}

/** @returns the first of a node's entries; 0 for none */
export function entryOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * 2] ?? 0;
}

/** @returns the node after `node` by `word`; 0 for none, which is the usual answer and mostly needs no search */
export function step({ nodes, edges }: WordTrie, node: number, word: number): number {
  return ((nodes[node * 2 + 1] ?? 0) & bitOf(word)) === 0 ? 0 : findEdge(edges, node, word);
}

function findEdge(edges: Int32Array, node: number, word: number): number {
  const mask = edges.length / slotSize - 1;
  for (let slot = slotOf(node, word, mask); ; slot = (slot + 1) & mask) {
    const at = slot * slotSize;
    if (edges[at + 1] === 0) return 0;
    if (edges[at] === node && edges[at + 1] === word) return edges[at + 2] ?? 0;
  }
}

/** Takes names in; a table that becomes full is made anew at twice the size. */
export class WordTrieBuilder {
  private nodeCount = 1;
  private edgeCount = 0;
  private entries = 1;
  private first: Int32Array = new Int32Array(1024);
  private edges: Int32Array = new Int32Array(1024 * slotSize);
  private nodes: Int32Array = new Int32Array(2048);
  private next: Int32Array = new Int32Array(1024);
  private concept: Int32Array = new Int32Array(1024);
  private capitals: Int32Array = new Int32Array(1024);
  private rank: Uint8Array = new Uint8Array(1024);

  /**
   * @param words ids from 1 on, in the first `count` places, at least one
   * @param rank smaller is better
   */
  add(words: Int32Array, count: number, concept: number, capitals: number, rank: number): void {
    let node = this.firstNode(words[0] ?? 0);
    for (let at = 1; at < count; at++) node = this.nodeAfter(node, words[at] ?? 0);
    this.addEntry(node, concept, capitals, rank);
  }

  /** @param words the last word's id */
  build(words: number): WordTrie {
    return {
      first: this.first.slice(0, words + 1),
      edges: this.edges,
      nodes: this.nodes.slice(0, this.nodeCount * 2),
      next: this.next.slice(0, this.entries),
      concept: this.concept.slice(0, this.entries),
      capitals: this.capitals.slice(0, this.entries),
      rank: this.rank.slice(0, this.entries),
    };
  }

  private firstNode(word: number): number {
    if (word >= this.first.length) this.first = resized(this.first, word + 1);
    return (this.first[word] ||= this.newNode());
  }

  private nodeAfter(node: number, word: number): number {
    const known = findEdge(this.edges, node, word);
    if (known !== 0) return known;
    // Four fifths full at most: probing stays short.
    if ((this.edgeCount + 1) * slotSize * 1.25 > this.edges.length) this.growEdges();
    const fresh = this.newNode();
    putEdge(this.edges, node, word, fresh);
    this.nodes[node * 2 + 1] = (this.nodes[node * 2 + 1] ?? 0) | bitOf(word);
    this.edgeCount++;
    return fresh;
  }

  private newNode(): number {
    if (this.nodeCount * 2 === this.nodes.length) this.nodes = resized(this.nodes, this.nodes.length * 2);
    return this.nodeCount++;
  }

  private growEdges(): void {
    const old = this.edges;
    this.edges = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += slotSize) {
      if (old[at + 1] !== 0) putEdge(this.edges, old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
    }
  }

  private addEntry(node: number, concept: number, capitals: number, rank: number): void {
    let length = 0;
    for (let at = this.nodes[node * 2] ?? 0; at !== 0; at = this.next[at] ?? 0) {
      if (this.concept[at] === concept && (this.capitals[at] === capitals || this.capitals[at] === 0)) return;
      if (++length === entriesOfName) return;
    }
    if (this.entries === this.next.length) this.growEntries();
    const fresh = this.entries++;
    this.next[fresh] = this.nodes[node * 2] ?? 0;
    this.nodes[node * 2] = fresh;
    this.concept[fresh] = concept;
    this.capitals[fresh] = capitals;
    this.rank[fresh] = rank;
  }

  private growEntries(): void {
    this.next = resized(this.next, this.entries + 1);
    this.concept = resized(this.concept, this.entries + 1);
    this.capitals = resized(this.capitals, this.entries + 1);
    const rank = new Uint8Array(this.next.length);
    rank.set(this.rank);
    this.rank = rank;
  }
}

function putEdge(edges: Int32Array, node: number, word: number, after: number): void {
  const mask = edges.length / slotSize - 1;
  let slot = slotOf(node, word, mask);
  while (edges[slot * slotSize + 1] !== 0) slot = (slot + 1) & mask;
  const at = slot * slotSize;
  edges[at] = node;
  edges[at + 1] = word;
  edges[at + 2] = after;
}

/** At least doubled, so that growing costs little in the whole. */
function resized(old: Int32Array, atLeast: number): Int32Array {
  const array = new Int32Array(Math.max(old.length * 2, atLeast));
  array.set(old);
  return array;
}
