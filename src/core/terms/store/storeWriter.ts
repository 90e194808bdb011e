import type { ConceptSink, InexactName, SourceConcept } from '../readers/conceptSink';
import type { TerminologyHead } from '../readers/terminologyHead';
import { DetailsEncoder } from './conceptDetails';
import { grown } from '../grown';
import { type LinkLists, turned } from './linkLists';
import { nameWords } from './nameWords';
import { placeOfBytes, placeTable } from './placeTable';
import { bytesOf, sectionFile } from './sectionFile';
import { inexactAbbreviationBit, NameKind, notAsciiBit, obsoleteBit, scopes, scopeShift, storeKind, StoreSection, type StoreSummary } from './storeLayout';
import { type TextListData, TextListWriter } from './textList';

/** Makes one terminology a file, as a reader hands its concepts over. */
export class StoreWriter implements ConceptSink {
  private summaryHead: TerminologyHead = { id: '', name: '' };
  private readonly ids = new TextListWriter();
  private readonly names = new TextListWriter();
  private nameKinds = new Uint8Array(1 << 12);
  private firstNames = new Uint32Array(1 << 10);
  private facts = new Uint16Array(1 << 10);
  private details = new Uint8Array(1 << 16);
  private detailEnds = new Uint32Array(1 << 10);
  private detailsUsed = 0;
  private readonly encoder = new DetailsEncoder();
  private readonly xrefs = new TextListWriter();
  private firstXrefs = new Uint32Array(1 << 10);
  private readonly broader = new TextListWriter();
  private firstBroader = new Uint32Array(1 << 10);
  private readonly types = new Map<string, number>([['[]', 0]]);
  private readonly counts = { concepts: 0, obsolete: 0, names: 0, inexact: 0, definitions: 0 };

  head(head: TerminologyHead): void {
    this.summaryHead = head;
  }

  add(concept: SourceConcept): void {
    const place = this.ids.size;
    this.makeRoom(place + 2);
    this.ids.add(concept.id);
    this.firstNames[place] = this.names.size;
    this.addNames(concept);
    this.facts[place] = this.typesOf(concept.types) | (concept.obsolete ? obsoleteBit : 0);
    this.addDetails(concept, place);
    this.firstXrefs[place] = this.xrefs.size;
    for (const xref of concept.xrefs) this.xrefs.add(xref);
    this.firstBroader[place] = this.broader.size;
    for (const broader of concept.broader) this.broader.add(broader);
    this.count(concept);
  }

  /** @returns the file, in pieces to be written one after the other; nothing can be added after */
  finish(): Uint8Array[] {
    const count = this.ids.size;
    this.makeRoom(count + 1);
    this.firstNames[count] = this.names.size;
    this.firstXrefs[count] = this.xrefs.size;
    this.firstBroader[count] = this.broader.size;
    const ids = this.ids.data();
    const table = placeTable(ids);
    const names = this.names.data();
    const xrefs = this.xrefs.data();
    const words = nameWords(names);
    const sections: Readonly<Record<Exclude<StoreSection, StoreSection.Count>, Uint8Array>> = {
      [StoreSection.Summary]: new TextEncoder().encode(JSON.stringify(this.summary())),
      [StoreSection.Ids]: ids.bytes,
      [StoreSection.IdEnds]: bytesOf(ids.ends),
      [StoreSection.IdTable]: bytesOf(table),
      [StoreSection.Names]: names.bytes,
      [StoreSection.NameEnds]: bytesOf(names.ends),
      [StoreSection.NameKinds]: this.nameKinds.subarray(0, this.names.size),
      [StoreSection.FirstNames]: bytesOf(this.firstNames.subarray(0, count + 1)),
      [StoreSection.Facts]: bytesOf(this.facts.subarray(0, count)),
      [StoreSection.Details]: this.details.subarray(0, this.detailsUsed),
      [StoreSection.DetailEnds]: bytesOf(this.detailEnds.subarray(0, count)),
      [StoreSection.Links]: this.links(table, ids),
      [StoreSection.Xrefs]: xrefs.bytes,
      [StoreSection.XrefEnds]: bytesOf(xrefs.ends),
      [StoreSection.FirstXrefs]: bytesOf(this.firstXrefs.subarray(0, count + 1)),
      [StoreSection.SearchUnits]: bytesOf(words.units),
      [StoreSection.SearchEnds]: bytesOf(words.ends),
      [StoreSection.SearchSorted]: bytesOf(words.sorted),
      [StoreSection.SearchStarts]: bytesOf(words.starts),
      [StoreSection.SearchNames]: bytesOf(words.names),
    };
    return sectionFile(storeKind, Object.values(sections));
  }

