// Reads the words that most of a text is made of: known ones of few letters, with single spaces, hyphens or punctuation between them.
import { At, Kind, lettersOfKey, Link, wordRoom } from '../layout';
import { find } from './tables';

// @ts-ignore: decorator
@inline
function kindAt(at: i32): i32 {
  return load<u8>(At.Kinds + <i32>load<u8>(At.Text + at));
}

/** By letter, whether it is one of so many from a first one on. */
// @ts-ignore: decorator
@inline
function within(letters: v128, first: i32, count: i32): v128 {
  return i8x16.lt_u(i8x16.sub(letters, i8x16.splat(<i8>first)), i8x16.splat(<i8>count));
}

/** So many of the first letters. */
// @ts-ignore: decorator
@inline
function firstOf(letters: v128, count: i32): v128 {
  return v128.and(letters, v128.load(At.Mask + lettersOfKey - count));
}

/** If it is for others to say. */
const unknown: i32 = i32.MIN_VALUE;

/**
 * The word before a hyphen and the one after it taken together.
 * @param base where the piece begins in the text
 * @returns its number, 0 or less for no word, or `unknown`
 */
function together(before: i32, base: i32, after: v128, length: i32): i32 {
  const from = load<i32>(At.Starts + (before << 2)) - base;
  const first = load<i32>(At.Ends + (before << 2)) - base - from;
  if (from < 0 || first + length > lettersOfKey) return unknown;
  // `C-T` is not `CT`.
  if (first + length <= 2) return 0;
  const letters = v128.load(At.Text + from);
  const plain = i8x16.bitmask(v128.or(within(v128.or(letters, i8x16.splat(0x20)), 0x61, 26), within(letters, 0x30, 10)));
  if (ctz(~plain) < first) return unknown;
  const moved = i8x16.swizzle(after, i8x16.sub(v128.load(At.Places), i8x16.splat(<i8>first)));
  const number = find(v128.or(firstOf(letters, first), moved));
  return number == 0 ? unknown : number;
}

// @ts-ignore: decorator
@inline
function add(count: i32, start: i32, end: i32, number: i32, link: i32): void {
  const place = count << 2;
  store<i32>(At.Starts + place, start);
  store<i32>(At.Ends + place, end);
  store<i32>(At.Words + place, number);
  store<i32>(At.Joined + place, 0);
  store<i32>(At.Links + place, link);
}

/**
 * Adds words to the list.
 *
 * @param from where in the piece to begin
 * @param to where the piece ends
 * @param base where the piece begins in the text
 * @param enough of words, if no term can go on
 * @returns where in the piece something else comes
 */
export function readWords(from: i32, to: i32, base: i32, enough: i32): i32 {
  let before = load<i32>(At.Link);
  let count = load<i32>(At.Count);
  let at = from;
  while (at < to) {
    const kind = kindAt(at);
    if (kind <= Kind.Digit) {
      if (kind == Kind.Other || count == wordRoom) break;
      const letters = v128.load(At.Text + at);
      const isLetter = kind == Kind.Letter;
      const same = within(v128.or(letters, i8x16.splat(isLetter ? 0x20 : 0)), isLetter ? 0x61 : 0x30, isLetter ? 26 : 10);
      const length = ctz(~i8x16.bitmask(same));
      const next = kindAt(at + length);
      if (next == Kind.Other || next == kind) break;
      const key = firstOf(letters, length);
      const number = find(key);
      if (number == 0) break;
      if (before == Link.Hyphen) {
        const joined = together(count - 1, base, key, length);
        if (joined == unknown) break;
        if (joined > 0) store<i32>(At.Joined + ((count - 1) << 2), joined);
      }
      add(count++, base + at, base + at + length, number, before);
      before = Link.Glued;
      at += length;
      if (next != Kind.Space) continue;
      // Most often a single space, and another word.
      const after = kindAt(at + 1);
      if (after != Kind.Letter && after != Kind.Digit) continue;
      before = Link.Gap;
      at++;
    } else if (kind == Kind.Space || kind == Kind.NewLine) {
      const next = kindAt(at + 1);
      // At a line's beginning even punctuation may be something else.
      if (next == Kind.Other || (next >= Kind.Space && (next < Kind.FirstMark || kind == Kind.NewLine))) break;
      if (before != Link.Parted) before = Link.Gap;
      at++;
    } else if (kind == Kind.Hyphen) {
      const next = kindAt(at + 1);
      if (next != Kind.Letter && next != Kind.Digit) break;
      if (before != Link.Parted) before = Link.Hyphen;
      at++;
    } else {
      if (kind == Kind.End || count == wordRoom) break;
      const number = load<i32>(At.Marks + (kind << 2));
      if (number == 0) break;
      if (number < 0) {
        before = Link.Parted;
        at++;
        if (count >= enough) break;
        continue;
      }
      add(count++, base + at, base + at + 1, number, before == Link.Glued ? Link.Touching : before);
      before = Link.Touching;
      at++;
    }
  }
  store<i32>(At.Link, before);
  store<i32>(At.Count, count);
  return at;
}
