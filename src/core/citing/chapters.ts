import type { CitedText } from '../notes/note';
import type { Turn } from './readingOrder';

const resets = /^#{1,6}[ \t].*\{[^{}\n]*\.reset-citation-positions(?=[\s}])[^{}\n]*\}[ \t]*$/gm;

/**
 * The chapter that each turn is read in, counted from 0: with a heading that has pandoc's class `reset-citation-positions`
 * begins one in which no work has been cited yet.
 */
export function chaptersOf({ text, citations, footnotes }: Pick<CitedText, 'text' | 'citations' | 'footnotes'>, turns: readonly Turn[]): number[] {
  if (!text.includes('.reset-citation-positions')) return turns.map(() => 0);
  const starts = [...text.matchAll(resets)].map(({ index }) => index);
  let chapter = 0;
  return turns.map(({ index }) => {
    const at = citations[index]?.span.start ?? 0;
    // A footnote is read where it is referred to, wherever it stands.
    const isInFootnote = footnotes.definitions.some(({ start, end }) => start <= at && at < end);
    if (!isInFootnote) chapter = Math.max(chapter, starts.filter((start) => start < at).length);
    return chapter;
  });
}
