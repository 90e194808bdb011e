/** A trie over word ids, as data: typed arrays only, so that it can be handed to a worker or kept in a file. */
export interface WordTrie {
  /**
   * Open addressing, four numbers a node: the node before, the word that leads from there to here, the names that end here,
   * and 32 bits that tell most words not to lead on. A node's number is its place, so that one look is one access to
   * memory, which is what takes the time in a large terminology. A place without word is free; the root has the first.
   */
  readonly nodes: Int32Array;
  /** Four numbers an entry: the next one of its list; the concept's place; the hash of the allowed capitals, 0 for any; the rank. */
  readonly entries: Int32Array;
}

export const root = 0;

/** Numbers of a node or an entry. */
const size = 4;

/** Where in a node its names stand: 0 for none, above the first of their entries, below one in itself (`concept * 8 + rank`). */
const namesAt = 2;
const bitsAt = 3;

/** A word that no word is, for the place of the root. */
const taken = -1;

/** More concepts of one name are more than anyone reads; it also bounds a search. */
const entriesOfName = 32;

function placeOf(node: number, word: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The bit that a word sets in the node that it leads on from. */
function bitOf(word: number): number {
  return 1 << (word & 31);
}

/** @returns the names that end at a node, to be asked of `conceptOf` and `nextEntry`; 0 for none */
export function namesOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * size + namesAt] ?? 0;
}

/** @returns what `mayLead` asks for */
export function bitsOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * size + bitsAt] ?? 0;
}

/** Whether a word may lead on from a node with these bits; mostly it does not. */
export function mayLead(bits: number, word: number): boolean {
  return (bits & bitOf(word)) !== 0;
}

/** @returns the node after `node` by `word`; 0 for none */
export function step({ nodes }: WordTrie, node: number, word: number): number {
  const mask = nodes.length / size - 1;
  for (let place = placeOf(node, word, mask); ; place = (place + 1) & mask) {
    const at = place * size;
    const by = nodes[at + 1];
    if (by === 0) return 0;
    if (by === word && nodes[at] === node) return place;
  }
}

/** Whether names are a single one, that allows any capitals. */
export function isSimple(names: number): boolean {
  return names < 0;
}

/** The place of the concept of names that are simple. */
export function simpleConcept(names: number): number {
  return (-names - 1) >> 3;
}

export function nextEntry({ entries }: WordTrie, entry: number): number {
  return entries[entry * size] ?? 0;
}

export function conceptOf({ entries }: WordTrie, entry: number): number {
  return entries[entry * size + 1] ?? 0;
}

export function capitalsOf({ entries }: WordTrie, entry: number): number {
  return entries[entry * size + 2] ?? 0;
}

export function rankOf({ entries }: WordTrie, entry: number): number {
  return entries[entry * size + 3] ?? 0;
}

/** Takes names in; a table that becomes full is made anew at twice the size. */
export class WordTrieBuilder implements WordTrie {
  private nodeCount = 1;
  private entryCount = 1;
  nodes: Int32Array;
  entries: Int32Array = new Int32Array(256 * size);

  /** @param names how many will come, about */
  constructor(names: number) {
    // The names of MeSH, HPO and NCIt have two nodes and a half each.
    this.nodes = emptyNodes(2 ** Math.ceil(Math.log2(Math.max(64, names * 2.5))));
  }

  /**
   * @param words ids from 1 on, in the first `count` places, at least one
   * @param capitals 0 for any
   * @param rank smaller is better; below 8
   */
  add(words: Int32Array, count: number, concept: number, capitals: number, rank: number): void {
    let node = root;
    for (let at = 0; at < count; at++) node = this.nodeAfter(node, words[at] ?? 0);
    this.addName(node, concept, capitals, rank);
  }

  build(): WordTrie {
    return { nodes: this.nodes, entries: this.entries.slice(0, this.entryCount * size) };
  }

  private nodeAfter(node: number, word: number): number {
    const known = step(this, node, word);
    if (known !== 0) return known;
    // Four fifths full at most: probing stays short.
    if ((this.nodeCount + 1) * size * 1.25 > this.nodes.length) return this.nodeAfter(this.grow(node), word);
    this.nodeCount++;
    this.nodes[node * size + bitsAt] = (this.nodes[node * size + bitsAt] ?? 0) | bitOf(word);
    return put(this.nodes, node, word);
  }

  /** @returns the new place of a node */
  private grow(node: number): number {
    const old = this.nodes;
    const fresh = emptyNodes((old.length / size) * 2);
    const moved = new Int32Array(old.length / size);
    const move = (from: number): number => {
      if (from === root || moved[from] !== 0) return moved[from] ?? 0;
      const to = put(fresh, move(old[from * size] ?? 0), old[from * size + 1] ?? 0);
      fresh[to * size + namesAt] = old[from * size + namesAt] ?? 0;
      fresh[to * size + bitsAt] = old[from * size + bitsAt] ?? 0;
      return (moved[from] = to);
    };
    for (let from = 1; from < moved.length; from++) {
      if (old[from * size + 1] !== 0) move(from);
    }
    this.nodes = fresh;
    return move(node);
  }

  private addName(node: number, concept: number, capitals: number, rank: number): void {
    const at = node * size + namesAt;
    const names = this.nodes[at] ?? 0;
    if (names === 0 && capitals === 0) this.nodes[at] = -(concept * 8 + rank) - 1;
    else this.nodes[at] = this.listed(this.asList(names), concept, capitals, rank);
  }

  private asList(names: number): number {
    return names < 0 ? this.newEntry(0, simpleConcept(names), 0, (-names - 1) & 7) : names;
  }

  /** @returns the list with the name before it, if it is not there */
  private listed(list: number, concept: number, capitals: number, rank: number): number {
    let length = 0;
    for (let at = list; at !== 0; at = nextEntry(this, at)) {
      const known = capitalsOf(this, at);
      if (conceptOf(this, at) === concept && (known === capitals || known === 0)) return list;
      if (++length === entriesOfName) return list;
    }
    return this.newEntry(list, concept, capitals, rank);
  }

  private newEntry(next: number, concept: number, capitals: number, rank: number): number {
    const at = this.entryCount * size;
    if (at === this.entries.length) {
      const longer = new Int32Array(at * 2);
      longer.set(this.entries);
      this.entries = longer;
    }
    this.entries[at] = next;
    this.entries[at + 1] = concept;
    this.entries[at + 2] = capitals;
    this.entries[at + 3] = rank;
    return this.entryCount++;
  }
}

function emptyNodes(places: number): Int32Array<ArrayBuffer> {
  const nodes = new Int32Array(places * size);
  nodes[root * size + 1] = taken;
  return nodes;
}

function put(nodes: Int32Array, before: number, word: number): number {
  const mask = nodes.length / size - 1;
  let place = placeOf(before, word, mask);
  while (nodes[place * size + 1] !== 0) place = (place + 1) & mask;
  nodes[place * size] = before;
  nodes[place * size + 1] = word;
  return place;
}
