import { Parser } from 'htmlparser2';
import { isObject } from '../../formats/plainValue';
import { problem } from '../../problems/problem';
import { type Annotation, type Body, pageSelector, type Rectangle } from '../annotation';
import type { ImportedAnnotations, ImportOptions } from './exchange';

/** A mark of a Zotero note, while its paragraph is read. */
interface Mark {
  readonly data: Readonly<Record<string, unknown>>;
  readonly isUnderlined: boolean;
  quote: string;
  comment: string;
}

/**
 * Reads the marks in a note that Zotero made from a PDF's annotations (its HTML): each is an element with `data-annotation`,
 * JSON with page, boxes and colour; the quote is its text, and the comment what follows it in the paragraph, after the citation.
 * What is written between is the note's own and no annotation.
 */
export function readZoteroNote(html: string, { source, newId }: ImportOptions): ImportedAnnotations {
  const marks = new NoteReader().read(html);
  if (marks.length === 0) return { annotations: [], problems: [problem('nothing-found', 'error', { format: 'Zotero' })] };
  return { annotations: marks.map((mark) => annotationOf(mark, source, newId())), problems: [] };
}

class NoteReader {
  private readonly marks: Mark[] = [];
  private current: Mark | undefined;
  /** How deep the parser is inside of a mark, and of a citation, which is neither quote nor comment. */
  private inMark = 0;
  private inCitation = 0;

  read(html: string): readonly Mark[] {
    const parser = new Parser({
      onopentag: (name, attributes) => { this.open(name, attributes); },
      ontext: (text) => { this.text(text); },
      onclosetag: (name) => { this.close(name); },
    }, { decodeEntities: true });
    parser.write(html);
    parser.end();
    return this.marks;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const data = annotationData(attributes['data-annotation']);
    if (data) {
      this.current = { data, isUnderlined: /\bunderline\b/.test(attributes.class ?? ''), quote: '', comment: '' };
      this.marks.push(this.current);
      if (name !== 'img') this.inMark = 1;
    } else if (isVoid(name)) {
      if (name === 'br') this.text('\n');
    } else if (this.inMark > 0) {
      this.inMark += 1;
    } else if (this.inCitation > 0 || /\bcitation\b/.test(attributes.class ?? '')) {
      this.inCitation += 1;
    }
  }

  private text(text: string): void {
    if (!this.current || this.inCitation > 0) return;
    if (this.inMark > 0) this.current.quote += text;
    else this.current.comment += text;
  }

  private close(name: string): void {
    if (isVoid(name)) return;
    if (this.inMark > 0) this.inMark -= 1;
    else if (this.inCitation > 0) this.inCitation -= 1;
    else if (/^(?:p|h[1-6]|li|blockquote|div)$/.test(name)) this.current = undefined;
  }
}

function isVoid(name: string): boolean {
  return /^(?:br|img|hr|wbr)$/.test(name);
}

/** Zotero percent-encodes the JSON. */
function annotationData(attribute: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (attribute === undefined) return undefined;
  try {
    const data: unknown = JSON.parse(attribute.trimStart().startsWith('{') ? attribute : decodeURIComponent(attribute));
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function annotationOf({ data, isUnderlined, quote, comment }: Mark, source: string, id: string): Annotation {
  const exact = quote.replace(/\s+/g, ' ').trim().replace(/^[\u201c"\u00ab\u201e](.*)[\u201d"\u00bb\u201c]$/su, '$1');
  const said = comment.replace(/[^\S\n]+/g, ' ').trim();
  const position = isObject(data.position) ? data.position : {};
  const page = typeof position.pageIndex === 'number' ? position.pageIndex + 1 : undefined;
  const body: Body[] = [
    ...(said === '' ? [] : [{ type: 'TextualBody', value: said, purpose: 'commenting', format: 'text/markdown' } as const]),
    ...(typeof data.color === 'string' ? [{ type: 'TextualBody', value: data.color, purpose: 'classifying' } as const] : []),
  ];
  return {
    id, motivation: said === '' ? 'highlighting' : 'commenting',
    target: {
      source, ...(isUnderlined && { styleClass: 'underline' }),
      selector: [...(exact === '' ? [] : [{ type: 'TextQuoteSelector', exact } as const]), ...(page === undefined ? [] : [pageSelector(page, rectanglesIn(position.rects))])],
    },
    body,
    ...(typeof data.annotationKey === 'string' && { zotero: data.annotationKey }),
  };
}

function rectanglesIn(value: unknown): Rectangle[] {
  const rects: readonly unknown[] = Array.isArray(value) ? value : [];
  return rects.flatMap((rect) => {
    const numbers: readonly unknown[] = Array.isArray(rect) ? rect : [];
    const [left, bottom, right, top] = numbers;
    return typeof left === 'number' && typeof bottom === 'number' && typeof right === 'number' && typeof top === 'number' ? [[left, bottom, right, top] as const] : [];
  });
}
