import type { Span } from '../../text';
import type { StatusKind } from '../status/status';

/** A heading of a document. */
export interface Heading {
  /** 1 for the highest. */
  readonly level: number;
  /** Its words, by where they stand from its beginning on, without what only marks them. */
  readonly words: Span;
  /** What it says of that; undefined for nothing. */
  readonly kind: StatusKind | undefined;
}

/** A line that is longer says nothing of what is below (characters); less than `unitReach`, so that a change of it is seen. */
const longestWords = 40;

/** As much of the line before the words as makes a heading. */
const longestMark = 16;

/**
 * Sections that speak of something else than the patient's present state, as medspaCy tells them (Eyre et al. 2021, AMIA Annu Symp
 * Proc 2021:438-47).
 */
const sections: readonly (readonly [StatusKind, RegExp])[] = [
  ['family', /^(?:(?:relevant|significant|pertinent) )?(?:(?:family|familial) (?:medical |cancer |oncologic(?:al)? )?(?:history|hx)|fhx?)(?: of .*)?$/i],
  [
    'historical',
    /^(?:(?:past|previous|prior|remote) (?:personal )?(?:(?:medical|surgical|clinical|psychiatric|obstetric(?:al)?|oncologic(?:al)?)(?: (?:and|&) (?:medical|surgical))? )?|(?:medical|surgical)(?: (?:and|&) (?:medical|surgical))? )(?:history|hx)$|^p[ms]hx?$/i,
  ],
];

/** Where headings begin that the text itself does not mark, with the level of each. */
export type HeadingLevels = ReadonlyMap<number, number>;

/**
 * @param known headings that the text does not mark
 * @returns the heading whose words begin at an offset; undefined where none does. It depends on 16 characters before and 46 after alone.
 */
export function headingAt(text: string, start: number, known?: HeadingLevels): Heading | undefined {
  const before = start > longestMark ? text.slice(start - longestMark, start) : `\n${text.slice(0, start)}`;
  const [line = ''] = text.slice(start, start + longestWords).split('\n', 1);
  const mark = /\n {0,3}(#{1,6})[ \t]+[*_]*$/.exec(before)?.[1];
  const level = known?.get(start) ?? mark?.length ?? underlinedLevel(text, before, start, line);
  if (level === 0) return undefined;
  const end = line.length < longestWords ? line.replace(/(?:[\s#*_:.]|\{[^}]*\})*$/, '').length : 0;
  const words = line.slice(0, end).replace(/^[*_]*(?:[\d.]+\s+)?/, '');
  return { level, words: { start: end - words.length, end }, kind: sections.find(([, pattern]) => pattern.test(words))?.[0] };
}

/** @returns whether a heading's line leads up to an offset: what comes on the next line is another block */
export function isHeadingsEnd(text: string, end: number): boolean {
  const from = Math.max(0, end - longestMark - longestWords);
  const [line = ''] = `${from === 0 ? '\n' : ''}${text.slice(from, end)}`.split('\n').slice(1).slice(-1);
  return /^ {0,3}#{1,6}[ \t]/.test(line);
}

/** A line above `===` or `---`; 0 for none. */
function underlinedLevel(text: string, before: string, start: number, line: string): number {
  if (line.length === longestWords || !/\n[ *_]*$/.test(before)) return 0;
  const next = start + line.length;
  const rule = /^\n {0,3}(==|--)/.exec(text.slice(next, next + 6))?.[1];
  return rule === undefined ? 0 : rule === '==' ? 1 : 2;
}
