import { fold } from '../fold';
import { bibtexName, isTruncation } from '../../formats/bibtexNames';
import type { ByteValue, SkimmedSpans } from '../../formats/bibtexSkimmed';
import { Skimmed, skimmedFields } from '../../formats/bibtexSkimmed';
import { AccentedName } from './accentedName';
import type { EntryReader } from './entryReader';
import type { IndexBuilder } from './indexBuilder';
import { Field } from './indexPart';
import { KnownBytes } from './knownBytes';
import { LabelWriter } from './labelWriter';
import { NameSpans } from './plainNames';
import { putPlain } from './plainText';
import { putDoi, yearOfDate } from './plainValues';
import type { ListedRow } from './rowOf';
import { rowOf } from './rowOf';
import type { RowStoreBuilder } from './rowStore';
import { clean } from './rowStore';
import { cleanSearched } from './searchedTexts';

/** How many different values of a kind are remembered. */
const mostRemembered = 20_000;

/** More types than any file has. */
const mostTypes = 1000;

/** Of a text that comes again and again: what a row shows of it, and its words' numbers. */
interface Known {
  readonly bytes: Uint8Array;
  readonly words: readonly number[];
}

interface KnownType extends Known {
  readonly name: string;
}

/** A name, and how it is spoken, folded. */
interface KnownPerson extends Known {
  readonly spoken: string;
}

/**
 * Makes rows of plain entries from their bytes, the same ones as `EntryReader`. Of most values nothing is decoded; what comes
 * again is read once; what has TeX in it is read as ever.
 */
export class PlainRows {
  private readonly values = new KnownBytes(mostRemembered);
  private readonly typeNames = new KnownBytes(mostTypes);
  private readonly people = new Map<string, KnownPerson>();
  private readonly years = new Map<number, Known>();
  private readonly dates = new Map<number, Known>();
  private readonly containers = new Map<number, Known>();
  private readonly types: KnownType[] = [];
  private readonly names = new NameSpans();
  private readonly accented = new AccentedName();
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** @param entries reads what is not plain */
  constructor(
    private readonly store: RowStoreBuilder,
    private readonly index: IndexBuilder,
    private readonly entries: EntryReader,
  ) {}

  /** Adds an entry's row. @returns false, with nothing added, where it has other fields than usual, or is of a kind that lists differently */
  add(entry: SkimmedSpans): boolean {
    const { store, index } = this;
    if (!entry.isUsual) return false;
    const number = this.typeNames.numberOf(entry.type.bytes, entry.type.from, entry.type.to);
    const type = this.types[number] ?? this.readType(entry.type, number);
    // A @book with the title of another book may be a part of it.
    if (number < 0 || type.name === 'xdata' || (type.name === 'book' && entry.has(Skimmed.booktitle))) return false;
    store.begin();
    putDoi(store.texts, entry, this.readMisc);
    store.texts.endDoi();
    store.putBytes(entry.key.bytes, entry.key.from, entry.key.to);
    index.addKeyBytes(entry.key.bytes, entry.key.from, entry.key.to);
    store.endPart();
    this.addNames(entry.get(Skimmed.author));
    store.endPart();
    this.put(this.yearOf(entry), Field.year);
    store.endPart();
    this.addTitle(entry.get(Skimmed.title));
    store.endPart();
    this.put(this.containerOf(entry, number), Field.container);
    store.endPart();
    store.putBytes(type.bytes);
    store.end();
    index.endRecord();
    return true;
  }

  private put({ bytes, words }: Known, field: Field): void {
    this.store.putBytes(bytes);
    this.index.addNumbers(words, field);
  }

  private addTitle(value: ByteValue | undefined): void {
    if (!value) return;
    const { store, index } = this;
    const start = store.length;
    if (!putPlain(store, value.bytes, value.from, value.to)) store.put(clean(this.read('misc', [Skimmed.title, value]).row.title));
    index.addBytes(store.bytes, start, store.length, Field.title);
  }

  /** The label is the first two names'; searched are all. */
  private addNames(value: ByteValue | undefined): void {
    if (!value) return;
    const { bytes } = value;
    const { names } = this;
    if (!names.read(bytes, value.from, value.to)) {
      this.addOddNames(value);
      return;
    }
    const label = new LabelWriter(this.store);
    for (let at = 0; at < names.count; at += 1) {
      this.addName(label, bytes, names.starts[at] as number, names.ends[at] as number);
    }
  }

  private addName(label: LabelWriter, bytes: Uint8Array, from: number, to: number): void {
    const { names, accented, index } = this;
    if (names.isPlain(bytes, from, to)) {
      label.add(bytes, names.familyStart, names.familyEnd);
      index.addBytes(bytes, from, to, Field.names);
      this.addSpoken(bytes);
    } else if (accented.read(bytes, from, to) && names.isPlain(accented.bytes, 0, accented.length)) {
      label.add(accented.bytes, names.familyStart, names.familyEnd);
      index.addBytes(accented.bytes, 0, accented.length, Field.names);
      this.addSpoken(accented.bytes);
    } else {
      const known = this.person(bytes, from, to);
      label.add(known.bytes, 0, known.bytes.length);
      index.addNumbers(known.words, Field.names);
      if (known.spoken === '') return;
      this.store.texts.beginName();
      this.store.texts.put(known.spoken);
    }
  }

