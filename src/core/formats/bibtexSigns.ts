import type { Span } from '../text';

/** Signs that mean something between BibTeX's values, by their codes. */
export const enum Sign {
  tab = 9, newline = 10, space = 32, quote = 34, hash = 35, percent = 37, openRound = 40, closeRound = 41, comma = 44, equals = 61,
  at = 64, backslash = 92, open = 123, close = 125,
}

/** Where a sign comes next; past all places where it never does. */
export function placeOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place < 0 ? Infinity : place;
}

/** Whether a code is that of an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Longer than any name of a field or macro. */
const longestWord = 200;

/** Where a word ends: at white space, or at a sign that means something between values. */
export function wordEnd(text: string, start: number): number {
  const end = Math.min(start + longestWord, text.length);
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= Sign.space || code === Sign.comma || code === Sign.equals || code === Sign.hash || code === Sign.quote ||
      code === Sign.open || code === Sign.close || code === Sign.openRound || code === Sign.closeRound || code === 0xa0) return at;
  }
  return end;
}

/** Where a field's name of several words ends, before its `=`: `funding_text 1 = {...}`; undefined where none stands. */
export function wordsEnd(text: string, start: number): number | undefined {
  const pattern = /[A-Za-z][^\s=,{}"#]*(?:[ \t\u00a0]+[^\s=,{}"#]+){1,5}(?=[ \t\u00a0]*=)/y;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where a citekey ends: at its comma, or at what shows that there is none. */
export function keyEnd(text: string, from: number): number {
  for (let end = from; end < text.length; end += 1) {
    switch (text.charCodeAt(end)) {
      case Sign.newline: case Sign.quote: case Sign.comma: case Sign.equals: case Sign.open: case Sign.close:
        return end;
    }
  }
  return text.length;
}

/** The next place that is neither white space nor a comment. */
export function pastSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code <= Sign.space || code === 0xa0 || code === 0xfeff) {
      at += 1;
    } else if (code === Sign.percent) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end + 1;
    } else {
      return at;
    }
  }
}

/** Whether `%` comes before a place on its line, as Biber has comments. */
export function isCommented(text: string, place: number): boolean {
  let at = place - 1;
  while (text.charCodeAt(at) === Sign.space || text.charCodeAt(at) === Sign.tab) at -= 1;
  return text.charCodeAt(at) === Sign.percent;
}

/** Whether an entry begins on a line. */
export function opensEntry(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text.charCodeAt(at) === Sign.space || text.charCodeAt(at) === Sign.tab) at += 1;
  if (text.charCodeAt(at) !== Sign.at) return false;
  const pattern = /@[A-Za-z]+[ \t]*[{(]/y;
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Where reading goes on after a fault: at the next entry that begins a line. */
export function nextEntry(text: string, from: number): number {
  const pattern = /^[ \t]*@[A-Za-z]+[ \t]*[{(]/gm;
  pattern.lastIndex = Math.max(from, 0);
  return pattern.exec(text)?.index ?? text.length;
}

/** The next line, before another place, on which a field begins; undefined where there is none. */
export function nextField(text: string, from: number, before: number): number | undefined {
  const pattern = /^[ \t]*,?[ \t]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*(?:[{"]|\w+[ \t]*(?:[,#}]|$))/gm;
  const line = from === 0 || text.charCodeAt(from - 1) === Sign.newline ? from : text.indexOf('\n', from) + 1;
  // No further than asked: a search on to the end from every fault would take time with the square of the length.
  const place = line < from || line >= before ? undefined : pattern.exec(text.slice(line, before))?.index;
  return place === undefined ? undefined : line + place;
}

/** Whether fields follow an entry's end, whose brace then was one too many: `title = {A}}, year = {2000}`. */
export function fieldsFollow(text: string, from: number): boolean {
  if (text.charCodeAt(from) !== Sign.comma) return false;
  const pattern = /,\s*[A-Za-z][\w:+-]*[ \t]*=[ \t]*[{"\w]/y;
  pattern.lastIndex = from;
  return pattern.test(text);
}

/** Where the brace or quote that closes a value stands; undefined where none does before the next entry. */
export function closingSign(text: string, start: number, open: number): number | undefined {
  const end = open === Sign.open ? Sign.close : Sign.quote;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > Sign.backslash && code < Sign.open) continue; // most letters
    if (code === end && depth === 0) return at;
    if (code === Sign.open) depth += 1;
    else if (code === Sign.close) depth -= 1;
    else if (code === Sign.backslash && text.charCodeAt(at + 1) !== Sign.newline) at += 1;
    else if (code === Sign.newline && opensEntry(text, at + 1)) return undefined; // a brace is missing
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** Where what follows a comment or preamble begins. */
export function pastBody(text: string, from: number, close: number): number {
  const open = close === Sign.close ? Sign.open : Sign.openRound;
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === open) depth += 1;
    else if (code === close) depth -= 1;
    else if (code === Sign.newline && opensEntry(text, at + 1)) return at + 1;
    if (depth === 0) return at + 1;
  }
  return from;
}

/** From a place to the end of its line, for people to see. */
export function restOfLine(text: string, at: number): Span {
  const start = at < text.length ? at : text.trimEnd().length;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** Where a value, whose brace or quote is not closed, runs on into the next field; undefined for other values. */
export function overrun(value: string): number | undefined {
  return /,?\s*\n[ \t]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*(?:[{"]|\w+[ \t]*,|$)/.exec(value)?.index;
}
