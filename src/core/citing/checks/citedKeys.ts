import type { Note, NotePart } from '../../notes/note';
import type { Span } from '../../text';

/** A place where a note cites a key. */
export interface CitedKey extends Span {
  readonly key: string;
  /** In the sentence, as against in brackets. */
  readonly inText: boolean;
}

/** The keys that notes cite, remembered for the blocks that an edit has not touched. */
export class CitedKeys {
  private readonly known = new WeakMap<NotePart, readonly CitedKey[]>();

  /** @returns each key once, in the order of the text */
  of(note: Pick<Note, 'parts'>): Set<string> {
    const keys = new Set<string>();
    for (const { part } of note.parts) for (const { key } of this.inPart(part)) keys.add(key);
    return keys;
  }

  /** @returns the places of the keys that are wanted */
  places(note: Pick<Note, 'parts'>, isWanted: (key: string) => boolean): CitedKey[] {
    const found: CitedKey[] = [];
    for (const { start, part } of note.parts) {
      for (const cited of this.inPart(part)) if (isWanted(cited.key)) found.push({ ...cited, start: cited.start + start, end: cited.end + start });
    }
    return found;
  }

  private inPart(part: NotePart): readonly CitedKey[] {
    let keys = this.known.get(part);
    if (!keys) {
      keys = part.citations.flatMap(({ items, authorInText, role }) => items.map(({ key, keySpan }) => ({ key, ...keySpan, inText: authorInText && role === undefined })));
      this.known.set(part, keys);
    }
    return keys;
  }
}
