import type { CslItem } from '../library/record';
import type { CitationCluster, CitationItem, Note } from '../notes/note';
import type { Problem } from '../problems/problem';
import type { Span } from '../text';
import { affixHtml } from './affix';
import { Engine, type EngineCitation, type EngineCite, type EngineOutput } from './engine';
import { escapeHtml, plainText } from './html';
import type { Locales } from './locales';
import type { StyleNode } from './styleNode';
import { withUnknownKeys } from './unknownKeys';

/** Rendered text, without markup and as safe HTML. */
export interface Rendered {
  readonly text: string;
  readonly html: string;
}

export interface RenderedCitation extends Rendered, Span {}

export interface RenderedEntry extends Rendered {
  /** The citekey. */
  readonly id: string;
}

export interface RenderedNote {
  /** For each citation that stands in no other, in the order of the text. */
  readonly citations: readonly RenderedCitation[];
  readonly bibliography: readonly RenderedEntry[];
  readonly problems: readonly Problem[];
  /** `numeric` citations that are raised take no space before them; a `note` style's text belongs into a footnote. */
  readonly format: 'author' | 'numeric' | 'note';
  readonly isSuperscript: boolean;
}

export interface ProcessorOptions {
  /** A style, or the XML of a `.csl` file. */
  readonly style: StyleNode | string;
  readonly locales: Locales;
  /** A language tag; where it is empty the style's own counts. */
  readonly language: string;
}

/** Makes a processor for a style and a language. Keep it: making one takes up to a second. @throws where the style is none */
export function createProcessor(options: ProcessorOptions): Processor {
  return new Processor(new Engine(options.style, options.locales, options.language));
}

/** Renders citations and references in one style. */
export class Processor {
  constructor(private readonly engine: Engine) {}

  /** Renders a note's citations and its bibliography, those in `nocite` included. */
  renderNote(note: Note, items: Iterable<CslItem>): RenderedNote {
    const known = byId(items);
    const nocite = note.frontMatter?.nocite ?? [];
    const uncited = nocite.includes('*') ? [...known.values()] : nocite.flatMap((key) => known.get(key) ?? []);
    const { output, html } = this.renderClusters(note, note.citations, known, uncited);
    const citations: RenderedCitation[] = [];
    for (const [index, { span }] of note.citations.entries()) {
      if (span.start < (citations.at(-1)?.end ?? 0)) continue;
      const rendered = html[index] ?? '';
      citations.push({ start: span.start, end: span.end, html: rendered, text: plainText(rendered) });
    }
    const { format, layout } = this.engine.style;
    return {
      citations,
      bibliography: entries(output.bibliography),
      problems: unknownKeyProblems(note.citations, known),
      format,
      isSuperscript: layout.isSuperscript,
    };
  }

  /**
   * Renders one citation of some keys, as it reads in a text that has cited others before it: `(3)`.
   * @param before what the text cites besides, in its order
   */
  citation(keys: readonly string[], items: Iterable<CslItem>, before: readonly CslItem[] = []): Rendered {
    // In a footnote style what was cited just before would make it "Ibid.", which is true at the text's end alone.
    const context = this.engine.style.format === 'note' ? [] : before;
    const clusters = [context.map(({ id }) => id), keys].filter((part) => part.length > 0).map(plainCluster);
    const html = this.renderClusters({ text: '' }, clusters, byId([...before, ...items]), []).html.at(-1) ?? '';
    return { html, text: plainText(html) };
  }

  /** Renders the reference of one item as it stands alone; undefined where the style makes none. */
  reference(item: CslItem): RenderedEntry | undefined {
    return this.bibliography([item])[0];
  }

  /** Renders a bibliography; it is in the style's order, which is that of `items` for numeric styles. */
  bibliography(items: readonly CslItem[]): readonly RenderedEntry[] {
    const distinct = [...byId(items).values()];
    return entries(attempt(() => this.engine.references(distinct)) ?? this.onlyWhatRenders(distinct));
  }

