import { aliasesOf } from '../library/aliases';
import type { CslItem } from '../library/record';
import { hasAllAuthors, isAuthorRole, isBareRole, isBracketedRole, isCapitalRole } from '../notes/mystRole';
import type { CitationCluster, CitationItem, CitedText } from '../notes/note';
import type { Problem } from '../problems/problem';
import type { Span } from '../text';
import { affixHtml } from './affix';
import { chaptersOf } from './chapters';
import { capital, linkedMarks, withoutMarks } from './citeMarks';
import type { Engine, EngineEntry } from './engine';
import type { EngineCitation, EngineCite } from './engineCitations';
import { escapeHtml, plainText } from './html';
import { readingOrder } from './readingOrder';
import { linkToReference } from './preview/linkCites';
import type { Linkable, LinkedCitation, Rendered, RenderedCitation, RenderedEntry } from './rendered';
import type { StyleTraits } from './styleTraits';
import { withUnknownKeys } from './unknownKeys';

/**
 * A note as it reads in a style: what is asked for is rendered, and nothing else. It holds until its engine is given another
 * note, or the next version of this one.
 */
export class NoteView {
  private readonly known: ReadonlyMap<string, CslItem>;
  /** For each citation of the note: its places among those that the engine renders. A MyST role may be several to it. */
  private readonly places = new Map<number, readonly number[]>();
  private readonly engineCitations: EngineCitation[] = [];
  private readonly uncited: readonly CslItem[];
  private readonly isBare: boolean;

  constructor(
    private readonly engine: Engine,
    private readonly note: CitedText,
    items: Iterable<CslItem>,
  ) {
    const own = byId(items);
    this.known = withAliases(own);
    const nocite = note.frontMatter?.nocite ?? [];
    const listed = new Set(nocite.map((key) => this.known.get(key)));
    // In the order of the bibliographies, as pandoc has them.
    this.uncited = nocite.includes('*') ? [...own.values()] : [...own.values()].filter((item) => listed.has(item));
    const turns = readingOrder(note);
    const chapters = chaptersOf(note, turns);
    for (const [turn, { index, note: inNote }] of turns.entries()) {
      const cluster = note.citations[index];
      const citations = cluster ? engineCitations(cluster, this.known, inNote).filter(({ cites }) => cites.length > 0) : [];
      if (citations.length === 0) continue;
      this.places.set(index, citations.map((_, place) => this.engineCitations.length + place));
      this.engineCitations.push(...citations.map((citation) => ({ ...citation, chapter: chapters[turn] ?? 0 })));
    }
    this.isBare = attempt(() => (engine.update(this.engineCitations, this.uncited), true)) === undefined;
  }

  /** The citations that stand in no other, in the order of the text: all, or those that touch a stretch of it. */
  citations(within: Span = { start: 0, end: Infinity }): RenderedCitation[] {
    return this.outermost(within, unlinked);
  }

  /** All of them, with links. */
  linkedCitations(): LinkedCitation[] {
    return this.outermost({ start: 0, end: Infinity }, (marked) => this.linkable(marked));
  }

  /** @param make what becomes of a marked text */
  private outermost<Made extends Rendered>(within: Span, make: (marked: string) => Made): (Made & Span & { readonly apart?: { readonly author: Rendered; readonly note: Made } })[] {
    const rendered: (Made & Span & { readonly apart?: { readonly author: Rendered; readonly note: Made } })[] = [];
    for (const [index, { span }] of this.note.citations.entries()) {
      if (span.start > within.end) break;
      if (span.end < within.start || span.start < (rendered.at(-1)?.end ?? 0)) continue;
      const apart = this.apart(index);
      rendered.push({ ...make(this.marked(index)), start: span.start, end: span.end, ...(apart && { apart: { author: apart.author, note: make(apart.note) } }) });
    }
    return rendered;
  }

  /** Safe HTML of one of the note's citations, with those that stand in it: `[@a, as in @b]`. */
  html(index: number): string {
    return withoutMarks(this.marked(index));
  }

  private marked(index: number): string {
    const cluster = this.note.citations[index];
    if (!cluster) return '';
    const { role } = cluster;
    const parts = (this.places.get(index) ?? []).map((place) => this.rendered(place));
    const own = (role !== undefined && isCapitalRole(role) ? parts.map(capital) : parts).join(', ');
    const shown = role === undefined ? own : asRole(own, role, this.engine.style);
    let html = withUnknownKeys(shown, cluster, (key) => this.known.has(key), this.engine.style);
    for (let inner = index + 1; (this.note.citations[inner]?.span.start ?? Infinity) < cluster.span.end; inner++) {
      const { span } = this.note.citations[inner] ?? cluster;
      html = html.replace(escapeHtml(this.note.text.slice(span.start, span.end)), () => this.marked(inner));
    }
    return html;
  }

  private apart(index: number): { readonly author: Rendered; readonly note: string } | undefined {
    const cluster = this.note.citations[index];
    const [place, ...more] = this.places.get(index) ?? [];
    if (place === undefined || more.length > 0 || this.isBare || !cluster?.authorInText || this.engine.style.format !== 'note') return undefined;
    const parts = attempt(() => this.engine.apart(place));
    if (!parts) return undefined;
    const note = withUnknownKeys(parts.note, cluster, (key) => this.known.has(key), this.engine.style);
    return { author: unlinked(parts.author), note };
  }

  private linkable(marked: string): Linkable {
    const linked = linkedMarks(marked, this.engine.style, (id, html) => linkToReference(this.engine.work(id)?.id ?? id, html));
    return { ...unlinked(marked), linked };
  }

