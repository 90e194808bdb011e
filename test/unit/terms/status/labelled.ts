import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Span } from '../../../../src/core/text';
import type { StatusKind } from '../../../../src/core/terms/status/status';

export interface LabelledMention extends Span {
  readonly kind: StatusKind;
}

/** A text with mentions whose status somebody has read out of it. */
export interface LabelledText {
  readonly text: string;
  readonly mentions: readonly LabelledMention[];
}

const kinds = new Map<string, StatusKind>(
  Object.entries({ n: 'negated', p: 'possible', h: 'historical', f: 'family', o: 'normal', a: 'affirmed' } as const),
);

/** @returns the sentences of `test/data/status/sentences.txt`, which says how they are marked */
export function labelledSentences(): LabelledText[] {
  const file = path.resolve(__dirname, '..', '..', '..', 'data', 'status', 'sentences.txt');
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map(readMarks);
}

/** @param marked `no {n:fever}` */
export function readMarks(marked: string): LabelledText {
  const mentions: LabelledMention[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\{([a-z]):([^{}]*)\}/g)) {
    const [whole, letter = '', words = ''] = match;
    const kind = kinds.get(letter);
    if (!kind) throw new Error(`No such label: ${whole}`);
    text += marked.slice(last, match.index);
    mentions.push({ start: text.length, end: text.length + words.length, kind });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), mentions };
}
