import { greekLetterName } from '../terms/greekLetters';
import { fold } from './fold';
import { plainTitle } from './plainTitle';

/** A title as titles of two records are compared. */
export interface ComparableTitle {
  /** Folded, signs as single spaces: `leukemoid reaction resulting from multiple cytokine production`. */
  readonly words: string;
  /** The letters and digits before the first colon, dash or the like; empty where nothing follows, or where it tells little. */
  readonly main: string;
  /** Whether what follows makes it another work than one with the main title alone: `: Part II`, `: authors' reply`. */
  readonly sets: boolean;
  /** What about another work it is: `erratum`, `reply`, `comment`, `retraction`; empty where it stands for itself. */
  readonly notice: string;
  /** `2` of `…, Part II` and of `…. 2`; empty where it is not told as a part. */
  readonly part: string;
}

/** Titles longer than this (signs) are abstracts that slipped; their beginning tells them apart. */
const longest = 500;

/** Below this many letters a title is one that many works have: `Case report`, `Acute leukaemia`. */
const tellingLetters = 18;

const separator = /\s*[:?!]\s+|\s+[-–—|/]\s+|\.\s+(?=\p{Lu})|;\s+|\s+(?=[([])/u;

const notices: readonly (readonly [string, RegExp])[] = [
  ['erratum', /^(?:publisher |author )?(?:erratum|errata|corrigend(?:um|a)|corrections?|addendum)\b|\b(?:erratum|corrigendum|correction)$/],
  ['retraction', /^(?:retraction|retracted|withdrawal|withdrawn|(?:editorial )?expression of concern)\b|\b(?:retraction|retracted article)$/],
  ['reply', /^(?:in )?(?:(?:the )?authors? )?(?:reply|response|rebuttal)\b|\b(?:authors?|in|a) response$|\breply$/],
  ['comment', /^(?:comments? on|commentary|letter to|re |invited commentary|discussion of)\b|\b(?:commentary|comment|letter to the editor)$/],
];

const partWord = /\b(?:part|teil|parte|partie|section|chapter|volume|vol|band|tome|book|report|communication|study|paper|no|number)\s+(\d{1,3}|[ivx]{1,5}|one|two|three|four|five)\b/g;
const partAtEnd = /\s(\d{1,2}|[ivx]{1,5})$/;
const partAtStart = /^(?:part|teil|parte|partie|section|volume|vol|band|\d{1,2}\b|[ivx]{1,5}\b)/;

export function comparableTitle(title: string): ComparableTitle {
  const plain = plainTitle(title.slice(0, longest)).replace(/^\[(.*)\]\.?$/, '$1');
  const words = comparableWords(plain);
  const cut = separator.exec(plain);
  const main = cut ? comparableWords(plain.slice(0, cut.index)) : '';
  const rest = cut && main ? comparableWords(plain.slice(cut.index)) : '';
  return {
    words,
    main: rest && isTelling(main) ? lettersOf(main) : '',
    sets: rest !== '' && (partAtStart.test(rest) || noticeOf(rest) !== ''),
    notice: noticeOf(words),
    part: partOf(words),
  };
}

/** Small letters and digits with single spaces between: `β-Lactam & <i>Œdema</i>` → `beta lactam and edema`. */
export function comparableWords(text: string): string {
  const folded = fold(text);
  const named = /[α-ω]/.test(folded) ? folded.replace(/[α-ω]/g, (letter) => greekLetterName(letter) ?? letter) : folded;
  // Databases write `anaemia` and `anemia` of one title, and `Mueller` of `Müller`.
  const spelt = named.replace(/&(?:amp;)?/g, ' and ').replace(/[ao]e/g, 'e').replace(/['’]/g, '');
  return spelt.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Without the spaces: `whole-genome` is `whole genome` is `wholegenome`. */
export function lettersOf(words: string): string {
  return words.replaceAll(' ', '');
}

/** Whether few other works of one author will have the title. */
export function isTelling(words: string): boolean {
  return words.length >= tellingLetters && words.indexOf(' ') !== words.lastIndexOf(' ');
}

/**
 * How much of two titles is the same, from 0 to 1: the common words against those of the shorter one, so that a missing
 * subtitle costs nothing.
 */
export function likeness(a: string, b: string): number {
  const [few, many] = [new Set(a.split(' ')), new Set(b.split(' '))].sort((one, other) => one.size - other.size) as [Set<string>, Set<string>];
  const common = [...few].filter((word) => many.has(word)).length;
  return common / (few.size < 3 ? many.size : few.size);
}

/** Hardly any title is a notice: one look spares most of them four. */
const maybeNotice = /err?at|corrig|corrected|correction|addend|retract|withdraw|concern|reply|response|rebuttal|comment|letter to|discussion|^re /;

function noticeOf(words: string): string {
  if (!maybeNotice.test(words)) return '';
  return notices.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
}

const numerals: Readonly<Record<string, string>> = {
  i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10', xi: '11', xii: '12',
  one: '1', two: '2', three: '3', four: '4', five: '5',
};

function partOf(words: string): string {
  const named = [...words.matchAll(partWord)].at(-1)?.[1] ?? partAtEnd.exec(words)?.[1] ?? '';
  return numerals[named] ?? named;
}
