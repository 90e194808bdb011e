import { fold } from '../fold';
import type { QueryTerm } from '../query';
import type { ListedRow } from './rowOf';
import { partSign, RowPart, type RowStore, rowSign } from './rowStore';
import { searchedPartSign } from './searchedTexts';
import { WordsInBytes } from './wordsInBytes';

/** Whether rows have what a term of a query asks for, whatever its `not`: told from the rows' bytes, since thousands are asked at a key stroke. */
export class TermInRows {
  /** The words where they are ASCII, and in any case as UTF-8; and what finds them where all is ASCII. */
  private readonly ascii: Uint8Array | undefined;
  private readonly utf8: Uint8Array;
  private readonly inAscii: WordsInBytes | undefined;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @param where a phrase without a field is looked for, if not everywhere: in what a row shows but for names, in its title, or in the names alone */
  constructor(
    private readonly term: QueryTerm,
    private readonly where?: 'shown' | 'title' | 'names',
  ) {
    this.utf8 = new TextEncoder().encode(term.words);
    this.ascii = this.utf8.length === term.words.length ? this.utf8 : undefined;
    this.inAscii = this.ascii && new WordsInBytes(this.ascii);
  }

  inStore(store: RowStore, index: number): boolean {
    const { field, years } = this.term;
    if (years) return isWithin(this.text(store, index, RowPart.year), years);
    switch (field) {
      case 'year': return this.inParts(store, index, RowPart.year, RowPart.year);
      case 'title': return this.inTitle(store, index);
      case 'journal': return this.inParts(store, index, RowPart.container, RowPart.container);
      case 'key': return this.inParts(store, index, RowPart.key, RowPart.key) || this.inParts(store, index, RowPart.aliases, Infinity);
      case 'author': return this.inPeople(store, index);
      case 'doi': return this.inDoi(store, index);
      case undefined: if (this.where === 'title') return this.inTitle(store, index);
        return (this.where !== 'names' && this.inShown(store, index)) || (this.where !== 'shown' && this.inPeople(store, index));
      default: return false;
    }
  }

  /** The same for a row that is not in a store yet. */
  inRow({ row: { key, aliases, year, title, container }, searched: { doi, people } }: ListedRow): boolean {
    const { field, words, years } = this.term;
    if (years) return isWithin(year, years);
    const texts = { year: [year], title: [title], journal: [container], key: [key, ...aliases], author: [people], doi: [doi] };
    const asked = field === undefined ? [key, people, year, title, container] : field in texts ? texts[field as keyof typeof texts] : [];
    return asked.some((text) => fold(text).includes(words));
  }

  private inShown(store: RowStore, index: number): boolean {
    const start = store.rowStarts[index] as number;
    // Most rows have the words in no part of theirs, which is told without finding these.
    if (this.inAscii && store.asciiStarts[index] === start && this.inAscii.find(store.bytes, start, store.rowStarts[index + 1] as number) < 0) return false;
    return this.inParts(store, index, RowPart.key, RowPart.key) || this.inParts(store, index, RowPart.year, RowPart.container);
  }

  private inTitle(store: RowStore, index: number): boolean {
    const start = store.titleStart(index);
    if (!this.inAscii || (store.asciiStarts[index] as number) > start) return this.inParts(store, index, RowPart.title, RowPart.title);
    return this.inAscii.find(store.bytes, start, store.titleEnd(index)) >= 0;
  }

  /** Looks at bytes of some parts at most once. No words go on from one part into the next, as they have no such sign. */
  private inParts(store: RowStore, index: number, first: number, last: number): boolean {
    const { bytes } = store;
    const { ascii, inAscii } = this;
    const start = store.partStart(index, first);
    const end = store.rowStarts[index + 1] as number;
    if (start >= end) return false;
    if (inAscii && (store.asciiStarts[index] as number) <= start) {
      const found = inAscii.find(bytes, start, end);
      return found >= 0 && this.endOf(bytes, start, last - first) >= found;
    }
    if (!ascii) return this.isFolded(bytes, start, this.endOf(bytes, start, last - first));
    const small = ascii[0] as number;
    const toSmall = small >= 97 && small <= 122 ? 32 : 0;
    let left = last - first;
    for (let at = start; at < end; at += 1) {
      const code = bytes[at] as number;
      if ((code | toSmall) === small && isAt(ascii, bytes, at)) return true;
      // As nearly all are.
      if (code >= 32 && code < 0x80) continue;
      if (code >= 0x80) return this.isFolded(bytes, start, this.endOf(bytes, start, last - first));
      if (code === partSign && left-- === 0) return false;
    }
    return false;
  }

  private endOf(bytes: Uint8Array, start: number, parts: number): number {
    let left = parts;
    let at = start;
    while (bytes[at] !== rowSign && (bytes[at] !== partSign || left-- > 0)) at += 1;
    return at;
  }

  private isFolded(bytes: Uint8Array, from: number, to: number): boolean {
    return fold(this.decoder.decode(bytes.subarray(from, to))).includes(this.term.words);
  }

  private inPeople({ texts: { bytes, starts } }: RowStore, index: number): boolean {
    let start = starts[index] as number;
    while (bytes[start] !== searchedPartSign) start += 1;
    return isIn(this.utf8, bytes, start + 1, starts[index + 1] as number);
  }

  private inDoi({ texts: { bytes, starts } }: RowStore, index: number): boolean {
    const { utf8 } = this;
    const first = utf8[0] as number;
    for (let at = starts[index] as number; ; at += 1) {
      const code = bytes[at] as number;
      if (code === searchedPartSign) return false;
      if (code === first && isExactlyAt(utf8, bytes, at)) return true;
    }
  }

  private text(store: RowStore, index: number, part: RowPart): string {
    const start = store.partStart(index, part);
    return this.decoder.decode(store.bytes.subarray(start, this.endOf(store.bytes, start, 0)));
  }
}

function isWithin(text: string, { from, to }: NonNullable<QueryTerm['years']>): boolean {
  const years = (text.match(/\d{4}/g) ?? []).map(Number);
  return years.length > 0 && Math.min(...years) <= to && Math.max(...years) >= from;
}

function isIn(words: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const first = words[0] as number;
  const last = to - words.length;
  for (let at = from; at <= last; at += 1) {
    if (bytes[at] === first && isExactlyAt(words, bytes, at)) return true;
  }
  return false;
}

function isExactlyAt(words: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let length = 1; length < words.length; length += 1) if (bytes[at + length] !== words[length]) return false;
  return true;
}

/** Whether words in lower case stand in a place, in any case. */
function isAt(words: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let length = 1; length < words.length; length += 1) {
    const code = bytes[at + length] as number;
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== words[length]) return false;
  }
  return true;
}
