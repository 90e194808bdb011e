import { CharacterClass, characterClass } from '../../../src/core/terms/characterClass';
import { Link } from '../../../src/core/terms/wasm/layout';

/** A word of a text, as `tokenise` is to part it. */
export interface ReferenceToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly link: Link;
}

interface Character {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly kind: CharacterClass;
}

/**
 * Parts a text into words character by character, to hold the quick way against.
 * @param isWord whether a punctuation mark is a word of some name
 */
export function referenceTokenise(text: string, start: number, end: number, isWord: (mark: string) => boolean): ReferenceToken[] {
  const all = charactersOf(text, Math.max(0, start), Math.min(text.length, end));
  const tokens: ReferenceToken[] = [];
  let link = Link.Parted;
  const put = (from: number, to: number, touching: Link) => {
    const [first, last] = [all[from], all[to - 1]];
    if (!first || !last) return;
    tokens.push({ start: first.at, end: last.end, text: text.slice(first.at, last.end), link: link === Link.Glued ? touching : link });
    link = Link.Glued;
  };
  for (let at = 0; at < all.length; ) {
    const from = at;
    const kind = all[at]?.kind;
    if (kind === CharacterClass.Letter || kind === CharacterClass.Digit) {
      at = wordEnd(all, at, kind);
      put(from, at, Link.Glued);
      if (isPossessive(all, at)) at += 2;
    } else if (kind === CharacterClass.Greek) {
      at = runEnd(all, at, [CharacterClass.Greek, CharacterClass.Silent]);
      const letters = all.slice(from, at).flatMap((one, offset) => (one.kind === CharacterClass.Greek ? from + offset : []));
      const second = letters[1];
      if (letters.length > 2 || second === undefined) put(from, at, Link.Glued);
      else {
        put(from, second, Link.Glued);
        put(second, at, Link.Glued);
      }
    } else if (kind === CharacterClass.Ideograph) {
      at = runEnd(all, at + 1, [CharacterClass.Silent]);
      put(from, at, Link.Touching);
      link = Link.Touching;
    } else if (kind === CharacterClass.Mark) {
      at++;
      if (isWord(all[from]?.text ?? '')) {
        put(from, at, Link.Touching);
        link = Link.Touching;
      } else link = Link.Parted;
    } else {
      [at, link] = afterGap(all, at, link);
    }
  }
  return tokens;
}

function charactersOf(text: string, start: number, end: number): Character[] {
  const all: Character[] = [];
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) ?? 0;
    const to = Math.min(end, at + (code > 0xffff ? 2 : 1));
    all.push({ at, end: to, text: text.slice(at, to), kind: characterClass(code) });
    at = to;
  }
  return all;
}

function runEnd(all: readonly Character[], from: number, kinds: readonly CharacterClass[]): number {
  let at = from;
  while (kinds.some((kind) => kind === all[at]?.kind)) at++;
  return at;
}

const isLetterOrDigit = (one: Character | undefined) => one?.kind === CharacterClass.Letter || one?.kind === CharacterClass.Digit;

function wordEnd(all: readonly Character[], from: number, kind: CharacterClass): number {
  let at = from;
  for (;;) {
    at = runEnd(all, at, [kind, CharacterClass.Silent]);
    if (all[at]?.kind !== CharacterClass.Underscore || !isLetterOrDigit(all[at + 1])) return at;
    at++;
  }
}

function isPossessive(all: readonly Character[], at: number): boolean {
  if (all[at]?.kind !== CharacterClass.Apostrophe || all[at + 1]?.text.toLowerCase() !== 's') return false;
  return !isLetterOrDigit(all[at + 2]) && all[at + 2]?.kind !== CharacterClass.Silent;
}

/** @returns where the next word or mark is, and how it hangs together with the one before */
function afterGap(all: readonly Character[], from: number, before: Link): [number, Link] {
  let link = before;
  let [hyphens, others, lines] = [0, 0, 0];
  let at = from;
  for (; at < all.length; ) {
    const kind = all[at]?.kind;
    if (kind === CharacterClass.Hyphen) hyphens++;
    else if (kind === CharacterClass.NewLine) lines++;
    else if (kind === CharacterClass.Gap || kind === CharacterClass.Underscore || kind === CharacterClass.Apostrophe) {
      if (hyphens === 0 || lines === 0) others++;
    } else if (kind !== CharacterClass.Silent) break;
    at++;
    if (kind !== CharacterClass.NewLine) continue;
    while (/^[ \t>]$/.test(all[at]?.text ?? '')) at++;
    if (/^[-+*]$/.test(all[at]?.text ?? '') && /^\s$/.test(all[at + 1]?.text ?? '')) link = Link.Parted;
  }
  if (lines > 1 || link === Link.Parted) return [at, Link.Parted];
  if (hyphens === 1 && others === 0) return [at, Link.Hyphen];
  return [at, hyphens + others + lines > 0 ? Link.Gap : link];
}
