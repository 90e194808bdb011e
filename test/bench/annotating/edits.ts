import type { Span } from '../../../src/core/text';
import type { Random } from '../../fuzz/random';
import type { EditedDocument } from './editedDocument';

/** What an edit works with: the passages that were quoted, in the original's offsets, and texts that are not in the document. */
export interface EditContext {
  readonly random: Random;
  readonly quotes: readonly Span[];
  readonly elsewhere: readonly string[];
}

type Edit = (document: EditedDocument, context: EditContext) => void;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Every kind of edit that a text sees, by what a reader would call it. */
export const edits: Readonly<Record<string, Edit>> = {
  'text put in before': (document, { random, elsewhere }) => {
    for (let count = 1 + random.below(3); count > 0; count -= 1) document.insert(random.pick(paragraphStarts(document.text)), `${random.pick(elsewhere)}\n\n`);
  },
  'typos fixed': withShift((document, { random, quotes }) => {
    for (const place of placesOf(document, quotes)) {
      for (let count = 1 + Math.floor((place.end - place.start) / 60); count > 0; count -= 1) typo(document, random, place);
    }
  }),
  'words changed': withShift((document, { random, quotes }) => {
    for (const quote of quotes) changeWords(document, random, quote);
  }),
  'words around changed': withShift((document, { random, quotes }) => {
    for (const quote of quotes) {
      const place = document.placeOf(quote);
      if (!place) continue;
      const length = 10 + random.below(25);
      replaceWords(document, random, { start: place.end + 1, end: Math.min(document.length, place.end + 1 + length) });
      replaceWords(document, random, { start: Math.max(0, place.start - 1 - length), end: Math.max(0, place.start - 1) });
    }
  }),
  'paragraphs moved': (document, { random }) => {
    const starts = paragraphStarts(document.text);
    const parts = starts.map((start, index) => ({ start, end: starts[index + 1] ?? document.length }));
    for (let index = parts.length - 1; index > 0; index -= 1) {
      const other = random.below(index + 1);
      [parts[index], parts[other]] = [parts[other] ?? { start: 0, end: 0 }, parts[index] ?? { start: 0, end: 0 }];
    }
    document.arrange(parts);
  },
  'sentences moved': (document, { random, quotes }) => {
    for (const quote of quotes) {
      const place = document.placeOf(quote);
      if (!place) continue;
      const sentence = sentenceAround(document.text, place);
      document.move(sentence, random.pick(paragraphStarts(document.text).filter((start) => start <= sentence.start || start >= sentence.end)
        .map((start) => (start >= sentence.end ? start - (sentence.end - sentence.start) : start))));
    }
  },
  're-wrapped': withShift((document, { random }) => { wrap(document, 40 + random.below(60), false, random); }),
  'hyphenated': withShift((document, { random }) => { wrap(document, 36 + random.below(30), true, random); }),
  'ligatures': withShift((document) => { ligatures(document); }),
  'other signs': withShift((document, { random }) => {
    document.map((letter) => (letter === '-' ? random.pick(['\u2010', '\u2011', '-']) : letter === '"' ? '\u201d' : letter === '\'' ? '\u2019' : letter === ' ' ? random.pick([' ', ' ', ' ', '\u00a0', '  ']) : letter));
  }),
  'OCR noise': withShift((document, { random }) => { ocr(document, random, 0.01 + random.next() * 0.04); }),
  'another version of the PDF': withShift((document, { random }) => {
    ligatures(document);
    wrap(document, 36 + random.below(30), true, random);
    pages(document, 20 + random.below(30));
  }),
  'several at once': (document, context) => {
    const kinds = ['typos fixed', 'words around changed', 'paragraphs moved', 're-wrapped', 'hyphenated', 'ligatures', 'other signs'];
    for (let count = 2; count > 0; count -= 1) edits[context.random.pick(kinds)]?.(document, context);
  },
  'quotes deleted': withShift((document, { quotes }) => {
    for (const quote of quotes) document.delete(document.placeOf(quote) ?? { start: 0, end: 0 });
  }),
  'quotes rewritten': withShift((document, { random, quotes }) => {
    for (const quote of quotes) {
      const place = document.placeOf(quote);
      if (place) replaceWords(document, random, place);
    }
  }),
  'sentences deleted': withShift((document, { quotes }) => {
    for (const quote of quotes) {
      const place = document.placeOf(quote);
      if (place) document.delete(sentenceAround(document.text, place));
    }
  }),
  'paragraphs deleted': withShift((document, { quotes }) => {
    for (const quote of quotes) {
      const place = document.placeOf(quote);
      if (!place) continue;
      const starts = paragraphStarts(document.text);
      const start = starts.findLast((each) => each <= place.start) ?? 0;
      document.delete({ start, end: starts.find((each) => each > place.start) ?? document.length });
    }
  }),
  'another text': (document, { random, elsewhere }) => {
    document.delete({ start: 0, end: document.length });
    document.insert(0, Array.from({ length: 20 }, () => random.pick(elsewhere)).join('\n\n'));
  },
};

/** Something is written above, too: no position stays right. */
function withShift(edit: Edit): Edit {
  return (document, context) => {
    edit(document, context);
    document.insert(0, context.random.pick(context.elsewhere).slice(0, 20 + context.random.below(400)).concat('\n\n'));
  };
}

