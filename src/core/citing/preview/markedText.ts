/** What comes in the place of a mark. All HTML is safe. */
export interface Piece {
  /** `open` and `close` go around words, where these are not cut by other markup; what is between them stays as it is. */
  readonly kind: 'inline' | 'block' | 'open' | 'close';
  readonly html: string;
}

/** A text in which marks stand for what is not Markdown, so that a Markdown parser leaves it whole: `@`, a sign, a number, a sign. */
export interface MarkedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly signs: MarkSigns;
}

/** Two characters that the text has none of. */
export interface MarkSigns {
  readonly open: string;
  readonly close: string;
}

/** Characters that Unicode keeps for such uses; a text may have them all the same, but hardly all. */
const nonCharacters = Array.from({ length: 32 }, (_, index) => String.fromCharCode(0xfdd0 + index));

/** @returns undefined for a text that has nearly all non-characters: it is nobody's */
export function signsFor(text: string): MarkSigns | undefined {
  const [open, close] = nonCharacters.filter((sign) => !text.includes(sign));
  return open !== undefined && close !== undefined ? { open, close } : undefined;
}

/** Collects pieces, and gives each its mark. */
export class Marks {
  readonly pieces: Piece[] = [];

  constructor(readonly signs: MarkSigns) {}

  /** @param source what the mark takes the place of: its line breaks are kept, so that lines have the numbers they had */
  add(piece: Piece, source = ''): string {
    const breaks = source.match(/\r?\n[ \t>]*/g)?.join('') ?? '';
    return `@${this.signs.open}${this.pieces.push(piece) - 1}${breaks}${this.signs.close}`;
  }
}
