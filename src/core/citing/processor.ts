import type { CslItem } from '../library/record';
import type { CitationCluster, CitedText, Footnotes } from '../notes/note';
import type { Rendered, RenderedEntry, RenderedNote } from './rendered';
import { Engine } from './engine';
import { plainText } from './html';
import type { Locales } from './locales';
import type { StyleNode } from './styleNode';
import type { StyleTraits } from './styleTraits';
import { byId, entry, NoteView, renderWorks } from './noteView';

const noFootnotes: Footnotes = { definitions: [], references: [], inline: [] };

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
  readonly style: StyleTraits;
  private current: NoteView | undefined;

  constructor(private readonly engine: Engine) {
    this.style = engine.style;
  }

  /** Takes a note in the place of what was rendered last; what is the same in both is not rendered again. */
  open(note: CitedText, items: Iterable<CslItem>): NoteView {
    this.current = new NoteView(this.engine, note, items);
    return this.current;
  }

  /** @returns whether nothing else has been rendered since */
  isOpen(view: NoteView): boolean {
    return this.current === view;
  }

  /** Renders a note's citations and its bibliography, those in `nocite` included. */
  renderNote(note: CitedText, items: Iterable<CslItem>): RenderedNote {
    const view = this.open(note, items);
    const { format, layout, punctuationInQuote } = this.engine.style;
    return {
      citations: view.linkedCitations(),
      bibliography: view.entries(),
      problems: view.problems(),
      format,
      isSuperscript: layout.isSuperscript,
      punctuationInQuote,
    };
  }

  /**
   * Renders one citation of some keys, as it reads in a text that has cited others before it: `(3)`.
   * @param before what the text cites besides, in its order
   */
  citation(keys: readonly string[], items: Iterable<CslItem>, before: readonly CslItem[] = []): Rendered {
    // In a footnote style what was cited just before would make it "Ibid.", which is true at the text's end alone.
    const context = this.engine.style.format === 'note' ? [] : before;
    const citations = [context.map(({ id }) => id), keys].filter((part) => part.length > 0).map(plainCluster);
    const view = this.open({ text: '', frontMatter: undefined, citations, footnotes: noFootnotes }, [...before, ...items]);
    const html = view.html(citations.length - 1);
    return { html, text: plainText(html) };
  }

  /** Renders the reference of one item as it stands alone; undefined where the style makes none. */
  reference(item: CslItem): RenderedEntry | undefined {
    return this.bibliography([item])[0];
  }

  /** Renders a bibliography; it is in the style's order, which is that of `items` for numeric styles. */
  bibliography(items: readonly CslItem[]): readonly RenderedEntry[] {
    this.current = undefined;
    return renderWorks(this.engine, [...byId(items).values()]).map(entry);
  }
}

function plainCluster(keys: readonly string[]): CitationCluster {
  const span = { start: 0, end: 0 };
  return { span, authorInText: false, items: keys.map((key) => ({ key, keySpan: span, prefix: '', suffix: '', suppressAuthor: false })) };
}
