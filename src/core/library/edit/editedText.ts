import type { TextEdit } from './textEdit';

/** A stretch of the text as it was, or a text that is new. */
type Piece = { readonly start: number; readonly end: number } | { readonly newText: string };

/** A text that is changed again and again, and in the end tells what is to be changed in the text as it first was. */
export class EditedText {
  private pieces: readonly Piece[];
  /** The text as it is now. */
  text: string;

  constructor(private readonly original: string) {
    this.text = original;
    this.pieces = [{ start: 0, end: original.length }];
  }

  /** @param edits of the text as it is now, in its order, not overlapping */
  apply(edits: readonly TextEdit[]): void {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { span, newText } of edits) {
      pieces.push(...this.between(at, span.start), { newText });
      at = span.end;
    }
    pieces.push(...this.between(at, this.text.length));
    this.pieces = pieces;
    this.text = pieces.map((piece) => ('newText' in piece ? piece.newText : this.original.slice(piece.start, piece.end))).join('');
  }

  /** What is to be changed in the original, in its order. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = '';
    const flush = (until: number): void => {
      if (until > at || newText !== '') edits.push({ span: { start: at, end: until }, newText });
      newText = '';
    };
    for (const piece of this.pieces) {
      if ('newText' in piece) {
        newText += piece.newText;
      } else if (piece.end > piece.start) {
        flush(piece.start);
        at = piece.end;
      }
    }
    flush(this.original.length);
    return edits;
  }

  /** The pieces of a stretch of the text as it is now. */
  private between(start: number, end: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = 'newText' in piece ? piece.newText.length : piece.end - piece.start;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      if (to > from) {
        found.push('newText' in piece ? { newText: piece.newText.slice(from, to) } : { start: piece.start + from, end: piece.start + to });
      }
      at += length;
    }
    return found;
  }
}
