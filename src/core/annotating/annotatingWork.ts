import { applyEdits, type TextEdit } from '../library/edit/textEdit';
import { problem } from '../problems/problem';
import type { Annotation } from './annotation';
import { addAnnotations, type AnnotationChange, changeAnnotation, removeAnnotations } from './annotationFile';
import type { AnnotatedPaper, ImportedAnnotations } from './exchange/exchange';
import { type AnnotationFormat, type AnnotationFormatId, annotationFormatOf, annotationFormats, exportAnnotations, type ExportedFile, importAnnotations, leftOut } from './exchange/formats';
import { type Refound, refind } from './refind';

/** What annotating needs done that is too heavy for the extension host's thread. */
export class AnnotatingWork {
  /** @returns for each annotation where its words are in the text, as `refind` has it */
  refind(text: string, annotations: readonly Annotation[]): Refound[] {
    return refind(text, annotations);
  }

  /** @returns the paper file's text with annotations more; undefined where it is broken */
  add(text: string, annotations: readonly Annotation[]): string | undefined {
    return applied(text, addAnnotations(text, annotations));
  }

  /** @returns the paper file's text with an annotation changed; undefined where it is broken, or has no such annotation */
  change(text: string, id: string, change: AnnotationChange): string | undefined {
    return applied(text, changeAnnotation(text, id, change));
  }

  /** @returns the paper file's text without annotations and the replies to them; undefined where it is broken */
  remove(text: string, ids: readonly string[]): string | undefined {
    return applied(text, removeAnnotations(text, ids));
  }

  writableFormats(): AnnotationFormat[] {
    return annotationFormats.filter(({ canWrite }) => canWrite);
  }

  /** @returns how many annotations an export in a format leaves out */
  leftOut(papers: readonly AnnotatedPaper[], format: AnnotationFormatId): number {
    return papers.reduce((sum, paper) => sum + leftOut(paper, format).length, 0);
  }

  /** Papers' annotations as another program has them; `date` is today's, `2026-11-26`. */
  exported(papers: readonly AnnotatedPaper[], format: AnnotationFormatId, date: string): readonly ExportedFile[] {
    return exportAnnotations(papers, format, date);
  }

  /**
   * Another program's annotations of one source.
   *
   * @param format undefined where the text shall tell
   * @param ids for annotations that come without one; of those that are not needed nothing is done
   */
  imported(text: string, format: AnnotationFormatId | undefined, source: string, sourceText: string | undefined, ids: readonly string[]): ImportedAnnotations {
    const known = format ?? annotationFormatOf(text);
    if (known === undefined) return { annotations: [], problems: [problem('annotations-unknown', 'error', {})] };
    let next = 0;
    const newId = (): string => ids[next++] ?? `a${next}`;
    return importAnnotations(text, known, { source, newId, ...(sourceText !== undefined && { text: sourceText }) });
  }
}

function applied(text: string, edits: readonly TextEdit[] | undefined): string | undefined {
  return edits && applyEdits(text, edits);
}
