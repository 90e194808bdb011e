/** An entry with those of its fields that a list shows or searches, still TeX, macros resolved; places in bytes. */
export interface SkimmedEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  /** Whether the entry has no fields at all, not even others. */
  readonly isEmpty: boolean;
}

/** The fields from which type, names, year, title, container, DOI and aliases are made. */
export const skimmedFields: readonly string[] = [
  'author', 'title', 'journal', 'year', 'booktitle', 'month', 'doi', 'url', 'date', 'journaltitle', 'editor', 'subtitle', 'ids', 'day', 'titleaddon', 'howpublished',
  'booksubtitle', 'booktitleaddon', 'maintitle', 'mainsubtitle', 'maintitleaddon', 'journalsubtitle', 'fjournal', 'issuetitle',
  'issuesubtitle', 'editortype', 'editora', 'editoratype', 'editorb', 'editorbtype', 'editorc', 'editorctype', 'entrysubtype', 'eventtitle', 'eventdate', 'venue', 'type',
];

/** Places in `skimmedFields` of those that nearly all entries have and no others. */
export const enum Skimmed { author, title, journal, year, booktitle, month, doi, url, date, journaltitle, usual }

/** Stands for fields that no list shows. */
export const otherField = -1;

/** Bytes and a part of them. */
export interface ByteValue {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * A plain entry as it stands in the bytes, from which nothing is decoded until it is asked for. It is the same object for
 * all entries, and says nothing more of one when the next is read.
 */
export class SkimmedSpans {
  start = 0;
  end = 0;
  readonly type: { bytes: Uint8Array; from: number; to: number };
  readonly key: { bytes: Uint8Array; from: number; to: number };
  private readonly values: readonly { bytes: Uint8Array; from: number; to: number }[];
  /** The entry's fields in the order of the text, and for each field whether it is one of them. */
  private readonly fields = new Uint8Array(skimmedFields.length);
  private readonly present = new Uint8Array(skimmedFields.length);
  private count = 0;
  /** Whether all its fields are of those that nearly all entries have. */
  isUsual = true;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(private readonly bytes: Uint8Array) {
    const empty = (): { bytes: Uint8Array; from: number; to: number } => ({ bytes, from: 0, to: 0 });
    this.type = empty();
    this.key = empty();
    this.values = skimmedFields.map(empty);
  }

  /** Begins an entry and forgets the one before. */
  begin(start: number): void {
    this.start = start;
    for (let at = 0; at < this.count; at += 1) this.present[this.fields[at] as number] = 0;
    this.count = 0;
    this.isUsual = true;
  }

  has(field: number): boolean {
    return this.present[field] === 1;
  }

  /** @param field its place in `skimmedFields`; the entry has none such yet */
  add(field: number, bytes: Uint8Array, from: number, to: number): void {
    const value = this.values[field];
    if (!value) return;
    value.bytes = bytes;
    value.from = from;
    value.to = to;
    this.fields[this.count++] = field;
    this.present[field] = 1;
    if (field >= Skimmed.usual) this.isUsual = false;
  }

  /** @returns where a field's value stands; undefined where there is none such */
  get(field: number): ByteValue | undefined {
    return this.present[field] === 1 ? this.values[field] : undefined;
  }

  textOf({ bytes, from, to }: ByteValue): string {
    return this.decoder.decode(bytes.subarray(from, to));
  }

  /** @returns the entry with its values as texts */
  entry(): SkimmedEntry {
    const { start, end } = this;
    // To decode each value alone takes longer; in ASCII its place in the text is that in the bytes.
    const whole = this.decoder.decode(this.bytes.subarray(start, end));
    const isAscii = whole.length === end - start;
    const text = (value: ByteValue): string => (isAscii && value.bytes === this.bytes ? whole.slice(value.from - start, value.to - start) : this.textOf(value));
    const fields = new Map<string, string>();
    for (const field of this.fields.subarray(0, this.count)) {
      const value = this.values[field];
      if (value) fields.set(skimmedFields[field] ?? '', text(value));
    }
    return { type: text(this.type).toLowerCase(), key: text(this.key), fields, start, end, isEmpty: false };
  }
}