  private renderClusters(
    note: Pick<Note, 'text'>,
    clusters: readonly CitationCluster[],
    known: ReadonlyMap<string, CslItem>,
    uncited: readonly CslItem[],
  ): { readonly output: EngineOutput; readonly html: readonly string[] } {
    const cited = clusters.map((cluster) => ({ cluster, citation: toEngine(cluster, known) }));
    const rendered = cited.filter(({ citation }) => citation.cites.length > 0);
    const output = attempt(() => this.engine.render(rendered.map(({ citation }) => citation), uncited)) ??
      this.renderBare(rendered.map(({ citation }) => citation), uncited);
    let next = 0;
    const html = cited.map(({ cluster, citation }) => {
      const own = citation.cites.length > 0 ? (output.citations[next++] ?? '') : '';
      return withUnknownKeys(own, cluster, (key) => known.has(key), this.engine.style);
    });
    return { output, html: withNested(note.text, clusters, html) };
  }

  /** For items that the engine fails on: every citation reads `[key]`, and the rest of the bibliography is rendered. */
  private renderBare(citations: readonly EngineCitation[], uncited: readonly CslItem[]): EngineOutput {
    const all = new Set([...citations.flatMap(({ cites }) => cites.map(({ item }) => item)), ...uncited]);
    return {
      citations: citations.map(({ cites }) => escapeHtml(`[${cites.map(({ item }) => item.id).join('; ')}]`)),
      bibliography: this.onlyWhatRenders([...all]),
    };
  }

  private onlyWhatRenders(items: readonly CslItem[]): EngineOutput['bibliography'] {
    return items.flatMap((item) => attempt(() => this.engine.references([item])) ?? [{ item, html: escapeHtml(item.id) }]);
  }
}

function plainCluster(keys: readonly string[]): CitationCluster {
  const span = { start: 0, end: 0 };
  return { span, authorInText: false, items: keys.map((key) => ({ key, keySpan: span, prefix: '', suffix: '', suppressAuthor: false })) };
}

function toEngine(cluster: CitationCluster, known: ReadonlyMap<string, CslItem>): EngineCitation {
  const cites = cluster.items.flatMap((item) => {
    const record = known.get(item.key);
    return record ? [toCite(item, record)] : [];
  });
  const first = cluster.items[0];
  return { cites, authorInText: cluster.authorInText && first !== undefined && known.has(first.key) };
}

function toCite(item: CitationItem, record: CslItem): EngineCite {
  return {
    item: record,
    ...(item.locator && { locator: item.locator.value, label: item.locator.label }),
    ...(item.prefix !== '' && { prefix: `${affixHtml(item.prefix)} ` }),
    ...(item.suffix !== '' && { suffix: affixHtml(item.suffix) }),
    ...(item.suppressAuthor && { suppressAuthor: true }),
  };
}

/** Puts a citation that stands in another's suffix (`[@a, as in @b]`) into its place there. */
function withNested(text: string, clusters: readonly CitationCluster[], html: readonly string[]): readonly string[] {
  const done = [...html];
  let outer = 0;
  for (const [index, { span }] of clusters.entries()) {
    const within = index > 0 && span.start < (clusters[outer]?.span.end ?? 0);
    if (!within) outer = index;
    else done[outer] = (done[outer] ?? '').replace(escapeHtml(text.slice(span.start, span.end)), () => done[index] ?? '');
  }
  return done;
}

function unknownKeyProblems(clusters: readonly CitationCluster[], known: ReadonlyMap<string, CslItem>): readonly Problem[] {
  return clusters.flatMap(({ items }) => items)
    .filter(({ key }) => !known.has(key))
    .map(({ key, keySpan }) => ({ code: 'citekey-unknown', severity: 'warning', params: { key }, span: keySpan }));
}

function entries(bibliography: EngineOutput['bibliography']): readonly RenderedEntry[] {
  return bibliography.map(({ item, html }) => ({ id: item.id, html, text: plainText(html) }));
}

function byId(items: Iterable<CslItem>): ReadonlyMap<string, CslItem> {
  const known = new Map<string, CslItem>();
  for (const item of items) if (!known.has(item.id)) known.set(item.id, item);
  return known;
}

/** The engine throws on what it has not foreseen in an item; that must cost the item, not the document. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
