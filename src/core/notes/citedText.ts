import type { CitedText } from './note';

/** What rendering needs of a note, as plain data that another thread can be sent. */
export function citedText({ text, frontMatter, citations, footnotes }: CitedText): CitedText {
  return { text, frontMatter, citations, footnotes };
}
