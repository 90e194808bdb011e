import { type Annotation, answeredBy, commentOf, isUnderlined, meaningOf, type Rectangle, tagsOf } from '../annotating/annotation';
import { isObject } from '../formats/plainValue';
import { type ForeignKind, spokenOf } from './foreignAnnotation';
import { colorOf, type Meaning } from '../annotating/meaning';

/** What is written of an annotation into a copy of its PDF. */
export interface PdfDraft {
  readonly id: string;
  /** The id of the one that this replies to. */
  readonly answers?: string;
  readonly kind: ForeignKind;
  /** As `#rrggbb`. */
  readonly color: string;
  /** What its colour means. */
  readonly subject?: string;
  readonly author?: string;
  /** In ISO 8601, as `modified`. */
  readonly created?: string;
  readonly modified?: string;
  /** The comment, and the tags under it. */
  readonly contents: string;
}

/** What stands in a PDF, and is to be changed there. */
export interface Replaced {
  /** As PDF.js names objects: `12R`, `12R3`. */
  readonly object: string;
  /** Whether its colour, its kind or its words are others now, and not only what is said. */
  readonly isRedrawn: boolean;
}

/** A draft with its place; that of a reply is its thread's. */
export interface PlacedDraft extends PdfDraft {
  readonly replaces?: Replaced;
  /** The object that it replies to, where that is in the PDF already. */
  readonly parent?: string;
  /** Counted from 1. */
  readonly page: number;
  /** In PDF points, as the page lies unturned. */
  readonly rectangles: readonly Rectangle[];
}

/** @returns an annotation as it is written into a PDF */
export function draftOf(annotation: Annotation, meanings: readonly Meaning[]): PdfDraft {
  const { id, creator, created, modified, target } = annotation;
  const meaning = meaningOf(annotation);
  const answers = answeredBy(annotation);
  const comment = commentOf(annotation);
  const hasWords = target.selector.some(({ type }) => type === 'TextQuoteSelector');
  const onWords = isUnderlined(annotation) ? 'underline' : target.styleClass === 'strikeout' ? 'strikeout' : 'highlight';
  return {
    id, kind: hasWords ? onWords : 'note', color: colorOf(meaning, meanings),
    contents: spokenOf({ tags: tagsOf(annotation), ...(comment !== undefined && { comment }) }),
    ...(answers !== undefined && { answers }), ...(meaning !== undefined && !meaning.startsWith('#') && { subject: meaning }),
    ...(creator !== undefined && { author: creator }), ...(created !== undefined && { created }), ...(modified !== undefined && { modified }),
  };
}

const kinds: readonly unknown[] = ['highlight', 'underline', 'strikeout', 'note'] satisfies ForeignKind[];

/** @returns the drafts that a message holds, those left out that are none */
export function readDrafts(value: unknown): PdfDraft[] {
  return (Array.isArray(value) ? value : []).flatMap((item: unknown): PdfDraft[] => {
    if (!isObject(item) || typeof item.id !== 'string' || typeof item.contents !== 'string' || !kinds.includes(item.kind)) return [];
    if (typeof item.color !== 'string' || !/^#[0-9a-f]{6}$/i.test(item.color)) return [];
    const { answers, subject, author, created, modified } = item;
    const texts = Object.entries({ answers, subject, author, created, modified }).filter(([, each]) => typeof each === 'string');
    return [{ id: item.id, kind: item.kind as ForeignKind, color: item.color, contents: item.contents, ...Object.fromEntries(texts) }];
  });
}
