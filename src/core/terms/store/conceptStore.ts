import type { Concept } from '../concept';
import type { InexactName } from '../readers/conceptSink';
import type { TerminologyCounts } from '../readers/readTerminology';
import type { TerminologyHead } from '../readers/terminologyHead';
import type { ByteSource } from './byteSource';
import { type ConceptDetails, decodeDetails } from './conceptDetails';
import { type LinkLists, linksOf } from './linkLists';
import { NameSearch } from './nameSearch';
import { placeOfBytes, placeOfText } from './placeTable';
import { type FileOpening, SectionReader } from './sectionFile';
import { inexactAbbreviationBit, kindMask, NameKind, obsoleteBit, scopes, scopeShift, storeKind, StoreSection, type StoreSummary } from './storeLayout';
import type { StoredNames } from './storedNames';
import { type TextListData, textAt } from './textList';

/** The cross-references of all concepts: by concept, and one after the last, the number of its first. */
export interface StoredXrefs {
  readonly texts: TextListData;
  readonly first: Uint32Array;
}

/** One terminology, opened without parsing: names are at hand, all else is read when it is asked for. Concepts go by places, 0 to `size - 1`. */
export class ConceptStore {
  private readonly known = new Map<number, Concept>();
  private loadedLinks: Promise<{ broader: LinkLists; narrower: LinkLists } | undefined> | undefined;
  private loadedSearch: Promise<NameSearch | undefined> | undefined;
  private loadedDetailEnds: Promise<Uint32Array | undefined> | undefined;

  private constructor(
    private readonly sections: SectionReader,
    private readonly summary: StoreSummary,
    private readonly ids: TextListData,
    private readonly idTable: Int32Array,
    readonly names: StoredNames,
    private readonly facts: Uint16Array,
  ) {}

  /** @returns the terminology, or why its file has to be made again */
  static async open(source: ByteSource): Promise<FileOpening<ConceptStore>> {
    const opening = await SectionReader.open(source, storeKind);
    if (opening.kind === 'fault') return opening;
    const { file } = opening;
    const needed = [
      StoreSection.Summary, StoreSection.Ids, StoreSection.IdEnds, StoreSection.IdTable, StoreSection.Names, StoreSection.NameEnds,
      StoreSection.NameKinds, StoreSection.FirstNames, StoreSection.Facts,
    ];
    const read = await Promise.all(needed.map((section) => file.section(section)));
    const [summary, ids, idEnds, idTable, names, nameEnds, kinds, first, facts] = read;
    if (!summary || !ids || !idEnds || !idTable || !names || !nameEnds || !kinds || !first || !facts) return { kind: 'fault', fault: 'damaged' };
    const store = new ConceptStore(
      file,
      JSON.parse(new TextDecoder().decode(summary)) as StoreSummary,
      { bytes: ids, ends: numbers(idEnds) },
      signed(idTable),
      { bytes: names, ends: numbers(nameEnds), kinds, first: numbers(first) },
      new Uint16Array(facts.buffer, facts.byteOffset, facts.length >> 1),
    );
    return { kind: 'opened', file: store };
  }

  get head(): TerminologyHead {
    return this.summary.head;
  }

  get counts(): TerminologyCounts {
    return this.summary.counts;
  }

  /** Tells one state of the terminology from another. */
  get fingerprint(): number {
    return this.sections.fingerprint;
  }

  /** How many concepts there are, obsolete ones as well. */
  get size(): number {
    return this.facts.length;
  }

  /** @returns the concept's place; -1 for an id that the terminology does not hold */
  placeOf(id: string): number {
    return placeOfText(this.idTable, this.ids, id);
  }

  /** The same for an id whose bytes stand from `start` to before `end`. */
  placeOfBytes(bytes: Uint8Array, start: number, end: number): number {
    return placeOfBytes(this.idTable, this.ids, bytes, start, end);
  }

  idAt(place: number): string {
    return textAt(this.ids, place);
  }

  isObsolete(place: number): boolean {
    return ((this.facts[place] ?? 0) & obsoleteBit) !== 0;
  }

  /** The text of a name by its number. */
  nameAt(number: number): string {
    return textAt(this.names, number);
  }

  /** The preferred name of a concept. */
  preferredNameAt(place: number): string {
    return this.nameAt(this.names.first[place] ?? 0);
  }

  /** @returns what is at hand of a concept: its names and first type; the same object each time */
  conceptAt(place: number): Concept {
    let concept = this.known.get(place);
    if (!concept) this.known.set(place, (concept = this.makeConcept(place)));
    return concept;
  }

