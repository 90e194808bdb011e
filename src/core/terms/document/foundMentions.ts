import type { Concept, Mention } from '../concept';
import { affirmed } from '../status/status';
import type { DocumentMention } from './documentMention';

/**
 * The mentions of a unit, by where they stand from its start on, so that nothing is to be done where it moves. Most are words and their
 * concepts and no more: of these no objects are kept, as a long note has tens of thousands, which a collection of garbage would have to
 * look at while somebody types.
 */
export class FoundMentions {
  private readonly count: number;
  /** Of each its start and its end. */
  private readonly offsets: Int32Array;
  /** The mention as it was found, or its concepts if that is all there is to it. */
  private readonly kept: (DocumentMention | readonly Concept[])[] = [];

  /**
   * @param mentions in order, none within another
   * @param base where the unit began then
   */
  constructor(
    mentions: readonly DocumentMention[],
    private readonly base: number,
  ) {
    this.count = mentions.length;
    this.offsets = new Int32Array(this.count * 2);
    for (let at = 0; at < this.count; at++) {
      const mention = mentions[at];
      if (!mention) continue;
      this.offsets[at * 2] = mention.start - base;
      this.offsets[at * 2 + 1] = mention.end - base;
      this.kept.push(isPlain(mention) ? mention.concepts : mention);
    }
  }

  /**
   * @param start where the unit begins now
   * @returns the mentions that share a character with the stretch from `from` to `to`, in order
   */
  within(start: number, from: number, to: number): DocumentMention[] {
    const { count, offsets, kept } = this;
    const mentions: DocumentMention[] = [];
    for (let at = 0; at < count; at++) {
      const first = (offsets[at * 2] ?? 0) + start;
      const last = (offsets[at * 2 + 1] ?? 0) + start;
      if (first >= to) break;
      if (last <= from) continue;
      const one = kept[at] ?? [];
      mentions.push('start' in one ? movedBy(one, start - this.base) : { start: first, end: last, concepts: one, status: affirmed });
    }
    return mentions;
  }
}

function isPlain({ status, via, meant, nested }: DocumentMention): boolean {
  return status === affirmed && via === undefined && meant === undefined && nested === undefined;
}

function movedBy(mention: DocumentMention, shift: number): DocumentMention {
  if (shift === 0) return mention;
  const { kind, cue, scope } = mention.status;
  const status = cue && scope ? { kind, cue: { start: cue.start + shift, end: cue.end + shift }, scope: { start: scope.start + shift, end: scope.end + shift } } : mention.status;
  return { ...withNested(mention, shift), status };
}

function withNested<M extends Mention>(mention: M, shift: number): M {
  const { nested } = mention;
  return { ...mention, start: mention.start + shift, end: mention.end + shift, ...(nested && { nested: nested.map((one) => withNested(one, shift)) }) };
}
