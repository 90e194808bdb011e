/** Everything that is set between two page numbers: hyphen, its non-breaking kin, dashes, minus, and BibTeX's `--`. */
const dashes = /\s*[\u2010-\u2015\u2212-]+\s*/g;

/** A list of pages that is longer is something else. */
const longest = 200;

/** A page range as CSL has it, with one hyphen: `291–313`, `589--603` and `291 - 313` alike. */
export function normalPages(text: string): string {
  return text.trim().slice(0, longest).replace(/^pp?\.\s*/i, '').replace(dashes, '-').replace(/\s*,\s*/g, ', ').replace(/-$/, '');
}

/** From RIS's `SP` and `EP`. An `SP` may hold the whole range (`168-172`), and `EP` may repeat it. */
export function pagesFromEnds(start: string | undefined, end: string | undefined): string | undefined {
  const first = start ? normalPages(start) : '';
  const last = end ? normalPages(end) : '';
  if (!first || !last || first === last || first.includes('-')) {
    return first || last || undefined;
  }
  return last.startsWith(`${first}-`) ? last : `${first}-${last}`;
}
