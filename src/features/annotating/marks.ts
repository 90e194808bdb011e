import { type TextDocument, type Uri, workspace } from 'vscode';
import { type Annotation, answeredBy } from '../../core/annotating/annotation';
import type { Refound } from '../../core/annotating/refind';
import type { LibraryPaper } from '../../core/library/library';
import type { Span } from '../../core/text';
import type { Work } from '../../core/work';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { WorkerThread } from '../../platform/workers/workerThread';

const textFile = /\.(?:md|markdown|qmd|txt)$/i;

/** An annotation, and where its words are now. */
export interface Mark {
  readonly paper: LibraryPaper;
  readonly annotation: Annotation;
  readonly refound: Refound;
}

/** A mark whose words were found. */
export interface PlacedMark extends Mark {
  readonly span: Span;
}

/** Finds the words of annotations in the texts they were made on; asked again for the same text, it knows. */
export class Marks {
  private readonly known = new WeakMap<TextDocument, { readonly version: number; readonly annotations: string; readonly marks: Promise<readonly Mark[]> }>();

  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly thread: WorkerThread<Work>,
  ) {}

  /** @returns whether words of a document can be marked: it is a text that is attached to a paper */
  takes(document: TextDocument): boolean {
    return this.annotations.sourceAt(document.uri) !== undefined;
  }

  /** @returns the marks on a document, those not found among them; undefined where it was changed meanwhile */
  async in(document: TextDocument): Promise<readonly Mark[] | undefined> {
    const { version } = document;
    const marks = await this.ask(document);
    return document.version === version ? marks : undefined;
  }

  /** @returns the marks at an offset, the shortest first */
  async at(document: TextDocument, offset: number): Promise<readonly PlacedMark[]> {
    const marks = placed((await this.in(document)) ?? []).filter(({ span }) => span.start <= offset && offset <= span.end);
    return marks.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  }

  /** @returns the marks on a paper, each with where it is now; those on what is no text are not looked for */
  async ofPaper(paper: LibraryPaper): Promise<readonly Mark[]> {
    const own = this.annotations.of(paper).filter((one) => answeredBy(one) === undefined);
    const files = new Map(own.flatMap((one) => this.annotations.fileOf(paper, one) ?? []).map((uri) => [uri.toString(), uri]));
    const marks = await Promise.all([...files.values()].filter(({ path }) => textFile.test(path)).map((uri) => this.inFile(uri)));
    const found = new Map(marks.flat().map((mark) => [mark.annotation.id, mark]));
    return own.map((annotation) => found.get(annotation.id) ?? this.unsought(paper, annotation));
  }

  private unsought(paper: LibraryPaper, annotation: Annotation): Mark {
    const isOrphan = /\.\w+$/.test(annotation.target.source) && !this.annotations.fileOf(paper, annotation);
    return { paper, annotation, refound: { state: isOrphan ? 'orphaned' : 'whole' } };
  }

  private async inFile(uri: Uri): Promise<readonly Mark[]> {
    try {
      return (await this.in(await workspace.openTextDocument(uri))) ?? [];
    } catch {
      return []; // it is gone, or no text
    }
  }

  private ask(document: TextDocument): Promise<readonly Mark[]> {
    const at = this.annotations.sourceAt(document.uri);
    if (!at) return Promise.resolve([]);
    const annotations = this.annotations.of(at.paper).filter((one) => answeredBy(one) === undefined && one.target.source === at.source);
    const known = this.known.get(document);
    const written = JSON.stringify(annotations);
    if (known?.version === document.version && known.annotations === written) return known.marks;
    const marks = this.find(document, at.paper, annotations);
    this.known.set(document, { version: document.version, annotations: written, marks });
    return marks;
  }

  private async find(document: TextDocument, paper: LibraryPaper, annotations: readonly Annotation[]): Promise<readonly Mark[]> {
    if (annotations.length === 0) return [];
    const found = await (await this.thread.get()).annotating.refind(document.getText(), annotations);
    return annotations.map((annotation, at) => ({ paper, annotation, refound: found[at] ?? { state: 'orphaned' } }));
  }
}

/** @returns the marks whose words were found, in the order of the text */
export function placed(marks: readonly Mark[]): PlacedMark[] {
  const found = marks.flatMap((mark): PlacedMark[] => ('span' in mark.refound ? [{ ...mark, span: mark.refound.span }] : []));
  return found.sort((a, b) => a.span.start - b.span.start);
}
