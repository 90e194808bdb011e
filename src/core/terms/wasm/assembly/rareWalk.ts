// Follows words in the trie of an index where one may be taken as another too, or with the next one.
import { At, EndAt, FactAt, IndexAt, Link, NodeAt, SpellingFlag } from '../layout';
import { asksForCapitals, isAllowed } from './capitals';
import { hasFlag, recordOf, step, stepBy } from './tables';

let facts: i32 = 0;
let nodes: i32 = 0;
let entries: i32 = 0;
let ends: i32 = 0;
/** How many bytes of the ends count. */
let left: i32 = 0;
let first: i32 = 0;
let count: i32 = 0;
let all: bool = false;
/** After the last word of the longest name; 0 for none. */
let longest: i32 = 0;

/**
 * Looks for the names of an index that begin at a word, as `walk` does where words are what they are.
 * @returns the bytes of the ends found
 */
export function rareWalk(index: i32, from: i32, wordCount: i32, isAll: bool): i32 {
  facts = load<i32>(index, IndexAt.Facts);
  nodes = load<i32>(index, IndexAt.Nodes);
  entries = load<i32>(index, IndexAt.Entries);
  ends = load<i32>(index, IndexAt.Ends);
  left = 0;
  first = from;
  count = wordCount;
  all = isAll;
  longest = 0;
  const root = load<i32>(nodes, NodeAt.Children);
  const joined = joinedAt(from);
  followFirst(root, idOf(wordAt(from)), from + 1);
  if (joined != 0) followFirst(root, idOf(joined), from + 2);
  if (isClassed(from)) branchClassed(root, from);
  if (all) sortEnds();
  return left;
}

function wordAt(at: i32): i32 {
  return load<i32>(At.Words + (at << 2));
}

function joinedAt(at: i32): i32 {
  return load<i32>(At.Joined + (at << 2));
}

function linkAt(at: i32): i32 {
  return load<i32>(At.Links + (at << 2));
}

/** The id of a spelling's word; 0 for none. */
function idOf(number: i32): i32 {
  return number > 0 ? load<i32>(recordOf(number) + facts, FactAt.Id * 4) : 0;
}

/** Whether the spelling of a word stands for something else in some index. */
function isClassed(at: i32): bool {
  const number = wordAt(at);
  return number > 0 && hasFlag(number, SpellingFlag.Classed);
}

/** Whether names can end, or go on, before a word. */
function endsBefore(at: i32): bool {
  return at >= count || linkAt(at) != Link.Glued;
}

function isLast(at: i32): bool {
  return at >= count || linkAt(at) == Link.Parted;
}

function followFirst(root: i32, id: i32, at: i32): void {
  const node = id == 0 ? 0 : step(nodes, root, id);
  if (node != 0) follow(node, at);
}

/** Goes on from a node, reached with the words before `at`, and takes in the names that end on the way. */
function follow(node: i32, at: i32): void {
  while (node != 0) {
    const names = load<i32>(node, NodeAt.Names);
    const bits = load<i32>(node, NodeAt.Bits);
    const children = load<i32>(node, NodeAt.Children);
    if (names != 0 && (all || at >= longest) && endsBefore(at)) accept(names, at, 0);
    if (bits == 0 || isLast(at)) return;
    const joined = joinedAt(at);
    if (joined != 0) follow(stepBy(nodes, children, bits, idOf(joined)), at + 2);
    if (isClassed(at)) branchClassed(children, at);
    node = stepBy(nodes, children, bits, idOf(wordAt(at)));
    at++;
  }
}

/** Goes on with what a word stands for in place of it, and so with all words after it that stand for something. */
function branchClassed(from: i32, start: i32): void {
  let children = from;
  let at = start;
  while (true) {
    const record = recordOf(wordAt(at)) + facts;
    const other = isClassed(at) ? load<i32>(record, FactAt.Class * 4) : 0;
    const rest = other == 0 ? 0 : load<i32>(record, FactAt.ClassRest * 4);
    const id = other == 0 ? idOf(wordAt(at)) : other;
    let node = id == 0 ? 0 : step(nodes, children, id);
    if (node != 0 && rest >> 1 != 0) node = step(nodes, load<i32>(node, NodeAt.Children), rest >> 1);
    if (node == 0) return;
    at++;
    children = load<i32>(node, NodeAt.Children);
    const names = load<i32>(node, NodeAt.Names);
    // No name ends with an adjective in place of its noun.
    if (names != 0 && (rest & 1) == 0 && (all || at > longest) && endsBefore(at)) accept(names, at, 1);
    if (isLast(at)) return;
  }
}

/** A second way to part the same words is not counted, nor one with other words where there is one with these. */
function accept(names: i32, to: i32, other: i32): void {
  let known = 0;
  while (known < left && load<i32>(ends + known, EndAt.To) != to) known += EndAt.Size;
  const isKnown = known < left;
  if (isKnown && load<i32>(ends + known, EndAt.Other) <= other) return;
  if (asksForCapitals(names) && !isAllowed(entries, names, first, to)) return;
  if (!isKnown) {
    if (!all) known = 0;
    left = known + EndAt.Size;
  }
  put(known, to, names, other);
  longest = max(longest, to);
}

function put(end: i32, to: i32, names: i32, other: i32): void {
  store<i32>(ends + end, to, EndAt.To);
  store<i32>(ends + end, names, EndAt.Names);
  store<i32>(ends + end, other, EndAt.Other);
}

/** Lays the ends from the shortest names to the longest: two words taken as one may have come before one by itself. */
function sortEnds(): void {
  for (let at = EndAt.Size; at < left; at += EndAt.Size) {
    const to = load<i32>(ends + at, EndAt.To);
    const names = load<i32>(ends + at, EndAt.Names);
    const other = load<i32>(ends + at, EndAt.Other);
    let place = at;
    for (; place > 0 && load<i32>(ends + place - EndAt.Size, EndAt.To) > to; place -= EndAt.Size) memory.copy(ends + place, ends + place - EndAt.Size, EndAt.Size);
    put(place, to, names, other);
  }
}
