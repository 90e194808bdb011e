import { type TextDocument, type Uri, workspace } from 'vscode';
import { type Annotation, answeredBy } from '../../core/annotating/annotation';
import { inReadingOrder } from '../../core/annotating/readingOrder';
import { recordTexts } from '../../core/annotating/recordTexts';
import type { Refound } from '../../core/annotating/refind';
import type { LibraryPaper } from '../../core/library/library';
import type { Span } from '../../core/text';
import type { Work } from '../../core/work';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { MarkablePart, PaperTexts } from '../../platform/paperTexts';
import type { SeenState } from '../../platform/seenStates';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** An annotation, and where its words are now. */
export interface Mark {
  readonly paper: LibraryPaper;
  readonly annotation: Annotation;
  /** Where words in a PDF are, only its page knows. */
  readonly refound: Refound | { readonly state: SeenState };
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
    private readonly texts: PaperTexts,
    private readonly thread: WorkerThread<Work>,
  ) {}

  /** @returns whether words of a document can be marked: it shows a text of a paper */
  takes(document: TextDocument): boolean {
    return this.texts.has(document);
  }

  /** @returns what of a document can be marked */
  partsOf(document: TextDocument): readonly MarkablePart[] {
    return this.texts.partsOf(document);
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
    const inRecord = recordTexts(paper.record, own);
    const sources = [...new Set(own.map(({ target }) => target.source))];
    const marks = await Promise.all(sources.map((source) => {
      const text = inRecord.get(source);
      return text === undefined ? this.inFile(this.texts.uriOf(paper, source)) : this.find(text, paper, own.filter(({ target }) => target.source === source));
    }));
    const found = new Map(marks.flat().map((mark) => [mark.annotation.id, mark]));
    return own.map((annotation) => found.get(annotation.id) ?? this.unsought(paper, annotation));
  }

  private unsought(paper: LibraryPaper, annotation: Annotation): Mark {
    const { source } = annotation.target;
    const isOrphan = source === 'abstract' || source === 'title' || (/\.\w+$/.test(source) && !this.annotations.fileOf(paper, annotation));
    const state = isOrphan ? 'orphaned' : this.annotations.stateOf(paper, annotation);
    return { paper, annotation, refound: state === undefined ? { state: 'whole' } : { state } };
  }

  private async inFile(uri: Uri | undefined): Promise<readonly Mark[]> {
    if (!uri) return [];
    try {
      return (await this.in(await workspace.openTextDocument(uri))) ?? [];
    } catch {
      return []; // it is gone, or no text
    }
  }

  private ask(document: TextDocument): Promise<readonly Mark[]> {
    const parts = this.texts.partsOf(document);
    const annotations = parts.map((part) => this.annotations.of(part.paper).filter((one) => answeredBy(one) === undefined && one.target.source === part.source));
    const known = this.known.get(document);
    const written = JSON.stringify([parts.map(({ span }) => span), annotations]);
    if (known?.version === document.version && known.annotations === written) return known.marks;
    const text = document.getText();
    const marks = Promise.all(parts.map((part, at) => this.inPart(text, part, annotations[at] ?? []))).then((all) => all.flat());
    this.known.set(document, { version: document.version, annotations: written, marks });
    return marks;
  }

  /** The marks on a part of a document, where they are in the whole. */
  private async inPart(text: string, { paper, span }: MarkablePart, annotations: readonly Annotation[]): Promise<readonly Mark[]> {
    const marks = await this.find(text.slice(span.start, span.end), paper, annotations);
    return marks.map((mark) => ({ ...mark, refound: shifted(mark.refound, span.start) }));
  }

  private async find(text: string, paper: LibraryPaper, annotations: readonly Annotation[]): Promise<readonly Mark[]> {
    if (annotations.length === 0) return [];
    const found = await (await this.thread.get()).annotating.refind(text, annotations);
    return annotations.map((annotation, at) => ({ paper, annotation, refound: found[at] ?? { state: 'orphaned' } }));
  }
}

function shifted(refound: Mark['refound'], by: number): Mark['refound'] {
  return 'span' in refound ? { ...refound, span: { start: refound.span.start + by, end: refound.span.end + by } } : refound;
}

/** Compares marks on one paper by where they are now. */
export function marksInOrder(a: Mark, b: Mark): number {
  const [one, other] = [a, b].map(({ refound }) => ('span' in refound ? refound.span : undefined));
  return inReadingOrder(a.annotation, b.annotation, [one, other]);
}

/** @returns the marks whose words were found, in the order of the text */
export function placed(marks: readonly Mark[]): PlacedMark[] {
  const found = marks.flatMap((mark): PlacedMark[] => ('span' in mark.refound ? [{ ...mark, span: mark.refound.span }] : []));
  return found.sort((a, b) => a.span.start - b.span.start);
}