  private rendered(place: number): string {
    const citation = this.engineCitations[place];
    return (this.isBare ? undefined : attempt(() => this.engine.citation(place))) ?? bare(citation);
  }

  /** The works of the bibliography, in the style's order. */
  works(): readonly CslItem[] {
    return this.isBare ? this.cited() : this.engine.works();
  }

  /** The bibliography, or some of its entries by their places in `works`; a work that the style prints nothing of is left out. */
  entries(from = 0, to = Infinity): RenderedEntry[] {
    const made = this.isBare ? undefined : attempt(() => this.engine.bibliography(from, to));
    return (made ?? renderEach(this.engine, this.cited().slice(from, to))).map(entry);
  }

  problems(): readonly Problem[] {
    return this.note.citations.flatMap(({ items }) => items)
      .filter(({ key }) => !this.known.has(key))
      .map(({ key, keySpan }) => ({ code: 'citekey-unknown', severity: 'warning', params: { key }, span: keySpan }));
  }

  /** @returns the key of the work that a key in the note means, which may be an earlier one of it */
  workOf(key: string): string | undefined {
    return this.known.get(key)?.id;
  }

  private cited(): CslItem[] {
    return [...new Set([...this.engineCitations.flatMap(({ cites }) => cites.map(({ item }) => item)), ...this.uncited])];
  }
}

/** A bibliography of works. Where the engine fails on one, each is rendered by itself, and that one is its key. */
export function renderWorks(engine: Engine, items: readonly CslItem[]): readonly EngineEntry[] {
  const render = (): readonly EngineEntry[] => {
    engine.update([], items);
    return engine.bibliography();
  };
  return attempt(render) ?? renderEach(engine, items);
}

export function entry({ item, html }: EngineEntry): RenderedEntry {
  return { id: item.id, html, text: plainText(html) };
}

export function byId(items: Iterable<CslItem>): ReadonlyMap<string, CslItem> {
  const known = new Map<string, CslItem>();
  for (const item of items) if (!known.has(item.id)) known.set(item.id, item);
  return known;
}

function renderEach(engine: Engine, items: readonly CslItem[]): EngineEntry[] {
  return items.flatMap((item) => {
    const render = (): readonly EngineEntry[] => {
      engine.update([], [item]);
      return engine.bibliography();
    };
    return attempt(render) ?? [{ item, html: escapeHtml(item.id) }];
  });
}

/** For items that the engine fails on a citation reads `[key]`. */
function bare(citation: EngineCitation | undefined): string {
  return escapeHtml(`[${(citation?.cites ?? []).map(({ item }) => item.id).join('; ')}]`);
}

/** One, but for roles that name authors in the sentence: there each work is set by itself, as MyST has it. */
function engineCitations(cluster: CitationCluster, known: ReadonlyMap<string, CslItem>, note: number): EngineCitation[] {
  const { role } = cluster;
  if (role === undefined) return [toEngine(cluster, known, note)];
  const authorsOnly = isAuthorRole(role);
  const allAuthors = hasAllAuthors(role);
  if (!authorsOnly && !cluster.authorInText) return [{ ...toEngine(cluster, known, note), allAuthors }];
  return cluster.items.map((item) => ({ ...toEngine({ ...cluster, items: [item] }, known, note), authorsOnly, allAuthors }));
}

function unlinked(marked: string): Rendered {
  const html = withoutMarks(marked);
  return { html, text: plainText(html) };
}

/** What a MyST role says of the brackets around its citation. */
function asRole(html: string, role: string, style: StyleTraits): string {
  if (isBareRole(role)) return withoutBrackets(html, style);
  return isBracketedRole(role) && style.format === 'author' && html !== '' ? `(${html})` : html;
}

/** What a style sets around a citation is left out. */
function withoutBrackets(html: string, { layout }: StyleTraits): string {
  const [prefix = '', suffix = ''] = [layout.prefix, layout.suffix].map(escapeHtml);
  const isAround = !layout.isSuperscript && html.startsWith(prefix) && html.endsWith(suffix);
  return isAround ? html.slice(prefix.length, html.length - suffix.length) : html;
}

function toEngine(cluster: CitationCluster, known: ReadonlyMap<string, CslItem>, note: number): EngineCitation {
  const cites = cluster.items.flatMap((item) => {
    const record = known.get(item.key);
    return record ? [toCite(item, record)] : [];
  });
  const first = cluster.items[0];
  return { cites, authorInText: cluster.authorInText && first !== undefined && known.has(first.key), note };
}

function toCite(item: CitationItem, record: CslItem): EngineCite {
  return {
    item: record,
    ...(item.locator && { locator: unmarked(item.locator.value), label: item.locator.label }),
    ...(item.prefix !== '' && { prefix: `${affixHtml(item.prefix)} ` }),
    ...(item.suffix !== '' && { suffix: affixHtml(item.suffix) }),
    ...(item.suppressAuthor && { suppressAuthor: true }),
  };
}

/** `10^9^`: the engine takes a locator for text without markup. */
function unmarked(locator: string): string {
  return locator.replace(/([\^~])([^\s^~]+)\1/g, '$2');
}

/** A note goes on citing a work by a key that it had once, or that a duplicate of it had. */
function withAliases(own: ReadonlyMap<string, CslItem>): ReadonlyMap<string, CslItem> {
  const known = new Map(own);
  for (const item of own.values()) for (const key of aliasesOf(item)) if (!known.has(key)) known.set(key, item);
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
