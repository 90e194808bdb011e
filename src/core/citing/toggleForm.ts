import type { CitationCluster, Note } from '../notes/note';
import type { TextEdit } from './insert';

/**
 * The edit that gives the citation at a place its next form: `[@a, p. 3]` → `@a [p. 3]` → `[-@a, p. 3]` → `[@a, p. 3]`, and
 * `` {cite:p}`a` `` → `` {cite:t}`a` `` → `` {cite:p}`a` ``.
 * Nothing of what stands in it is lost: a prefix goes before the author in the sentence, further works into the brackets
 * behind.
 *
 * @returns undefined where no citation is
 */
export function toggleCitationForm(note: Note, offset: number): TextEdit | undefined {
  const cluster = note.citationsIn(offset, offset).at(-1);
  if (!cluster?.items[0]) return undefined;
  const { span } = cluster;
  return { ...span, text: nextForm(note.text, cluster) };
}

function nextForm(text: string, cluster: CitationCluster): string {
  const { span, items } = cluster;
  const [first] = items;
  if (!first) return text.slice(span.start, span.end);
  if (cluster.role !== undefined) return `{${nextRole(cluster)}}${text.slice(span.start + cluster.role.length + 2, span.end)}`;
  const key = text.slice(first.keySpan.start, first.keySpan.end).replace(/^-/, '');
  if (text[span.start] !== '[') {
    const suppressed = first.suppressAuthor ? '' : '-';
    return spaced(`[${suppressed}${key}${inGroup(text.slice(first.keySpan.end, span.end))}]`, text, span.end);
  }
  const before = text.slice(span.start + 1, first.keySpan.start);
  const after = text.slice(first.keySpan.end, span.end - 1);
  if (first.suppressAuthor) return `[${before}${key}${after}]`;
  const rest = behindAuthor(after);
  return `${before.trimStart()}${key}${rest === '' ? '' : ` [${rest}]`}`;
}

/** MyST's own two ways: in brackets and in the sentence. */
function nextRole({ authorInText }: CitationCluster): string {
  return authorInText ? 'cite:p' : 'cite:t';
}

/** ` [p. 3; @b]` as it stands in a group: `, p. 3; @b`. */
function inGroup(bracket: string): string {
  const inner = /\[([\s\S]*)\]$/.exec(bracket)?.[1]?.trim() ?? '';
  if (inner === '') return '';
  // Where the bracket begins with a work of its own, that is the next one.
  return /^[^;[\]{]*@/.test(inner) ? `; ${inner}` : `${/^[,{]/.test(inner) ? '' : ', '}${inner}`;
}

/** `, p. 3; @b` as it stands behind an author in the sentence: `p. 3; @b`. */
function behindAuthor(rest: string): string {
  return rest.trim().replace(/^[,;]\s*/, '');
}

/** Before `(`, `[` or `{` a group would be a link. */
function spaced(group: string, text: string, end: number): string {
  return /[([{]/.test(text.charAt(end)) ? `${group} ` : group;
}