  /** The name that was found plain last. */
  private addSpoken(bytes: Uint8Array): void {
    const { texts } = this.store;
    const { givenStart, givenEnd, familyStart, familyEnd } = this.names;
    if (texts.putName(bytes, givenStart, givenEnd, familyStart, familyEnd)) return;
    texts.beginName();
    texts.put(fold(`${this.decoder.decode(bytes.subarray(givenStart, givenEnd))} ${this.decoder.decode(bytes.subarray(familyStart, familyEnd))}`));
  }

  private addOddNames(value: ByteValue): void {
    const { row, names, searched } = this.read('misc', [Skimmed.author, value]);
    this.store.put(clean(row.names));
    this.store.texts.put(cleanSearched(searched.people));
    for (const name of names) this.index.addWords(name, Field.names);
  }

  private person(bytes: Uint8Array, from: number, to: number): KnownPerson {
    const text = this.decoder.decode(bytes.subarray(from, to)).trim();
    const known = this.people.get(text);
    if (known) return known;
    const name = text === '' || isTruncation(text) ? undefined : bibtexName(text);
    const { row, names, searched } = rowOf({ id: '', type: '', author: name ? [name] : [] });
    return remember(this.people, text, { ...this.known(row.names, names.join('\n')), spoken: cleanSearched(searched.people) });
  }

  private yearOf(entry: SkimmedSpans): Known {
    if (entry.has(Skimmed.date)) return this.yearOfDated(entry);
    const [year, month] = [entry.get(Skimmed.year), entry.get(Skimmed.month)];
    const number = this.numberOf(year) * (mostRemembered + 1) + this.numberOf(month);
    return this.years.get(number) ?? remember(this.years, number, this.known(this.read('misc', [Skimmed.year, year], [Skimmed.month, month]).row.year));
  }

  private yearOfDated(entry: SkimmedSpans): Known {
    const [year, month, date] = [entry.get(Skimmed.year), entry.get(Skimmed.month), yearOfDate(entry.get(Skimmed.date))];
    const number = month === undefined ? this.numberOf(date) * (mostRemembered + 1) + this.numberOf(year) : NaN;
    const known = this.dates.get(number);
    if (known) return known;
    return remember(this.dates, number, this.known(this.read('misc', [Skimmed.year, year], [Skimmed.month, month], [Skimmed.date, date]).row.year));
  }

  private containerOf(entry: SkimmedSpans, type: number): Known {
    const [journal, other, book] = [entry.get(Skimmed.journal), entry.get(Skimmed.journaltitle), entry.get(Skimmed.booktitle)];
    const isPlain = journal === undefined || other === undefined; // more than two of them make no safe number
    const titles = this.numberOf(journal ?? other) * 2 + (journal ? 0 : 1);
    const number = isPlain ? (titles * (mostRemembered + 1) + this.numberOf(book)) * mostTypes + type : NaN;
    const known = this.containers.get(number);
    if (known) return known;
    const name = this.types[type]?.name ?? '';
    return remember(this.containers, number, this.known(this.read(name, [Skimmed.journal, journal], [Skimmed.journaltitle, other], [Skimmed.booktitle, book]).row.container));
  }

  /** A number for a value: 0 where there is none; not a number where there are too many. */
  private numberOf(value: ByteValue | undefined): number {
    const number = value ? this.values.numberOf(value.bytes, value.from, value.to) + 1 : 0;
    return value && number === 0 ? NaN : number;
  }

  private readType(value: ByteValue, number: number): KnownType {
    const name = this.text(value).toLowerCase();
    const type = { name, ...this.known(this.read(name).row.type, '') };
    if (number >= 0) this.types[number] = type;
    return type;
  }

  private known(text: string, searched = text): Known {
    return { bytes: this.encoder.encode(clean(text)), words: this.index.numbersOf(searched) };
  }

  private readonly readMisc = (...values: readonly (readonly [field: Skimmed, value: ByteValue | undefined])[]): ListedRow => this.read('misc', ...values);

  private read(type: string, ...values: readonly (readonly [field: Skimmed, value: ByteValue | undefined])[]): ListedRow {
    const fields = new Map<string, string>();
    for (const [field, value] of values) if (value) fields.set(skimmedFields[field] ?? '', this.text(value));
    return this.entries.listed({ type, key: '', fields });
  }

  private text({ bytes, from, to }: ByteValue): string {
    return this.decoder.decode(bytes.subarray(from, to));
  }
}

/** Remembers a value under a key that is a number or a text, unless there are too many. */
function remember<K, V extends Known>(all: Map<K, V>, key: K, value: V): V {
  if (all.size < mostRemembered && !Number.isNaN(key)) all.set(key, value);
  return value;
}
