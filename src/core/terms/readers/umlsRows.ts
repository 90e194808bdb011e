import type { KnownPart } from './knownPart';
import type { ReadingRun } from './readingRun';
import { type TextPiece, textPieces } from './textPieces';

/** Signs of a concept’s number: `C0023518`; of the NCI Metathesaurus’ own `CL105989`. */
const cuiLength = 8;

/**
 * The rows of one of UMLS's files by concept, read alongside the names, which are in the same order: by number. A file that is
 * in another order, as one that somebody has put together, is read into memory as a whole.
 */
export class UmlsRows {
  private readonly pieces: AsyncIterator<TextPiece> | undefined;
  private text = '';
  private at = 0;
  private last = '';
  private isEnded: boolean;
  private isBegun = false;
  private whole: Map<string, string[]> | undefined;

  constructor(private readonly part: KnownPart | undefined, private readonly run: ReadingRun) {
    this.pieces = part && textPieces(part, run)[Symbol.asyncIterator]();
    this.isEnded = part === undefined;
  }

  /** The rows of a concept, as lines. Concepts are asked for in the order of the names. */
  async of(cui: string): Promise<readonly string[]> {
    if (!this.isBegun) await this.begin();
    if (this.whole) return this.whole.get(cui) ?? [];
    const rows: string[] = [];
    for (;;) {
      if (this.at >= this.text.length && !(await this.next())) return rows;
      const end = this.text.indexOf('\n', this.at);
      const own = this.text.slice(this.at, this.at + cuiLength);
      if (own < this.last) return this.readWhole(cui);
      if (own > cui) return rows;
      this.last = own;
      const to = end < 0 ? this.text.length : end;
      if (own === cui) rows.push(this.text.slice(this.at, to));
      this.at = to + 1;
    }
  }

  /** Looks whether the first piece is in order, as all of it is then, or at least whoever made it meant it to be. */
  private async begin(): Promise<void> {
    this.isBegun = true;
    if (!(await this.next())) return;
    let last = '';
    for (const line of this.text.split('\n')) {
      const own = line.slice(0, cuiLength);
      if (line !== '' && own < last) {
        await this.readWhole('');
        return;
      }
      last = own;
    }
  }

  private async next(): Promise<boolean> {
    if (this.isEnded || !this.pieces) return false;
    const { value, done } = await this.pieces.next();
    this.isEnded = done === true;
    this.text = done ? '' : (value as TextPiece).text;
    this.at = 0;
    return !this.isEnded;
  }

  private async readWhole(cui: string): Promise<readonly string[]> {
    this.whole = new Map();
    if (!this.part) return [];
    for await (const { text } of textPieces(this.part, this.run)) {
      for (const line of text.split('\n')) {
        const rows = this.whole.get(line.slice(0, cuiLength));
        if (rows) rows.push(line);
        else this.whole.set(line.slice(0, cuiLength), [line]);
      }
    }
    return this.whole.get(cui) ?? [];
  }
}
