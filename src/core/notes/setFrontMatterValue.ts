import type { Span } from '../text';
import type { Note } from './note';

/**
 * The edit that changes a one-line value of a note's front matter.
 * @returns undefined where none of the names stands there on a line of its own
 */
export function setFrontMatterValue({ text, frontMatter }: Note, names: readonly string[], value: string): (Span & { readonly text: string }) | undefined {
  const places = (frontMatter?.blocks ?? []).toReversed().flatMap((block) => names.map((name) => ({ ...block, name })));
  for (const { start: from, end: to, name } of places) {
    const block = text.slice(from, to);
    const match = new RegExp(`^(${name}:[ \\t]*)(?![|>&*!])(\\S[^\\r\\n#]*?)?[ \\t]*(?=\\r?$| #)`, 'm').exec(block);
    if (!match?.[1]) continue;
    const start = from + match.index + match[1].length;
    const isPlain = /^[\w./-]+$/.test(value);
    return { start, end: start + (match[2]?.length ?? 0), text: `${/[ \t]$/.test(match[1]) ? '' : ' '}${isPlain ? value : JSON.stringify(value)}` };
  }
  return undefined;
}
