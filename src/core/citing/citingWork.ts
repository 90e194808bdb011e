import type { CslItem } from '../library/record';
import type { CitedText } from '../notes/note';
import type { PackedAssets } from '../ports';
import type { Span } from '../text';
import { Abbreviations } from './abbreviations';
import { loadLocales } from './locales';
import type { NoteView } from './noteView';
import type { Processor } from './processor';
import { createProcessor } from './processor';
import type { Rendered, RenderedCitation, RenderedEntry, RenderedNote } from './rendered';
import { shownNote, type ShownNote } from './shownNote';
import type { PureStyleId } from './pure/pureStyle';
import { isPureStyle, pureCompanion, pureEntry } from './pure/pureStyle';
import { StyleLibrary } from './styleLibrary';
import { findStyle } from './styles';
import type { StyleEntry } from './styleCatalogue';
import type { StyleNode } from './styleNode';

/** A style by its id, or by its own text where the user brought a `.csl` file. */
export interface StyleChoice {
  readonly id: string;
  readonly csl?: string;
}

/** How references and citations are to look. */
export interface Presentation {
  readonly style: StyleChoice;
  /** A language tag; where it is empty the style's own counts. */
  readonly locale: string;
  /** The JSON of a file of short names, as pandoc's `citation-abbreviations` takes it. */
  readonly abbreviations?: string;
}

/** A style that neither ships nor can be read. */
export class StyleError extends Error {
  constructor(
    readonly style: string,
    options?: ErrorOptions,
  ) {
    super(`No citation style: ${style}`, options);
    this.name = 'StyleError';
  }
}

/** As many engines as are kept: one takes up to 30 MB. */
const keptProcessors = 8;

/** What a user looks at in an editor: rendered piece by piece, and anew only where it changes. */
interface OpenNote {
  readonly presentation: Presentation;
  readonly items: readonly CslItem[];
  readonly view: NoteView;
  /** Another note has taken the engine over since. */
  isStale(): boolean;
}

/** Everything that renders citations, with the engines it has made. */
export class CitingWork {
  private readonly processors = new Map<string, Promise<Processor>>();
  private readonly notes = new Map<string, OpenNote>();

  /** The short names asked for last. */
  private abbreviations: { readonly json: string; readonly read: Abbreviations | undefined } | undefined;
  readonly styles: StyleLibrary;

  constructor(private readonly assets: PackedAssets) {
    this.styles = new StyleLibrary(assets);
  }

  /** The style that a name means; undefined where none of the name ships. */
  async findStyle(name: string): Promise<StyleEntry | undefined> {
    return (await this.styles.catalogue()).find(name);
  }

  /** The styles that every word is in, the fittest first. */
  async searchStyles(words: string, limit: number): Promise<readonly StyleEntry[]> {
    return (await this.styles.catalogue()).search(words, limit);
  }

  /** Each item's reference, in the order given; an item is missing where the style makes no reference of it. */
  async references(items: readonly CslItem[], presentation: Presentation): Promise<RenderedEntry[]> {
    const entries = new Map((await this.bibliography(items, presentation)).map((entry) => [entry.id, entry]));
    return items.flatMap(({ id }) => entries.get(id) ?? []);
  }

  /** A bibliography of items, in the style's order. @throws StyleError */
  async bibliography(items: readonly CslItem[], presentation: Presentation): Promise<readonly RenderedEntry[]> {
    const style = pureStyleOf(presentation);
    if (style) return items.map((item) => pureEntry(item, style));
    return (await this.processor(presentation)).bibliography(this.shortened(items, presentation));
  }

  /**
   * One citation of some keys as it reads after others have been cited: `(3)`. @throws StyleError
   * @param before what the text cites already, in its order
   */
  async citation(
    keys: readonly string[],
    before: readonly CslItem[],
    items: readonly CslItem[],
    presentation: Presentation,
  ): Promise<Rendered> {
    const [known, cited] = [items, before].map((some) => this.shortened(some, presentation));
    return (await this.processor(forCitations(presentation))).citation(keys, known ?? [], cited);
  }

  /** A note's citations and bibliography. @throws StyleError */
  async renderNote(note: CitedText, items: readonly CslItem[], presentation: Presentation): Promise<RenderedNote> {
    const rendered = (await this.processor(forCitations(presentation), 'notes')).renderNote(note, this.shortened(items, presentation));
    const style = pureStyleOf(presentation);
    if (!style) return rendered;
    const records = new Map(items.map((item) => [item.id, item]));
    const bibliography = rendered.bibliography.flatMap((entry) => {
      const record = records.get(entry.id);
      return record ? [pureEntry(record, style)] : [];
    });
    return { ...rendered, bibliography };
  }

