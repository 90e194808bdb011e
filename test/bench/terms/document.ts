import { parseNote } from '../../../src/core/notes/parseNote';
import type { Recogniser } from '../../../src/core/terms/recognition/recogniser';
import type { Span } from '../../../src/core/text';
import { print, time } from '../figure';
import type * as Terms from '../ours/terms';

/** A key pressed in a place: what the text becomes, and where it is prose. */
interface Keystroke {
  readonly text: string;
  readonly prose: Int32Array;
  readonly changed: { readonly start: number; readonly oldEnd: number; readonly newEnd: number };
}

/**
 * A note of 20 KB whole: names, abbreviations and status of all mentions, beside names alone; and a key pressed in a note of 1 MB,
 * with the mentions of the paragraph around it asked for.
 */
export function measureDocument(ours: typeof Terms, what: string, recogniser: Recogniser, text: string): void {
  const { DocumentTerms, StatusReader, flatSpans, abbreviationsOf, sentencesOf } = ours;
  const status = new StatusReader();
  const note = text.slice(0, 20_000);
  const prose = flatSpans(parseNote(note).prose);
  const spans = spansOf(prose);
  const whole = () => {
    const terms = new DocumentTerms(recogniser, status);
    terms.update(note, prose);
    return terms.mentionsIn(0, note.length).length;
  };
  const names = () => recogniser.recognise(note, spans).length;
  // In turn, so that a busy machine slows both alike.
  const pairs = Array.from({ length: 200 }, () => ({ whole: time(whole), names: time(names) }));
  print(`${what}: note of 20 KB, abbreviations and status included`, median(pairs.map((pair) => pair.whole)), 'ms');
  print(`${what}: note of 20 KB, what status and keeping it up to date add`, median(pairs.map((pair) => pair.whole - pair.names)), 'ms');
  print(`${what}: note of 20 KB, its abbreviations`, time(() => abbreviationsOf(note, spans), 200), 'ms');
  print(`${what}: note of 20 KB, its sentences`, time(() => sentencesOf(note, spans), 200), 'ms');
  measureKeystrokes(ours, what, recogniser, text.slice(0, 1_000_000));
}

function measureKeystrokes({ DocumentTerms, StatusReader, flatSpans }: typeof Terms, what: string, recogniser: Recogniser, text: string): void {
  const terms = new DocumentTerms(recogniser, new StatusReader());
  const prose = flatSpans(parseNote(text).prose);
  print(`${what}: note of ${text.length / 1e6} MB opened`, time(() => terms.update(text, prose)), 'ms');
  print(`${what}: all its mentions, with their status`, time(() => terms.mentionsIn(0, text.length)), 'ms');
  print(`${what}: what it speaks of, counted`, time(() => terms.counts(), 5), 'ms');
  const typed = keystrokes(text, prose);
  const times = typed.map(({ text: after, prose: afterProse, changed }) =>
    time(() => {
      terms.update(after, afterProse, changed);
      terms.mentionsIn(changed.start - 500, changed.start + 500);
    }),
  );
  print(`${what}: key pressed in it`, median(times), 'ms');
  print(`${what}: key pressed in it, slowest of ${times.length}`, Math.max(...times), 'ms');
  const unknown = keystrokes(typed.at(-1)?.text ?? text, typed.at(-1)?.prose ?? prose);
  print(`${what}: key pressed in it, the change looked for`, median(unknown.map(({ text: after, prose: afterProse }) => time(() => terms.update(after, afterProse)))), 'ms');
}

/** A letter typed at places all over the text, in prose; prose after it moves on. */
function keystrokes(text: string, prose: Int32Array): Keystroke[] {
  const strokes: Keystroke[] = [];
  let last = text;
  let spans = prose;
  for (let at = 0; at < 200; at++) {
    const span = Math.floor(((at * 7919) % (spans.length / 2 - 1))) * 2;
    const start = Math.floor(((spans[span] ?? 0) + (spans[span + 1] ?? 0)) / 2);
    last = Buffer.from(`${last.slice(0, start)}x${last.slice(start)}`).toString();
    spans = spans.map((offset) => (offset > start ? offset + 1 : offset));
    strokes.push({ text: last, prose: spans, changed: { start, oldEnd: start, newEnd: start + 1 } });
  }
  return strokes;
}

function spansOf(flat: Int32Array): Span[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({ start: flat[at * 2] ?? 0, end: flat[at * 2 + 1] ?? 0 }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
