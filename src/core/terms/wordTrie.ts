/** A trie over word ids, as data: typed arrays only, so that it can be handed to a worker or kept in a file. */
export interface WordTrie {
  /**
   * Four numbers a node: the word that leads there, 0 for a place that is free; where the nodes after it are and how much room they
   * have (`childrenOf`); the names that end here; and 32 bits that tell most next words not to lead on. A node's number is its
   * place. The nodes after one stand together, and what follows them stands near: in a large terminology it is the memory that
   * takes the time, and of it what is far away. The root has the first place.
   */
  readonly nodes: Int32Array;
  /** Four numbers an entry: the next one of its list; the concept's place; the hash of the allowed capitals, 0 for any; the rank. */
  readonly entries: Int32Array;
}

export const root = 0;

/** Numbers of a node or an entry. */
export const size = 4;

/**
 * Where in a node its children stand, and its names: 0 for none; above, twice the first of their entries, and 1 if some
 * allows certain capitals only; below, one in itself (`concept * 8 + rank`).
 */
export const childrenAt = 1;
export const namesAt = 2;
export const bitsAt = 3;

/** For how many nodes there is room, by the last bits of `childrenOf`; three quarters full at most above 3, so that looking is short. */
export const rooms: Int32Array = Int32Array.from([0, 1, 2, 3, ...Array.from({ length: 44 }, (_, at) => (at % 2 === 0 ? 4 : 6) << (at >> 1))]);
export const roomBits = 6;

/** In so little room all places are looked at in turn. */
const littleRoom = 3;

/** Where among so many places a word is looked for first. */
export function placeAmong(room: number, word: number): number {
  return room <= littleRoom ? 0 : (Math.imul(word, 0x9e3779b1) >>> 8) % room;
}

/** The bit that a word sets in the node that it leads on from. */
export function bitOf(word: number): number {
  return 1 << (word & 31);
}

/** @returns the names that end at a node, to be asked of `isSimple` and `firstEntry`; 0 for none */
export function namesOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * size + namesAt] ?? 0;
}

/** @returns what `mayLead` asks for */
export function bitsOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * size + bitsAt] ?? 0;
}

/** @returns the nodes after a node, to be asked of `stepAmong`; 0 for none */
export function childrenOf({ nodes }: WordTrie, node: number): number {
  return nodes[node * size + childrenAt] ?? 0;
}

/** Whether a word may lead on from a node with these bits; mostly it does not. */
export function mayLead(bits: number, word: number): boolean {
  return (bits & bitOf(word)) !== 0;
}

/** @returns the node after `node` by `word`; 0 for none */
export function step(trie: WordTrie, node: number, word: number): number {
  return stepAmong(trie, childrenOf(trie, node), word);
}

/** @param children of a node (`childrenOf`). @returns the one that `word` leads to; 0 for none */
export function stepAmong({ nodes }: WordTrie, children: number, word: number): number {
  const room = rooms[children & ((1 << roomBits) - 1)] ?? 0;
  const base = children >>> roomBits;
  let at = placeAmong(room, word);
  for (let left = room; left > 0; left--) {
    const by = nodes[(base + at) * size];
    if (by === 0) return 0;
    if (by === word) return base + at;
    if (++at === room) at = 0;
  }
  return 0;
}

/** Whether names are a single one, that allows any capitals. */
export function isSimple(names: number): boolean {
  return names < 0;
}

/** The place of the concept of names that are simple. */
export function simpleConcept(names: number): number {
  return (-names - 1) >> 3;
}

/** The first entry of names that are not simple; 0 of none. */
export function firstEntry(names: number): number {
  return names >> 1;
}

/** @returns 0 after the last */
export function nextEntry({ entries }: Pick<WordTrie, 'entries'>, entry: number): number {
  return entries[entry * size] ?? 0;
}

export function conceptOf({ entries }: Pick<WordTrie, 'entries'>, entry: number): number {
  return entries[entry * size + 1] ?? 0;
}

export function capitalsOf({ entries }: Pick<WordTrie, 'entries'>, entry: number): number {
  return entries[entry * size + 2] ?? 0;
}

export function rankOf({ entries }: Pick<WordTrie, 'entries'>, entry: number): number {
  return entries[entry * size + 3] ?? 0;
}

/** Whether some name of names allows certain capitals only. */
export function asksForCapitals(names: number): boolean {
  return names > 0 && (names & 1) === 1;
}
