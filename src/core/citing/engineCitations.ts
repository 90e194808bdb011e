import CSL, { type Citation, type Engine as CiteprocEngine, type SortedItem } from 'citeproc';
import type { CslItem } from '../library/record';
import { inOrder } from './citationOrder';
import { markable, withoutEmptyMarks } from './citeMarks';
import { safeHtml } from './html';
import type { StyleTraits } from './styleTraits';

/** One item of a citation as the engine takes it: affixes are CSL's little HTML. */
export interface EngineCite {
  readonly item: CslItem;
  readonly locator?: string;
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly suppressAuthor?: boolean;
}

export interface EngineCitation {
  readonly cites: readonly EngineCite[];
  /** `Chen (1995)` as against `(Chen, 1995)`. */
  readonly authorInText: boolean;
  /** `Chen`, in a style that cites by authors. */
  readonly authorsOnly?: boolean;
  /** All authors of each work, whatever the style shortens. */
  readonly allAuthors?: boolean;
  /** The footnote that it stands in, in a style that cites in footnotes; one of its own where it stands in none. */
  readonly note?: number;
  /** What was cited in another chapter does not count for "Ibid." and the like; 0 where there is but one. */
  readonly chapter?: number;
}

/** A citation of the document, kept while its content stays the same. */
interface Cluster {
  readonly content: string;
  chapter: number;
  readonly citation: Citation & { sortedItems: SortedItem[] };
  readonly isSorted: boolean;
  /** The `Chen et al.` of `Chen et al. (1995)`. */
  readonly authorOnly: SortedItem | undefined;
  /** Whether that is all. */
  readonly isAuthorOnly: boolean;
  readonly isInText: boolean;
  readonly hasAllAuthors: boolean;
}

/** More authors than any work has. */
const mostNames = 9999;

/** So many rendered citations are kept. */
const mostKept = 20_000;

/**
 * The citations of a document, each rendered when it is asked for. What one reads like hangs on its own content and on what
 * the engine has come to about its items (number, names and suffixes that tell works apart, position), and nothing else; so one
 * that has been rendered with the same is not rendered again.
 */
export class EngineCitations {
  private clusters: Cluster[] = [];
  private readonly rendered = new Map<string, string>();
  private states = new Map<string, string>();
  private nextId = 0;

  constructor(
    private readonly engine: CiteprocEngine,
    private readonly style: StyleTraits,
    private readonly idOf: (item: CslItem) => string,
  ) {}

  /** Takes a document's citations, whose items the engine has not been told of yet. */
  set(citations: readonly EngineCitation[]): void {
    const known = new Map<string, Cluster[]>();
    for (const cluster of this.clusters) known.set(cluster.content, [...(known.get(cluster.content) ?? []), cluster]);
    this.clusters = citations.map((citation, index) => {
      const noteIndex = this.style.format === 'note' ? (citation.note ?? index + 1) : 0;
      const content = JSON.stringify([citation.authorInText, citation.authorsOnly, citation.allAuthors, citation.cites.map((cite) => ({ ...cite, item: this.idOf(cite.item) }))]);
      const cluster = known.get(content)?.shift() ?? this.cluster(citation, content);
      cluster.citation.properties.noteIndex = noteIndex;
      cluster.chapter = citation.chapter ?? 0;
      return cluster;
    });
    const { citationreg } = this.engine.registry;
    citationreg.citationsByItemId = {};
    for (const { citation } of this.clusters) {
      for (const { id } of citation.citationItems) (citationreg.citationsByItemId[id] ??= []).push(citation);
    }
  }

  /** Works out what hangs on the order of the citations, once the engine knows the items. */
  settle(): void {
    this.states = new Map();
    const { engine, clusters } = this;
    for (const cluster of clusters) {
      const { citation, authorOnly } = cluster;
      if (citation.sortedItems.length > 0) continue;
      citation.sortedItems = citation.citationItems.map((cite) => [engine.registry.refhash[cite.id] ?? engine.retrieveItem(cite.id), { ...cite }]);
      if (authorOnly) authorOnly[0] = citation.sortedItems[0]?.[0] ?? authorOnly[0];
      if (!engine.opt.citation_number_sort) this.order(cluster);
    }
    if (engine.opt.update_mode === CSL.POSITION && clusters.length > 0) this.position();
  }

  get count(): number {
    return this.clusters.length;
  }

  /** @returns safe HTML, with marks around what is said of each work */
  html(index: number): string {
    const cluster = this.clusters[index];
    if (!cluster) return '';
    return this.kept(cluster, '', () => this.render(cluster));
  }

  /** @param part what of the citation it is */
  private kept(cluster: Cluster, part: string, render: () => string): string {
    const state = cluster.citation.sortedItems.map((item) => this.stateOf(item)).join(' ');
    const key = `${cluster.content} ${state} ${part}`;
    const known = this.rendered.get(key);
    if (known !== undefined) return known;
    const html = render();
    if (this.rendered.size >= mostKept) this.rendered.clear();
    this.rendered.set(key, html);
    return html;
  }

  /**
   * One in the sentence of a style that cites in footnotes, as pandoc has it: the authors stay in the sentence, and the footnote
   * has the rest. @returns undefined for any other; safe HTML
   */
  apart(index: number): { readonly author: string; readonly note: string } | undefined {
    const cluster = this.clusters[index];
    if (this.style.format !== 'note' || !cluster?.isInText) return undefined;
    const [first, ...rest] = cluster.citation.sortedItems;
    if (!first) return undefined;
    const [item, cite] = first;
    const author = this.kept(cluster, 'author', () => this.renderItems([[item, { id: cite.id, position: cite.position ?? 0, ...{ 'author-only': true } }]]));
    const note = this.kept(cluster, 'note', () => this.renderItems([[item, { ...cite, ...{ 'suppress-author': true } }], ...rest]));
    // A work without authors is cited by its title, which then is the whole.
    return author === '' || note === '' ? undefined : { author, note };
  }

