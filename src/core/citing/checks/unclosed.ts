import type { LocatorTerms } from '../../notes/locatorTerms';
import type { CitationCluster } from '../../notes/note';
import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import { locatorAt } from './bareLocator';
import type { CitationFinding } from './citationFinding';

/** A bracket this far (characters) before a key is not looked for, nor its end this far behind it. */
const longest = { before: 300, after: 3000 };
const paragraphEnd = /\n[ \t>]*\r?\n/;

/**
 * Brackets before a citation that are never closed, so that what was to be a group is text: `[see @a, p. 3 and so on`.
 *
 * @param text what the places count in
 * @param verbatim code and the like, whose brackets are none, in order
 */
export function unclosedGroups(text: string, clusters: readonly CitationCluster[], verbatim: readonly Span[], terms: LocatorTerms): CitationFinding[] {
  const found: CitationFinding[] = [];
  let seen = -1;
  let groupEnd = 0;
  for (const [index, cluster] of clusters.entries()) {
    const isInGroup = cluster.span.start < groupEnd;
    groupEnd = Math.max(groupEnd, cluster.span.end);
    const [item] = cluster.items;
    if (isInGroup || !item || text[cluster.span.start] === '[') continue;
    const open = openBracket(text, cluster.span.start, verbatim);
    if (open === undefined || open === seen || closes(text, open, verbatim)) continue;
    seen = open;
    const end = itemEnd(text, lastInGroup(text, clusters, index), terms);
    found.push({
      problem: problem('citation-unclosed', 'warning', { key: item.key }, { start: open, end: item.keySpan.end }),
      fix: { span: { start: end, end }, newText: ']' },
    });
  }
  return found;
}

/** The nearest bracket before a place, in its paragraph, that is not closed before it. */
function openBracket(text: string, at: number, verbatim: readonly Span[]): number | undefined {
  let depth = 0;
  for (let place = at - 1; place >= 0 && at - place < longest.before; place--) {
    const char = text[place];
    if (char === '\n' && /^[ \t>]*\r?\n/.test(text.slice(place + 1, at))) return undefined;
    if ((char !== '[' && char !== ']') || text[place - 1] === '\\' || isIn(verbatim, place)) continue;
    if (char === ']') depth++;
    else if (depth-- === 0) return place;
  }
  return undefined;
}

function closes(text: string, open: number, verbatim: readonly Span[]): boolean {
  const rest = text.slice(open, open + longest.after);
  const end = open + (paragraphEnd.exec(rest)?.index ?? rest.length);
  let depth = 0;
  for (let place = open; place < end; place++) {
    const char = text[place];
    if ((char !== '[' && char !== ']') || text[place - 1] === '\\' || isIn(verbatim, place)) continue;
    depth += char === '[' ? 1 : -1;
    if (depth === 0) return true;
  }
  // Further on than that nobody looks for it, so nothing is said.
  return end - open >= longest.after;
}

/** `[@a; @b and then`: the group goes on as long as semicolons part the citations. */
function lastInGroup(text: string, clusters: readonly CitationCluster[], from: number): CitationCluster | undefined {
  let last = clusters[from];
  for (const next of clusters.slice(from + 1)) {
    if (!last || !/^[^\n.;[\]]*;[^\n.;[\]]*$/.test(text.slice(last.span.end, next.span.start).replace(/\b\p{L}{1,4}\./gu, ''))) break;
    last = next;
  }
  return last;
}

function itemEnd(text: string, cluster: CitationCluster | undefined, terms: LocatorTerms): number {
  const end = cluster?.span.end ?? 0;
  return locatorAt(text, end, terms)?.end ?? end;
}

function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
