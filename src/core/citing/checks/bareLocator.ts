import type { LocatorTerms } from '../../notes/locatorTerms';
import type { CitationCluster } from '../../notes/note';
import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import type { CitationFinding } from './citationFinding';

/** Longer than any locator that is written behind a key. */
const longest = 80;
/** `3`, `33-35`, `33--35, 38`, `iv`, `S12`. */
const numbers = /^[ \u00a0]?((?:\d[\p{L}\d]*|[ivxlcdm]+(?![\p{L}\d])|[A-Z]\d+)(?:[ \u00a0]?(?:--?|–|,)[ \u00a0]?\d[\p{L}\d]*)*)/u;

/** A locator as it stands in a text. */
export interface WrittenLocator extends Span {
  /** CSL's label: `page`. */
  readonly label: string;
  /** As it is written, without what parts it from the key: `p. 3`. */
  readonly written: string;
}

/**
 * Locators that stand behind a citation in the sentence without brackets, where pandoc does not see them: `@a, p. 3`,
 * `@a p. 3`. Only a number after an abbreviation, a sign or a word for pages is surely one: "@a note 3 cases" holds none.
 *
 * @param text what the clusters' places count in
 */
export function bareLocators(text: string, clusters: readonly CitationCluster[], terms: LocatorTerms): CitationFinding[] {
  let groupEnd = 0;
  return clusters.flatMap((cluster): CitationFinding[] => {
    const [item] = cluster.items;
    const isInGroup = cluster.span.start < groupEnd;
    groupEnd = Math.max(groupEnd, cluster.span.end);
    if (isInGroup || !item || cluster.items.length > 1 || cluster.span.end !== item.keySpan.end) return [];
    const locator = locatorAt(text, item.keySpan.end, terms);
    if (!locator) return [];
    const meant = `[${locator.written}]`;
    const span = { start: locator.end - locator.written.length, end: locator.end };
    const shown = `${text.slice(item.keySpan.start, item.keySpan.end)} ${meant}`;
    return [{
      problem: problem('locator-bare', 'information', { written: locator.written, meant: shown }, span),
      fix: { span: { start: item.keySpan.end, end: locator.end }, newText: ` ${meant}` },
    }];
  });
}

/** The locator that begins at an offset, with what parts it from the key before it. */
export function locatorAt(text: string, at: number, terms: LocatorTerms): WrittenLocator | undefined {
  const window = text.slice(at, at + longest);
  const lead = /^(?:,[ \u00a0]?|[ \u00a0])/.exec(window)?.[0].length;
  if (lead === undefined) return undefined;
  const rest = window.slice(lead);
  const small = rest.toLowerCase();
  for (let length = Math.min(rest.length, 32); length > 0; length--) {
    const label = terms.get(small.slice(0, length));
    if (label === undefined || !isSure(small.slice(0, length), label)) continue;
    const value = numbers.exec(rest.slice(length))?.[0];
    if (value === undefined || (/[\p{L}]$/u.test(small.slice(0, length)) && !/^[ \u00a0]/.test(value))) continue;
    const end = at + lead + length + value.length;
    return { start: at, end, label, written: text.slice(at + lead, end) };
  }
  return undefined;
}

function isSure(term: string, label: string): boolean {
  return label === 'page' || /[.§¶]$/.test(term);
}
