import type { FrontMatter } from '../notes/note';
import type { RenderedNote } from './rendered';

/** How footnotes and raised numbers go into running text. */
export interface RaisedRules {
  /** Behind the punctuation that follows. */
  readonly movesPunctuation: boolean;
  /** That punctuation goes into quotation marks, as American usage has it: `“no.”¹` */
  readonly intoQuotes: boolean;
}

export interface RaisedPlace {
  /** The text to write in front of what is raised. */
  readonly before: string;
  /** The line break that was taken from its end, or nothing. */
  readonly lineBreak: string;
  /** How many characters of what follows are in front of it now. */
  readonly taken: number;
}

/** As `notes-after-punctuation` says, else as pandoc does it: footnotes go behind punctuation, raised numbers stay before it. */
export function raisedRules(frontMatter: FrontMatter | undefined, { format, punctuationInQuote }: Pick<RenderedNote, 'format' | 'punctuationInQuote'>): RaisedRules {
  return { movesPunctuation: frontMatter?.notesAfterPunctuation ?? format === 'note', intoQuotes: punctuationInQuote };
}

/**
 * Where a footnote or a raised number goes: at the word, without the space or the line break before it.
 * @param text what was written so far
 * @param following the text behind it, or as much of it as can be punctuation
 */
export function raisedPlace(text: string, following: string, { movesPunctuation, intoQuotes }: RaisedRules): RaisedPlace {
  const { word, lineBreak } = withoutGap(text);
  // Where it stands at the word already pandoc wants punctuation of the plain kind first.
  const punctuation = word === text ? /^[.,;:!?][.,;:!?)]*/ : /^[.,;:!?)。、，．；：！？）]+/;
  const taken = movesPunctuation ? (punctuation.exec(following)?.[0] ?? '') : '';
  const isQuoted = intoQuotes && /^[.,]$/.test(taken) && /\S["'”’]$/.test(word.slice(-2));
  return { before: isQuoted ? intoQuote(word, taken) : word + taken, lineBreak, taken: taken.length };
}

/** `“no”` and a full stop: `“no.”`; `“never,”` and `“why?”` have a sign already. */
function intoQuote(word: string, sign: string): string {
  return /[.,;:!?]/.test(word.charAt(word.length - 2)) ? word : word.slice(0, -1) + sign + word.slice(-1);
}

/** Blocks that end with their line: what is on the next one begins a paragraph. */
const ownLine = /^[ \t]*(?:#{1,6}[ \t]|:{3}|`{3}|~{3}|<!--|\||(?:[-*_=][ \t]*){3,}$)/;

/** A citation at the beginning of a paragraph has no word before it. */
function withoutGap(text: string): { readonly word: string; readonly lineBreak: string } {
  const end = trimmedEnd(text, text.length);
  if (text[end - 1] !== '\n') return { word: text.slice(0, end), lineBreak: '' };
  const lineEnd = text[end - 2] === '\r' ? end - 2 : end - 1;
  const line = text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd);
  if (line.trim() === '' || ownLine.test(line)) return { word: text, lineBreak: '' };
  return { word: text.slice(0, trimmedEnd(text, lineEnd)), lineBreak: text.slice(lineEnd, end) };
}

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

/** Of a full stop behind a citation that ends with one, as a footnote's does, pandoc leaves one. @returns how many characters to pass over */
export function doubledStop(citation: string, following: string): number {
  return citation.endsWith('.') && /^\.(?!\.)/.test(following) ? 1 : 0;
}
