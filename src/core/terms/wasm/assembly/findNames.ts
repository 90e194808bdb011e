// Finds the names of indexes among the words that were read.
import { At, EndAt, FactAt, IndexAt, Link, NodeAt, RecordAt, SpellingFlag } from '../layout';
import { asksForCapitals, exactCapitals, isAllowed, sentenceCapitals } from './capitals';
import { rareWalk } from './rareWalk';
import { indexAt, indexCount, isIn, recordOf, step, stepBy } from './tables';

let starts: i32 = 0;
let ends: i32 = 0;
let indexesFound: i32 = 0;
let namesFound: i32 = 0;
let exact: i32 = 0;
let sentence: i32 = 0;
/** For how many matches there is room. */
let room: i32 = 0;
/** How many were found. */
let found: i32 = 0;

/** Where matches go (`Matches`), 32 bits each but the indexes, which are bytes; and for how many there is room. */
export function setMatches(startsAt: i32, endsAt: i32, indexesAt: i32, namesAt: i32, exactAt: i32, sentenceAt: i32, count: i32): void {
  starts = startsAt;
  ends = endsAt;
  indexesFound = indexesAt;
  namesFound = namesAt;
  exact = exactAt;
  sentence = sentenceAt;
  room = count;
}

/**
 * Finds names that begin at a word or after it, as far as there is room for them.
 *
 * @param limit before which word they begin
 * @param most how many may begin at one word
 * @param all whether those within others count
 * @returns the word where it ends: the limit, or one where there is no more room
 */
export function findNames(from: i32, limit: i32, most: i32, all: bool): i32 {
  const count = load<i32>(At.Count);
  found = 0;
  while (from < limit && found + most <= room) {
    const place = from << 2;
    const word = load<i32>(At.Words + place);
    const joined = load<i32>(At.Joined + place);
    const flags = flagsOf(word);
    let next = from + 1;
    // One branch for all that is asked, here and in `walk`: a processor guesses wrong of each as often.
    if (((joined | (flags & (SpellingFlag.Begins | SpellingFlag.Special))) != 0) & (load<i32>(At.Links + place) != Link.Glued)) {
      const isRare = (flags & SpellingFlag.Special) != 0 || (joined != 0 && (flagsOf(joined) & (SpellingFlag.Begins | SpellingFlag.Special)) != 0);
      let longest = 0;
      for (let at = 0; at < indexCount; at++) {
        const index = indexAt(at);
        const left = isRare ? rareWalk(index, from, count, all) : walk(index, from, count, all);
        store<i32>(index, left, IndexAt.Left);
        if (left != 0) longest = max(longest, load<i32>(load<i32>(index, IndexAt.Ends) + left - EndAt.Size, EndAt.To));
      }
      if (longest != 0) {
        addAll(from, longest, all);
        if (!all) next = longest;
      }
    }
    from = next;
  }
  store<i32>(At.Matches, found);
  return from;
}

/** What is asked of a spelling before all else; nothing of a word of no name. */
// @ts-ignore: decorator
@inline
function flagsOf(word: i32): i32 {
  return load<i32>(recordOf(max(word, 0)), RecordAt.LengthAndFlags * 4);
}

/**
 * Follows the words in the trie of an index from one on.
 * @returns the bytes of the ends found, the shortest names first; of the longest alone if only that counts
 */
// @ts-ignore: decorator
@inline
function walk(index: i32, from: i32, count: i32, all: bool): i32 {
  const facts = load<i32>(index, IndexAt.Facts);
  const nodes = load<i32>(index, IndexAt.Nodes);
  const ends = load<i32>(index, IndexAt.Ends);
  let record = recordOf(max(load<i32>(At.Words + (from << 2)), 0)) + facts;
  let names = load<i32>(record, FactAt.Names * 4);
  let bits = load<i32>(record, FactAt.Bits * 4);
  let children = load<i32>(record, FactAt.Children * 4);
  let left = 0;
  let at = from + 1;
  while (true) {
    const place = at << 2;
    const link = load<i32>(At.Links + place);
    const isLast = at == count;
    // Whether the capitals of single words are allowed is told by their facts.
    if ((names != 0) & (isLast | (link != Link.Glued)) && (at == from + 1 || !asksForCapitals(names) || isAllowed(load<i32>(index, IndexAt.Entries), names, from, at))) {
      if (!all) left = 0;
      store<i32>(ends + left, at, EndAt.To);
      store<i32>(ends + left, names, EndAt.Names);
      left += EndAt.Size;
    }
    record = recordOf(max(load<i32>(At.Words + place), 0)) + facts;
    const id = load<i32>(record, FactAt.Id * 4);
    const other = load<i32>(record, FactAt.Class * 4);
    const joined = load<i32>(At.Joined + place);
    const isPlain = isIn(bits, id);
    const isRare = isIn(bits, other) | ((joined != 0) & (bits != 0));
    if ((isLast | (link == Link.Parted)) | !(isPlain | isRare)) return left;
    if (isRare && (stepBy(nodes, children, bits, other) != 0 || (joined != 0 && stepBy(nodes, children, bits, load<i32>(recordOf(joined) + facts, FactAt.Id * 4)) != 0))) break;
    if (!isPlain) return left;
    const node = step(nodes, children, id);
    if (node == 0) return left;
    children = load<i32>(node, NodeAt.Children);
    names = load<i32>(node, NodeAt.Names);
    bits = load<i32>(node, NodeAt.Bits);
    at++;
  }
  return rareWalk(index, from, count, all);
}

/** Adds the matches that begin at a word: the longest first, and of those that are equally long in the order of the indexes. */
// @ts-ignore: decorator
@inline
function addAll(from: i32, longest: i32, all: bool): void {
  for (let to = longest; to > from; to = all ? to - 1 : from) {
    for (let at = 0; at < indexCount; at++) {
      const index = indexAt(at);
      // The end that is left last is the longest.
      const left = load<i32>(index, IndexAt.Left) - EndAt.Size;
      if (left < 0) continue;
      const end = load<i32>(index, IndexAt.Ends) + left;
      if (load<i32>(end, EndAt.To) != to) continue;
      add(from, to, at, load<i32>(end, EndAt.Names));
      store<i32>(index, left, IndexAt.Left);
    }
  }
}

// @ts-ignore: decorator
@inline
function add(from: i32, to: i32, index: i32, names: i32): void {
  const asks = asksForCapitals(names);
  const place = found << 2;
  store<i32>(starts + place, load<i32>(At.Starts + (from << 2)));
  store<i32>(ends + place, load<i32>(At.Ends + ((to - 1) << 2)));
  store<u8>(indexesFound + found, <u8>index);
  store<i32>(namesFound + place, names);
  store<i32>(exact + place, asks ? exactCapitals(from, to) : 0);
  store<i32>(sentence + place, asks ? sentenceCapitals(from, to) : 0);
  found++;
}