  private summary(): StoreSummary {
    const types = [...this.types.keys()].map((row) => JSON.parse(row) as string[]);
    return { head: this.summaryHead, counts: this.counts, types };
  }

  private makeRoom(concepts: number): void {
    this.firstNames = grown(this.firstNames, concepts);
    this.facts = grown(this.facts, concepts);
    this.detailEnds = grown(this.detailEnds, concepts);
    this.firstXrefs = grown(this.firstXrefs, concepts);
    this.firstBroader = grown(this.firstBroader, concepts);
  }

  private addNames({ name, synonyms, abbreviations, inexact }: SourceConcept): void {
    this.addName(name, NameKind.Name);
    for (const synonym of synonyms) this.addName(synonym, NameKind.Synonym);
    for (const abbreviation of abbreviations) this.addName(abbreviation, NameKind.Abbreviation);
    for (const one of inexact) this.addName(one.name, inexactKind(one));
  }

  private addName(name: string, kind: number): void {
    const number = this.names.size;
    this.nameKinds = grown(this.nameKinds, number + 1);
    this.nameKinds[number] = this.names.add(name) ? kind : kind | notAsciiBit;
  }

  /** The number of a row of semantic types; that of none if there are more rows than numbers. */
  private typesOf(types: readonly string[]): number {
    if (types.length === 0) return 0;
    const row = JSON.stringify(types);
    let number = this.types.get(row);
    if (number === undefined && this.types.size < obsoleteBit) this.types.set(row, (number = this.types.size));
    return number ?? 0;
  }

  private addDetails(concept: SourceConcept, place: number): void {
    const bytes = this.encoder.encode(concept);
    this.details = grown(this.details, this.detailsUsed + bytes.length);
    this.details.set(bytes, this.detailsUsed);
    this.detailsUsed += bytes.length;
    this.detailEnds[place] = this.detailsUsed;
  }

  private count({ obsolete, synonyms, abbreviations, inexact, definition }: SourceConcept): void {
    if (obsolete) this.counts.obsolete++;
    else {
      this.counts.concepts++;
      this.counts.names += 1 + synonyms.length + abbreviations.length;
      this.counts.inexact += inexact.length;
    }
    if (definition !== undefined) this.counts.definitions++;
  }

  /** Broader and narrower concepts by their places; those that are not of this terminology are left to the details. */
  private links(table: Int32Array, ids: TextListData): Uint8Array {
    const count = ids.ends.length;
    const broader = this.broaderPlaces(table, ids);
    const narrower = turned(broader);
    const links = new Int32Array(2 * (count + 1 + broader.places.length));
    links.set(broader.starts);
    links.set(broader.places, count + 1);
    links.set(narrower.starts, count + 1 + broader.places.length);
    links.set(narrower.places, 2 * (count + 1) + broader.places.length);
    return bytesOf(links);
  }

  private broaderPlaces(table: Int32Array, ids: TextListData): LinkLists {
    const count = ids.ends.length;
    const { bytes, ends } = this.broader.data();
    const starts = new Int32Array(count + 1);
    const places = new Int32Array(ends.length);
    let used = 0;
    for (let from = 0; from < count; from++) {
      for (let at = this.firstBroader[from] ?? 0; at < (this.firstBroader[from + 1] ?? 0); at++) {
        const place = placeOfBytes(table, ids, bytes, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0);
        if (place >= 0) places[used++] = place;
      }
      starts[from + 1] = used;
    }
    return { starts, places: places.subarray(0, used) };
  }
}

function inexactKind({ scope, abbreviation }: InexactName): number {
  return NameKind.Inexact | (scopes.indexOf(scope) << scopeShift) | (abbreviation ? inexactAbbreviationBit : 0);
}
