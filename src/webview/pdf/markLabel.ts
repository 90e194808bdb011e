import { unbroken } from '../../core/annotating/unbroken';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { filled } from './element';
import type { FoundMark } from './findMarks';

/** @returns what a screen reader says of a mark: what it is, what it means, its words, what is said of them, and whether they moved */
export function labelOf({ mark, state, page }: FoundMark, words: PdfWords): string {
  const { passage: { exact }, meaning, comment, tags, underlined } = mark;
  const kind = exact === '' ? words.note : underlined ? words.underline : words.highlight;
  const about = state === 'moved' ? words.moved : state === 'orphaned' ? words.orphaned : undefined;
  return [
    [kind, meaning?.startsWith('#') ? undefined : meaning, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join(', '),
    exact === '' ? filled(words.page, page) : unbroken(exact).replace(/\s+/g, ' '), comment, about,
  ].filter(Boolean).join('. ');
}
