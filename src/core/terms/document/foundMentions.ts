import type { Concept, Mention } from '../concept';
import { affirmed, type MentionStatus } from '../status/status';
import type { DocumentMention } from './documentMention';

/**
 * The mentions of a part of a text, by where they stand from its start on, so that nothing is to be done where it moves. Most are words and
 * their concepts and no more: of these no objects are kept, as a long note has tens of thousands, which a collection of garbage would
 * have to look at while somebody types.
 */
export class FoundMentions {
  /** Of each its start and its end. */
  private readonly offsets: number[] = [];
  /** The mention as it was found, or its concepts if that is all there is to it. */
  private readonly kept: (DocumentMention | readonly Concept[])[] = [];

  /** @param base where the part begins while they are found */
  constructor(private readonly base: number) {}

  get count(): number {
    return this.kept.length;
  }

  /** Where a mention began when it was found. */
  startOf(at: number): number {
    return (this.offsets[at * 2] ?? 0) + this.base;
  }

  endOf(at: number): number {
    return (this.offsets[at * 2 + 1] ?? 0) + this.base;
  }

  /** Adds one after the others. @param one the mention, or its concepts if that is all there is to it */
  add(start: number, end: number, one: DocumentMention | readonly Concept[]): void {
    this.offsets.push(start - this.base, end - this.base);
    this.kept.push(one);
  }

  /** Takes in what the text says of a mention. */
  setStatus(at: number, status: MentionStatus): void {
    const one = this.kept[at] ?? [];
    this.kept[at] = 'start' in one ? { ...one, status } : { start: this.startOf(at), end: this.endOf(at), concepts: one, status };
  }

  /**
   * @param start where the part begins now
   * @returns the mentions that share a character with the stretch from `from` to `to`, in order
   */
  within(start: number, from: number, to: number): DocumentMention[] {
    const { offsets, kept } = this;
    const mentions: DocumentMention[] = [];
    for (let at = 0; at < kept.length; at++) {
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
