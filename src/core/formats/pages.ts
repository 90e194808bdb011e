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

/** Pages with the ends that MEDLINE and Vancouver cut short: `475-82` → `475-482`, `S12-5; 101-3` → `S12-S15, 101-103`. */
export function fullPages(text: string): string {
  const hyphen = text.indexOf('-');
  if (areDigits(text, 0, hyphen) && areDigits(text, hyphen + 1, text.length)) return fullEnd(text, hyphen);
  return normalPages(text.replace(/;/g, ',')).split(', ').map(fullRange).join(', ');
}

/** Whether a part of a text is up to nine digits, and nothing else. */
function areDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return to > from && to - from <= 9;
}

/** `475-82` with all of its end: `475-482`. */
function fullEnd(range: string, hyphen: number): string {
  const missing = 2 * hyphen + 1 - range.length;
  return missing <= 0 ? range : `${range.slice(0, hyphen + 1)}${range.slice(0, missing)}${range.slice(hyphen + 1)}`;
}

function fullRange(range: string): string {
  const [, prefix = '', start = '', endPrefix = '', end = ''] = /^(\p{L}{0,5})(\d+)-(\p{L}{0,5})(\d+)$/u.exec(range) ?? [];
  if (end === '' || end.length >= start.length || (endPrefix !== '' && endPrefix !== prefix)) {
    return range;
  }
  return `${prefix}${start}-${prefix}${start.slice(0, start.length - end.length)}${end}`;
}