function placesOf(document: EditedDocument, quotes: readonly Span[]): Span[] {
  return quotes.flatMap((quote) => document.placeOf(quote) ?? []).sort((one, other) => other.start - one.start);
}

function typo(document: EditedDocument, random: Random, { start, end }: Span): void {
  const at = start + random.below(end - start);
  const kind = random.below(3);
  if (kind === 0) document.insert(at, letters.charAt(random.below(26)));
  else if (kind === 1) document.delete({ start: at, end: at + 1 });
  else document.map((letter, index) => (index === at ? letters.charAt(random.below(26)) : letter));
}

const fillers = ['clearly', 'markedly', 'again', 'however', 'in part', 'we think', 'notably', 'later'];

/** Words are put in, taken out or written otherwise, about one in seven; of a single word only its end. */
function changeWords(document: EditedDocument, random: Random, quote: Span): void {
  const place = document.placeOf(quote);
  if (!place) return;
  const words = [...document.text.slice(place.start, place.end).matchAll(/[A-Za-z]{3,}/g)];
  if (words.length < 4) {
    document.insert(place.end, 's');
    return;
  }
  const changed = new Set(Array.from({ length: Math.max(1, Math.round(words.length / 7)) }, () => random.below(words.length)));
  for (const index of [...changed].sort((one, other) => other - one)) {
    const word = words[index];
    if (!word) continue;
    const start = place.start + word.index;
    const kind = random.below(3);
    if (kind !== 0) document.delete({ start, end: start + word[0].length });
    if (kind !== 1) document.insert(start, kind === 0 ? `${random.pick(fillers)} ` : random.pick(fillers));
  }
}

function replaceWords(document: EditedDocument, random: Random, { start, end }: Span): void {
  if (end <= start) return;
  document.delete({ start, end });
  const words = Array.from({ length: Math.ceil((end - start) / 8) }, () => Array.from({ length: 3 + random.below(8) }, () => letters.charAt(random.below(26))).join(''));
  document.insert(start, words.join(' '));
}

function paragraphStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n\n+(?=\S)/g), (match) => match.index + match[0].length)];
}

function sentenceAround(text: string, { start, end }: Span): Span {
  const before = Math.max(text.lastIndexOf('. ', start - 1) + 1, text.lastIndexOf('\n', start - 1));
  const ends = [text.indexOf('. ', end - 1), text.indexOf('\n', end)].filter((at) => at >= 0);
  return { start: before < 0 ? 0 : before + 1, end: ends.length === 0 ? text.length : Math.min(...ends) + 1 };
}

function wrap(document: EditedDocument, width: number, hyphenate: boolean, random: Random): void {
  let column = 0;
  document.map((letter, index, all) => {
    column = letter === '\n' ? 0 : column + 1;
    if (letter === ' ' && column >= width - 6) {
      column = 0;
      return '\n';
    }
    const inWord = /[a-z]/.test(letter) && /[a-z]/.test(all[index - 1] ?? '') && /[a-z]/.test(all[index - 2] ?? '') && /[a-z]/.test(all[index + 1] ?? '') && /[a-z]/.test(all[index + 2] ?? '');
    if (hyphenate && inWord && column >= width - 2) {
      column = 0;
      return random.below(8) === 0 ? `\u00ad\n${letter}` : `-\n${letter}`;
    }
    return letter;
  });
}

function ligatures(document: EditedDocument): void {
  const joined: Readonly<Record<string, string>> = { fi: '\ufb01', fl: '\ufb02', ff: '\ufb00' };
  let skip = false;
  document.map((letter, index, all) => {
    if (skip) {
      skip = false;
      return '';
    }
    const ligature = joined[letter + (all[index + 1] ?? '')];
    skip = ligature !== undefined;
    return ligature ?? letter;
  });
}

/** Confusions of signs that optical character recognition is known for. */
const confused: Readonly<Record<string, readonly string[]>> = {
  l: ['1', 'I', 'i'], i: ['l', '1', 'j'], o: ['0', 'c'], e: ['c', 'o'], c: ['e', 'o'], m: ['rn', 'in'], n: ['ri', 'u'], u: ['n', 'ii'], s: ['5', 'S'], t: ['f', 'l'], h: ['b', 'li'],
  a: ['o', 'n'], f: ['t'], g: ['q', '9'], b: ['h', '6'], d: ['cl'], w: ['vv'], '0': ['O', 'o'], '1': ['l', 'I'], '5': ['S'], '8': ['B'], '.': [',', ''], ',': ['.', ''], ' ': ['', '  '],
};

function ocr(document: EditedDocument, random: Random, rate: number): void {
  document.map((letter) => (random.next() < rate ? random.pick(confused[letter.toLowerCase()] ?? [letter]) : letter));
}

/** A running head and a page number stand in the midst of the text. */
function pages(document: EditedDocument, lines: number): void {
  let line = 0;
  let page = 211;
  document.map((letter) => {
    line += letter === '\n' ? 1 : 0;
    if (letter !== '\n' || line % lines !== 0) return letter;
    page += 1;
    return `\n${page}\nJ. Example Med. 12 (2003)\n`;
  });
}
