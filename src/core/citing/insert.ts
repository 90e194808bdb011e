import { locatorTermsOf } from '../notes/locatorTerms';
import type { CitationCluster, Note } from '../notes/note';
import type { Span } from '../text';
import { type CitedWork, writeCitedWork, writeRoleWork } from './citedWork';

/** What to put in the place of a stretch of the note. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * The smallest edit that cites some works at a place: a new `[@a, p. 3; @b]`, or the works added to the citation that the place
 * lies in or touches. In code, front matter and the like the citation goes behind it.
 * @param works citekeys, or works with what is to stand around them
 * @returns undefined where all of them stand in that citation already
 */
export function insertCitation(note: Note, offset: number, works: readonly (string | CitedWork)[]): TextEdit | undefined {
  const cluster = clusterAt(note, offset);
  const asked = new Map(works.map((work) => (typeof work === 'string' ? [work, { key: work }] : [work.key, work])));
  const wanted = [...asked.values()].filter(({ key }) => !cluster?.items.some((item) => item.key === key));
  if (wanted.length === 0) return undefined;
  if (cluster?.role !== undefined) return appendToRole(note.text, cluster, wanted);
  const terms = locatorTermsOf(note.frontMatter?.lang);
  const cites = wanted.map((work) => writeCitedWork(work, terms)).join('; ');
  if (cluster) return append(note.text, cluster, cites);
  const free = freePlace(note, offset);
  return free.isOwnParagraph ? ownParagraph(note.text, free.at, cites) : inText(note.text, free.at, cites);
}

/** The innermost citation at a place. */
function clusterAt(note: Note, offset: number): CitationCluster | undefined {
  return note.citationsIn(offset, offset).at(-1);
}

function append(text: string, { span }: CitationCluster, cites: string): TextEdit {
  const close = span.end - 1;
  // `@a` by itself gets a bracket of its own, which pandoc reads as one citation with it.
  if (text[close] !== ']') return { start: span.end, end: span.end, text: ` [${cites}]` };
  const isEmpty = /\[\s*$/.test(text.slice(Math.max(span.start, close - 20), close));
  return { start: close, end: close, text: isEmpty ? cites : `; ${cites}` };
}

/** Before the backticks that end a MyST role. */
function appendToRole(text: string, { span }: CitationCluster, works: readonly CitedWork[]): TextEdit {
  const at = span.end - (/`+$/.exec(text.slice(span.start, span.end))?.[0].length ?? 0);
  return { start: at, end: at, text: works.map((work) => `,${writeRoleWork(work)}`).join('') };
}

/** The nearest place at or behind an offset where a citation is one. */
function freePlace(note: Note, offset: number): { readonly at: number; readonly isOwnParagraph: boolean } {
  const { text } = note;
  let at = Math.max(0, Math.min(offset, text.length));
  for (const span of note.verbatim) {
    if (span.start > at) break;
    if (span.end < at) continue;
    const isBlock = startsLine(text, span.start) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(span.end, span.end + 100));
    if (isBlock) return { at: span.end, isOwnParagraph: true };
    if (at < span.end && (at > span.start || startsLine(text, span.start))) at = span.end;
  }
  return { at: wordEnd(text, at), isOwnParagraph: false };
}

function startsLine(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return at - lineStart < 100 && /^[ \t>]*$/.test(text.slice(lineStart, at));
}

/** Inside a word a citation waits for its end. */
function wordEnd(text: string, at: number): number {
  const isWord = (char: string) => /[\p{L}\p{N}\p{M}]/u.test(char);
  if (!isWord(text.charAt(at - 1))) return at;
  let end = at;
  while (end < text.length && isWord(text.charAt(end))) end++;
  return end;
}

function inText(text: string, at: number, cites: string): TextEdit {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  // `^[`, `![` and `\[` would be something else, and so would `](`, `][` and `]{`.
  const spaceBefore = before !== '' && !/[\s([{"'“‘«–—]/.test(before);
  const spaceAfter = /[\p{L}\p{N}([{@]/u.test(after);
  return { start: at, end: at, text: `${spaceBefore ? ' ' : ''}[${cites}]${spaceAfter ? ' ' : ''}` };
}

function ownParagraph(text: string, at: number, cites: string): TextEdit {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const rest = /^[ \t]*(?:\r?\n[ \t]*)*/.exec(text.slice(at))?.[0] ?? '';
  const isLast = at + rest.length >= text.length;
  return { start: at, end: at, text: `${eol}${eol}[${cites}]${isLast || /\n[ \t]*\r?\n/.test(rest) ? '' : eol}` };
}
