import type { TextEdit } from '../library/edit/textEdit';
import { frontMatterValues } from './frontMatterPlaces';
import type { Note } from './note';

/**
 * The smallest edit that makes a note's front matter name a bibliography too. What else stands there stays as it is.
 *
 * @param path as the note is to name it: relative to it, with `/`
 * @returns undefined where the note names it already, or its front matter is no YAML
 */
export function nameBibliography({ text, frontMatter: front }: Pick<Note, 'text' | 'frontMatter'>, path: string): TextEdit | undefined {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const value = yamlText(path);
  if (!front) {
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { span: { start: at, end: at }, newText: `---${eol}bibliography: ${value}${eol}---${eol}${text.slice(at).trim() === '' ? '' : eol}` };
  }
  if (front.problems.length > 0 || front.bibliography.includes(path)) return undefined;
  const last = frontMatterValues(text, front).findLast(({ field }) => field === 'bibliography');
  if (!last) {
    const close = text.lastIndexOf('\n', (front.blocks[0]?.end ?? 0) - 1) + 1;
    return { span: { start: close, end: close }, newText: `bibliography: ${value}${eol}` };
  }
  const end = last.span.end + (/["']/.test(text.charAt(last.span.end)) ? 1 : 0);
  if (!front.bibliographyIsList) {
    const start = last.span.start - (/["']/.test(text.charAt(last.span.start - 1)) ? 1 : 0);
    return { span: { start, end }, newText: `[${text.slice(start, end)}, ${value}]` };
  }
  const lineStart = text.lastIndexOf('\n', last.span.start) + 1;
  const item = /^[ \t]*-[ \t]+/.exec(text.slice(lineStart, last.span.start))?.[0];
  if (item === undefined) return { span: { start: end, end }, newText: `, ${value}` };
  // A comment behind the last one stays behind it.
  const lineEnd = end + (/^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  return { span: { start: lineEnd, end: lineEnd }, newText: `${eol}${item}${value}` };
}

/** A path as a YAML value, in quotes where it needs them. */
function yamlText(path: string): string {
  return /^[\w./][\w./ -]*$/.test(path) && !path.endsWith(' ') ? path : JSON.stringify(path);
}