  /**
   * Takes a note that is open, or its next version; what has not changed since is not rendered again. @throws StyleError
   * @param name the note's, which `noteCitations` and `noteEntries` ask by
   * @param items what it can cite; undefined for what was given last
   * @param visible the stretch of the note that is rendered at once
   */
  async openNote(name: string, note: CitedText, items: readonly CslItem[] | undefined, presentation: Presentation, visible: Span): Promise<ShownNote> {
    const works = items ?? this.notes.get(name)?.items ?? [];
    const processor = await this.processor(forCitations(presentation), `note ${name}`);
    const view = processor.open(note, this.shortened(works, presentation));
    this.notes.set(name, { presentation, items: works, view, isStale: () => !processor.isOpen(view) });
    return shownNote(note, view, processor.style, visible);
  }

  /** More of the citations of an open note; undefined where it is not open any more, and is to be opened again. */
  noteCitations(name: string, within: Span): readonly RenderedCitation[] | undefined {
    const open = this.notes.get(name);
    return open?.isStale() === false ? open.view.citations(within) : undefined;
  }

  /** Entries of an open note's bibliography, by their places in it; undefined where it is not open any more. */
  noteEntries(name: string, from: number, to: number): readonly RenderedEntry[] | undefined {
    const open = this.notes.get(name);
    if (open?.isStale() !== false) return undefined;
    const style = pureStyleOf(open.presentation);
    return style ? open.view.works().slice(from, to).map((item) => pureEntry(item, style)) : open.view.entries(from, to);
  }

  closeNote(name: string): void {
    this.notes.delete(name);
    for (const key of this.processors.keys()) if (key.endsWith(JSON.stringify(`note ${name}`))) this.processors.delete(key);
  }

  /** Makes the engine that a presentation needs, so that who asks next does not wait for it. @throws StyleError */
  async warm(presentation: Presentation): Promise<void> {
    await this.processor(forCitations(presentation));
  }

  /** @returns the items with the short names that the presentation knows, the same ones each time */
  private shortened(items: readonly CslItem[], { abbreviations: json }: Presentation): readonly CslItem[] {
    if (json === undefined) return items;
    if (this.abbreviations?.json !== json) this.abbreviations = { json, read: Abbreviations.read(json) };
    const { read } = this.abbreviations;
    return read ? items.map((item) => read.of(item)) : items;
  }

  /** @param use an engine renders one document at a time, and what has another use has another engine */
  private processor({ style, locale }: Presentation, use = 'references'): Promise<Processor> {
    const key = JSON.stringify([style.id, style.csl, locale]) + JSON.stringify(use);
    const known = this.processors.get(key);
    // What was used last goes to the end, and what has not been used for longest goes first.
    this.processors.delete(key);
    const processor = known ?? this.create(style, locale);
    this.processors.set(key, processor);
    if (!known) processor.catch(() => this.processors.delete(key));
    for (const oldest of this.processors.keys()) {
      if (this.processors.size <= keptProcessors) break;
      this.processors.delete(oldest);
    }
    return processor;
  }

  private async create(choice: StyleChoice, language: string): Promise<Processor> {
    const parent = choice.csl === undefined ? choice.id : parentOf(choice.csl);
    const style = parent === undefined ? choice.csl : await this.styles.load(parent);
    if (style === undefined) throw new StyleError(parent ?? choice.id);
    const locales = await loadLocales(this.assets, language || ownLanguage(style));
    try {
      return createProcessor({ style, locales, language });
    } catch (error) {
      throw new StyleError(choice.id, { cause: error });
    }
  }
}

function pureStyleOf({ style }: Presentation): PureStyleId | undefined {
  const id = style.csl === undefined ? findStyle(style.id)?.id : undefined;
  return id !== undefined && isPureStyle(id) ? id : undefined;
}

/** How citations in the text go along with references that follow one of the portal's forms. */
function forCitations(presentation: Presentation): Presentation {
  const style = pureStyleOf(presentation);
  return style ? { ...presentation, style: { id: pureCompanion(style) } } : presentation;
}

/** The language that a style is written for, as British quotation marks in a British style want it. */
function ownLanguage(style: StyleNode | string): string {
  if (typeof style !== 'string') return style.attrs['default-locale'] ?? '';
  return /<style\b[^>]*\bdefault-locale="([^"]*)"/.exec(style)?.[1] ?? '';
}

/** The independent style that a dependent one, which has no rules of its own, refers to. */
function parentOf(csl: string): string | undefined {
  const link = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(csl)?.[0];
  return link && !/<citation\b/.test(csl) ? /\bhref="([^"]*)"/.exec(link)?.[1] : undefined;
}
