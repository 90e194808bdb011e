import type { PropertyTable } from './portalTable';
import { withoutEnd } from './trimSigns';

/** Lines that head a part of a portal page, and so end the part before. */
const headings =
  /^(?:overview|abstract|summary|keywords|access to document|other files and links|links|cite this|fingerprint|bibliographical note|bibliographic note|funding|publication series|conference|projects|prizes|research output|datasets|activities|press\/media|student theses|equipment|profiles|documents|related (?:publications|research output|projects)|un sdgs?|un sustainable development goals|research areas.*|asjc.*|all science journal classification.*|scopus subject areas|subject areas|persistent link|view all.*|dive into the research topics.*|together they form.*|apa|author|bibtex|harvard|standard|ris|vancouver|powered by pure.*|original language.*|user-defined keywords|free keywords|externally published.*|access link.*|embargo.*|licen[cs]e.*|research beacons.*|network|metrics.*|downloads|altmetrics?)$/i;

const subjectHeading = /^(?:asjc scopus subject areas|all science journal classification \(asjc\) codes|scopus subject areas|asjc(?: subject)? (?:areas|codes)|subject areas)$/i;
const keywordHeading = /^(?:keywords?|user-defined keywords|free keywords)$/i;

/** `17 Citations (Scopus)`, and the American `17 Scopus citations`. */
const countLines = [
  /^([\d.,]+)\s+(?:Link opens in a new tab\s+)?Citations?\s*\(([^()]{1,40})\)$/i,
  /^([\d.,]+)\s+(?:Link opens in a new tab\s+)?(Scopus|Web of Science|SciVal|Dimensions)\s+citations?$/i,
];

/** Counters and badges between a page's head and its abstract. */
const badge = /^(?:[\d.,]+\s+(?:Link opens in a new tab\s+)?(?:Citations?|Downloads?|Scopus|Web of Science|SciVal|Readers?|Altmetric)\b.*|open access|file|peer[- ]reviewed?|\(citations? from scopus\)|overview|fingerprint|altmetric.*|\*?corresponding author for this work|abstract|summary)$/i;

/** Whether a line is one of a portal page's own headings. */
export function isHeading(line: string): boolean {
  const text = plain(line);
  return text.length < 80 && headings.test(text);
}

/** Whether a line is a counter, a badge or a footnote of the page's head. */
export function isBadge(line: string): boolean {
  return badge.test(plain(line));
}

/** How often each index counted the work as cited. */
export function citedBy(lines: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const text = line.length < 120 ? plain(line) : '';
    for (const form of countLines) {
      const match = form.exec(text);
      const count = Number(match?.[1]?.replace(/[.,]/g, ''));
      const source = match?.[2]?.trim() ?? '';
      if (match && Number.isSafeInteger(count) && !/^(?:__proto__|constructor|prototype)$/.test(source)) counts[source] = count;
    }
  }
  return counts;
}

/** The subject areas under their heading, one a line, with bullets or without. */
export function subjectsIn(lines: readonly string[]): readonly string[] {
  return listUnder(lines, subjectHeading);
}

/** The keywords under their heading as CSL has them: one text. */
export function keywordsIn(lines: readonly string[]): string | undefined {
  const words = listUnder(lines, keywordHeading).flatMap((line) => line.split(/\s*;\s*/)).filter(Boolean);
  return words.length > 0 ? words.join(words.some((word) => word.includes(',')) ? '; ' : ', ') : undefined;
}

function listUnder(lines: readonly string[], heading: RegExp): string[] {
  const start = lines.findIndex((line) => heading.test(plain(line)));
  const found: string[] = [];
  let blanks = 0;
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    const text = plain(line);
    blanks = text === '' ? blanks + 1 : 0;
    // A blank line may follow the heading and part the items; two after an item end the list.
    if (isHeading(line) || (blanks > 1 && found.length > 0) || text.length > 150) break;
    if (/^Dive into|^https?:/i.test(text)) break;
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}

/** A line without bullet and Markdown's marks. */
export function plain(line: string): string {
  return withoutEnd(line.trim().replace(/^(?:[•·▪‣*#]+|[-–]\s)\s*/, ''), '*');
}

/**
 * The abstract: under its heading, else what stands between the page's head and its table.
 *
 * @param at `after` is the last line of the head
 */
export function abstractOf(
  lines: readonly string[],
  at: { readonly after: number; readonly table: PropertyTable | undefined },
): string | undefined {
  const heading = lines.findIndex((line) => /^(?:abstract|summary)$/i.test(plain(line)));
  const start = heading >= 0 ? heading + 1 : at.after + 1;
  const end = at.table && at.table.start >= start ? at.table.start : lines.length;
  const paragraphs: string[] = [];
  for (const line of lines.slice(start, end)) {
    const text = line.trim();
    if (isBadge(text)) continue;
    if (isHeading(text)) break;
    if (text !== '') paragraphs.push(text);
  }
  // Without a heading or a table there is nothing to say that the lines are an abstract.
  const known = heading >= 0 || (at.table !== undefined && at.after >= 0);
  return known && paragraphs.length > 0 ? paragraphs.join('\n') : undefined;
}
