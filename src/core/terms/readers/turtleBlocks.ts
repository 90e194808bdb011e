import { Parser, type Quad } from 'n3';
import { problem } from '../../problems/problem';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { textPieces } from './textPieces';

/** What may begin a statement at a line's beginning, behind a line that ends one. */
const beginning = /^(?:<|_:|\[|[\p{L}\p{N}_.-]*:|@prefix|@base|prefix\s|base\s)/iu;
const declaration = /^\s*(?:@prefix|@base|prefix\s|base\s)/i;
const declarationEnd = /^\s*(?:@prefix|@base|prefix|base)\b/i;

/** Characters that are parsed at once. */
const batchLength = 256 * 1024;
/** A statement may seem to end in a long text; so many pieces are tried together, and characters. */
const mostJoined = 8;
const longestJoined = 2_000_000;
/** Characters of statements that have no line end between them. */
const longestBlock = 64_000_000;

interface Block {
  readonly text: string;
  readonly line: number;
}

/**
 * The statements of a Turtle or N-Triples text, in batches of whole statements, so that a mistake in one costs no other. They
 * are parsed by n3.
 *
 * @param take gets each batch's quads
 * @returns the prefixes that the text declares
 */
export async function readTurtle(part: TerminologyPart, run: ReadingRun, take: (quads: readonly Quad[]) => void): Promise<ReadonlyMap<string, string>> {
  const batches = new Batches(part.name, run, take);
  let lines: string[] = [];
  let length = 0;
  let first = 1;
  let isAtEnd = true;
  const close = (next: number): void => {
    if (lines.length > 0) batches.add({ text: lines.join('\n'), line: first });
    lines = [];
    length = 0;
    first = next;
  };
  for await (const { text, line } of textPieces(part, run)) {
    let number = line;
    for (const own of text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')) {
      if ((isAtEnd && beginning.test(own)) || length > longestBlock) close(number);
      lines.push(own);
      length += own.length;
      const bare = own.trimEnd();
      if (bare !== '' && !bare.startsWith('#')) isAtEnd = bare.endsWith('.') || declarationEnd.test(bare);
      number += 1;
    }
  }
  close(0);
  batches.finish();
  return batches.prefixes;
}

/** Declarations that are remembered; a vocabulary has a few dozen. */
const mostDeclared = 500;

/** Parses blocks of statements, many together where they are sound. */
class Batches {
  /** Declarations as they stand, by their prefix; a base's is ''. */
  private readonly declared = new Map<string, string>();
  readonly prefixes = new Map<string, string>();
  private prolog: string | undefined = '';
  private blocks: Block[] = [];
  private length = 0;

  constructor(private readonly part: string, private readonly run: ReadingRun, private readonly take: (quads: readonly Quad[]) => void) {}

  add(block: Block): void {
    if (declaration.test(block.text)) this.declare(block);
    this.blocks.push(block);
    this.length += block.text.length;
    if (this.length > batchLength) this.finish();
  }

  finish(): void {
    const { blocks } = this;
    this.blocks = [];
    this.length = 0;
    if (blocks.length === 0) return;
    const whole = this.parsed(blocks);
    if (whole instanceof Error) this.salvage(blocks);
    else this.take(whole);
  }

  /** A declaration holds for all that follows, unless it is made anew, before which all is parsed that came before. */
  private declare({ text }: Block): void {
    for (const [whole, kind = '', name = '', iri = ''] of text.matchAll(/(@?prefix|@?base)\s+([^\s:<]*:)?\s*<([^<>"{}|^`\\\s]*)>/gi)) {
      const isBase = kind.toLowerCase().endsWith('base');
      const key = isBase ? '' : name;
      const own = `${whole.replace(/\s+/g, ' ')}${kind.startsWith('@') ? ' .' : ''}\n`;
      if ((key === '' && !isBase) || this.declared.get(key) === own || (this.declared.size >= mostDeclared && !this.declared.has(key))) continue;
      if (this.declared.has(key)) this.finish();
      this.declared.set(key, own);
      if (!isBase) this.prefixes.set(name.slice(0, -1), iri);
      this.prolog = undefined;
    }
  }

  /** Block by block; one that is wrong by itself may be right together with what follows, if a text in it has line ends. */
  private salvage(blocks: readonly Block[]): void {
    for (let at = 0; at < blocks.length; ) {
      const first = blocks[at];
      if (!first) return;
      let parsed = this.parsed([first]);
      let count = 1;
      let length = first.text.length;
      if (parsed instanceof Error && first.text.includes('"""')) {
        for (; parsed instanceof Error && count < mostJoined && at + count < blocks.length && length < longestJoined; ) {
          count += 1;
          length += blocks[at + count - 1]?.text.length ?? 0;
          const joined = this.parsed(blocks.slice(at, at + count));
          if (!(joined instanceof Error)) parsed = joined;
        }
      }
      if (parsed instanceof Error) {
        this.tell(parsed, first);
        at += 1;
      } else {
        this.take(parsed);
        at += count;
      }
    }
  }

  private parsed(blocks: readonly Block[]): readonly Quad[] | Error {
    try {
      this.prolog ??= [...this.declared.values()].join('');
      return new Parser({ blankNodePrefix: '_:' }).parse(this.prolog + blocks.map(({ text }) => text).join('\n'));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private tell(error: Error, block: Block): void {
    const { line } = (error as { context?: { line?: number } }).context ?? {};
    const before = this.declared.size;
    const detail = error.message.replace(/ on line \d+\.?$/, '');
    this.run.tell(problem('entry-unreadable', 'warning', { detail }), this.part, block.line + Math.max(0, (line ?? before + 1) - before - 1));
  }
}