  /** @returns all else that is known of a concept; undefined where the file has been damaged or is gone */
  async details(place: number): Promise<ConceptDetails | undefined> {
    const [links, stored] = await Promise.all([this.links(), this.storedDetails(place)]);
    if (!stored || !links) return undefined;
    return {
      ...(stored.definition !== undefined && { definition: stored.definition }),
      xrefs: stored.xrefs ?? [],
      broader: stored.broader ?? [],
      narrower: [...linksOf(links.narrower, place)].map((narrower) => this.idAt(narrower)),
      relations: stored.relations ?? [],
      replacedBy: stored.replacedBy ?? [],
      types: this.typesAt(place),
      inexact: this.inexactAt(place),
    };
  }

  /** @returns which concepts of the terminology are broader and narrower, by places; undefined where the file is damaged or gone */
  links(): Promise<{ readonly broader: LinkLists; readonly narrower: LinkLists } | undefined> {
    this.loadedLinks ??= this.readLinks();
    return this.loadedLinks;
  }

  /** @returns undefined where the file is damaged or gone */
  async xrefs(): Promise<StoredXrefs | undefined> {
    const sections = [StoreSection.Xrefs, StoreSection.XrefEnds, StoreSection.FirstXrefs];
    const [bytes, ends, first] = await Promise.all(sections.map((section) => this.sections.section(section)));
    return bytes && ends && first && { texts: { bytes, ends: numbers(ends) }, first: numbers(first) };
  }

  /** @returns a search among all names; undefined where the file is damaged or gone */
  nameSearch(): Promise<NameSearch | undefined> {
    this.loadedSearch ??= this.readSearch();
    return this.loadedSearch;
  }

  private makeConcept(place: number): Concept {
    const names: string[][] = [[], [], [], []];
    this.eachName(place, (number, kind) => names[kind & kindMask]?.push(this.nameAt(number)));
    const [type] = this.typesAt(place);
    return {
      id: this.idAt(place),
      name: names[NameKind.Name]?.[0] ?? '',
      synonyms: names[NameKind.Synonym] ?? [],
      abbreviations: names[NameKind.Abbreviation] ?? [],
      ...(type !== undefined && { type }),
      xrefs: [],
      broader: [],
      terminology: this.head.id,
    };
  }

  private inexactAt(place: number): InexactName[] {
    const found: InexactName[] = [];
    this.eachName(place, (number, kind) => {
      const scope = scopes[(kind >> scopeShift) & 3];
      if ((kind & kindMask) !== NameKind.Inexact || !scope) return;
      found.push({ name: this.nameAt(number), scope, ...((kind & inexactAbbreviationBit) !== 0 && { abbreviation: true }) });
    });
    return found;
  }

  private eachName(place: number, use: (number: number, kind: number) => void): void {
    const { first, kinds } = this.names;
    for (let number = first[place] ?? 0; number < (first[place + 1] ?? 0); number++) use(number, kinds[number] ?? 0);
  }

  private typesAt(place: number): readonly string[] {
    return this.summary.types[(this.facts[place] ?? 0) & ~obsoleteBit] ?? [];
  }

  private async storedDetails(place: number): Promise<ReturnType<typeof decodeDetails>> {
    this.loadedDetailEnds ??= this.sections.section(StoreSection.DetailEnds).then((bytes) => bytes && numbers(bytes));
    const ends = await this.loadedDetailEnds;
    if (!ends) return undefined;
    const start = place === 0 ? 0 : (ends[place - 1] ?? 0);
    const end = ends[place] ?? 0;
    const bytes = await this.sections.part(StoreSection.Details, start, end);
    return bytes.length < end - start ? undefined : decodeDetails(bytes);
  }

  private async readSearch(): Promise<NameSearch | undefined> {
    const sections = [StoreSection.SearchUnits, StoreSection.SearchEnds, StoreSection.SearchSorted, StoreSection.SearchStarts, StoreSection.SearchNames];
    const [units, ends, sorted, starts, names] = await Promise.all(sections.map((section) => this.sections.section(section)));
    if (!units || !ends || !sorted || !starts || !names) return undefined;
    return new NameSearch(this.names, {
      units: new Uint16Array(units.buffer, units.byteOffset, units.length >> 1), ends: signed(ends), sorted: signed(sorted), starts: signed(starts), names: signed(names),
    });
  }

  private async readLinks(): Promise<{ broader: LinkLists; narrower: LinkLists } | undefined> {
    const bytes = await this.sections.section(StoreSection.Links);
    if (!bytes) return undefined;
    const all = signed(bytes);
    const listsAt = (half: Int32Array): LinkLists => ({ starts: half.subarray(0, this.size + 1), places: half.subarray(this.size + 1) });
    return { broader: listsAt(all.subarray(0, all.length >> 1)), narrower: listsAt(all.subarray(all.length >> 1)) };
  }
}

function numbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

function signed(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}