  /** What the engine tells works apart by. */
  private stateOf([{ id }, cite]: SortedItem): string {
    const { registry } = this.engine.registry;
    let state = this.states.get(id);
    if (state === undefined) {
      const entry = registry[id];
      state = JSON.stringify([entry?.disambig, this.style.usesNumbers && entry?.seq, entry?.['citation-count']]);
      this.states.set(id, state);
    }
    return `${state},${cite.position},${cite['near-note']},${this.style.usesNoteNumbers && cite['first-reference-note-number']}`;
  }

  private render(cluster: Cluster): string {
    const { citation, authorOnly, isAuthorOnly } = cluster;
    if (this.engine.opt.citation_number_sort) this.order(cluster);
    this.engine.tmp.citation_errors = [];
    const parts: SortedItem[][] = isAuthorOnly ? [] : [citation.sortedItems];
    if (authorOnly) parts.unshift([[authorOnly[0], { ...authorOnly[1], position: citation.sortedItems[0]?.[1].position ?? 0 }]]);
    const render = (): string => parts.map((items) => this.renderItems(items)).filter((part) => part !== '').join(' ');
    return cluster.hasAllAuthors ? withAllAuthors(this.engine, citation.sortedItems, render) : render();
  }

  private renderItems(items: readonly SortedItem[]): string {
    return withoutMissing(withoutEmptyMarks(safeHtml(CSL.getCitationCluster.call(this.engine, markable(this.engine, items)))));
  }

  private order({ citation, isSorted }: Cluster): void {
    if (isSorted) citation.sortedItems = inOrder(this.engine, citation.sortedItems);
  }

  /**
   * Ibid. and the like: the engine looks at all citations whenever it is given one. It would render, at once, each whose place
   * has changed; that waits until it is asked for.
   */
  private position(): void {
    const { engine } = this;
    engine.registry.citationreg.citationById = Object.fromEntries(this.clusters.map(({ citation }) => [citation.citationID, citation]));
    engine.process_CitationCluster = () => '';
    // It looks again at all works whose first note has another number now, since a number may be what tells works apart.
    if (!this.style.usesNoteNumbers && !engine.opt.has_disambiguate) engine.disambiguate.run = () => undefined;
    try {
      for (const chapter of new Set(this.clusters.map((cluster) => cluster.chapter))) {
        const citations = this.clusters.flatMap((cluster) => (cluster.chapter === chapter ? cluster.citation : []));
        const before = citations.slice(0, -1).map((one) => [one.citationID, one.properties.noteIndex] as const);
        const last = citations.at(-1);
        if (last) engine.processCitationCluster(last, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
      }
    } finally {
      Reflect.deleteProperty(engine, 'process_CitationCluster');
      Reflect.deleteProperty(engine.disambiguate, 'run');
    }
  }

  private cluster({ cites, authorInText, authorsOnly = false, allAuthors = false }: EngineCitation, content: string): Cluster {
    const { format } = this.style;
    const withoutAuthor = (cite: EngineCite) => cite.suppressAuthor === true || (authorInText && cite === cites[0]);
    const citationItems = cites.map((cite) => ({
      id: this.idOf(cite.item),
      label: cite.label,
      // The style has its own way of writing ranges, which it follows for a hyphen between plain numbers.
      locator: cite.locator?.replace(/–/g, '-').replace(/(?<=[\])])-|-(?=[[(])|(?<=\[\d+)-(?=\d+\])/g, '–'),
      prefix: cite.prefix,
      suffix: cite.suffix,
      ...(format !== 'numeric' && (cite.suppressAuthor || format === 'author') && withoutAuthor(cite) && { 'suppress-author': true }),
    }));
    const id = citationItems[0]?.id ?? '';
    return {
      content,
      chapter: 0,
      citation: { citationID: `c${this.nextId++}`, citationItems, properties: { noteIndex: 0, unsorted: true }, sortedItems: [] },
      isSorted: !authorInText,
      // citeproc-js' own way for both at once takes the wrong author of several.
      authorOnly: (authorInText || authorsOnly) && format === 'author' ? [{ id }, { id, ...{ 'author-only': true } }] : undefined,
      isAuthorOnly: authorsOnly && format === 'author',
      isInText: authorInText,
      hasAllAuthors: allAuthors,
    };
  }
}

/** Renders with as many authors as works have: the engine has numbers for each work, by which it tells apart those that look alike. */
function withAllAuthors(engine: CiteprocEngine, items: readonly SortedItem[], render: () => string): string {
  const entries = items.flatMap(([{ id }]) => engine.registry.registry[id] ?? []);
  const before = entries.map(({ disambig }) => disambig);
  for (const entry of entries) entry.disambig = { ...structuredClone(entry.disambig), names: [mostNames, mostNames, mostNames] };
  try {
    return render();
  } finally {
    for (const [index, entry] of entries.entries()) entry.disambig = before[index] ?? false;
  }
}

/** Where a style prints nothing for an item, citeproc-js says so in capitals. */
function withoutMissing(html: string): string {
  return html.replace(/\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]\s?/g, '');
}
