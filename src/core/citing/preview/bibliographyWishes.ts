import type { Note } from '../../notes/note';

/** What a note's front matter says of its bibliography, in pandoc's words. */
export interface BibliographyWishes {
  /** `suppress-bibliography: true`: none is added; one that was written into the note stays. */
  readonly isSuppressed: boolean;
  /** `reference-section-title`: the heading of one that is added at the end; empty for none. */
  readonly title: string;
}

export function bibliographyWishes({ text, frontMatter }: Note): BibliographyWishes {
  const block = frontMatter ? text.slice(0, frontMatter.span.end) : '';
  const title = /^reference-section-title:[ \t]+(["']?)(.+?)\1[ \t]*\r?$/m.exec(block)?.[2] ?? '';
  return { isSuppressed: /^suppress-bibliography:[ \t]+true[ \t]*\r?$/m.test(block), title };
}
