import { LatexReader, endsLine } from './latexReader';
import { isSpace, singleSpaced } from './whiteSpace';

/**
 * TeX's markup in a BibTeX value as plain Unicode with CSL's few HTML tags: `{\"o}` → `ö`, `\emph{in vitro}` →
 * `<i>in vitro</i>`, `{DNA}` → `DNA`, `--` → `–`, `$\alpha$` → `α`.
 */
export function latexToText(value: string): string {
  const kind = kindOf(value);
  if (kind !== Kind.tex) {
    return kind === Kind.plain ? value : singleSpaced(value);
  }
  const text = singleSpaced(new LatexReader(turnedMarks(value)).read());
  // A journal may be nothing but a macro of its class: `\aap`.
  return text === '' ? singleSpaced(value.slice(0, 200).replace(/[\\{}$~]/g, ' ')) : text;
}

/** TeX's ligatures for the marks that open a question or a cry in Spanish: ?`Qu\'e? */
function turnedMarks(value: string): string {
  return value.includes('?`') || value.includes('!`') ? value.replace(/([?!])`(?=[\p{L}\\{])/gu, (_, mark) => (mark === '?' ? '¿' : '¡')) : value;
}

const enum Kind { plain, spaced, tex }

/** Whether a text has signs that TeX reads as other than themselves, or else white space that means less than it takes. */
function kindOf(text: string): Kind {
  let kind = Kind.plain;
  let last = 32; // white space at the beginning is as good as twice
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 96 || code >= 123) {
      if (code === 32 ? last === 32 : code < 32 || (code >= 160 && isSpace(code))) kind = Kind.spaced;
      else if (code === 92 || code === 123 || code === 125 || code === 36 || code === 126 || code === 96) return Kind.tex;
      else if ((code === 45 || code === 39) && last === code) return Kind.tex;
      else if (code === 37 && (at === 0 || last === 10) && endsLine(text, at)) return Kind.tex;
    }
    last = code;
  }
  return last === 32 ? Kind.spaced : kind;
}
