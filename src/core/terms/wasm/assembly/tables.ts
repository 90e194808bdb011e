// Where the tables stand that words are looked up in: the spellings', and the indexes' tries. Numbers of places are of bytes.
import { At, CapitalsAt, IndexAt, NodeAt, RecordAt, SpellingFlag } from '../layout';

let slots: i32 = 0;
let slotMask: i32 = 0;
let records: i32 = 0;
let recordSize: i32 = 0;
let capitals: i32 = 0;
let indexes: i32 = 0;

/** How many indexes there are. */
export let indexCount: i32 = 0;

/** Where the table of spellings stands: its slots, how many they are, its records with the size of one, and their capitals. */
export function setSpellings(at: i32, count: i32, recordsAt: i32, size: i32, capitalsAt: i32): void {
  slots = at;
  slotMask = count - 1;
  records = recordsAt;
  recordSize = size;
  capitals = capitalsAt;
}

/** Where the indexes stand (`IndexAt`), and how many there are. */
export function setIndexes(at: i32, count: i32): void {
  indexes = at;
  indexCount = count;
}

// @ts-ignore: decorator
@inline
export function indexAt(at: i32): i32 {
  return indexes + at * IndexAt.Size;
}

/** Where a spelling's record stands. */
// @ts-ignore: decorator
@inline
export function recordOf(number: i32): i32 {
  return records + number * recordSize;
}

/** Where a spelling's capitals stand, whether it is a word of some name or not. */
// @ts-ignore: decorator
@inline
export function capitalsOf(number: i32): i32 {
  return capitals + (number < 0 ? -number : number) * CapitalsAt.Size;
}

// @ts-ignore: decorator
@inline
export function hasFlag(number: i32, flag: i32): bool {
  return (load<i32>(recordOf(number), RecordAt.LengthAndFlags * 4) & flag) != 0;
}

/** The number of a spelling by its key, less than 0 for a word of no name; 0 if it is not known. `placeOfKey` in TypeScript says the same of where it is. */
// @ts-ignore: decorator
@inline
export function find(key: v128): i32 {
  let hash = (i32x4.extract_lane(key, 0) * 0x9e3779b1) ^ (i32x4.extract_lane(key, 1) * 0x85ebca6b) ^ (i32x4.extract_lane(key, 2) * 0xc2b2ae35) ^ (i32x4.extract_lane(key, 3) * 0x27d4eb2f);
  hash ^= hash >>> 15;
  let slot = hash & slotMask;
  while (true) {
    const number = load<i32>(slots + (slot << 2));
    if (number == 0) return 0;
    if (!v128.any_true(v128.xor(v128.load(recordOf(number)), key))) return hasFlag(number, SpellingFlag.Known) ? number : -number;
    slot = (slot + 1) & slotMask;
  }
}

/** Of the children of a node, the one that a word leads to; 0 for none (`stepAmong`). */
// @ts-ignore: decorator
@inline
export function step(nodes: i32, children: i32, word: i32): i32 {
  const room = load<i32>(At.Rooms + ((children & 63) << 2));
  const first = nodes + (children >>> 6) * NodeAt.Size;
  let at = room <= 3 ? 0 : <i32>(<u32>((word * 0x9e3779b1) >>> 8) % <u32>room);
  for (let left = room; left > 0; left--) {
    const node = first + at * NodeAt.Size;
    const by = load<i32>(node, NodeAt.Word);
    if (by == word) return node;
    if (by == 0) return 0;
    if (++at == room) at = 0;
  }
  return 0;
}

/** Whether a word may lead on from a node with these bits (`mayLead`); no word does not. */
// @ts-ignore: decorator
@inline
export function isIn(bits: i32, word: i32): bool {
  return <bool>((word != 0) & (bits >>> word));
}

/** The node that a word leads to, where bits tell that most lead nowhere; 0 for none, as for no word. */
export function stepBy(nodes: i32, children: i32, bits: i32, word: i32): i32 {
  return isIn(bits, word) ? step(nodes, children, word) : 0;
}
