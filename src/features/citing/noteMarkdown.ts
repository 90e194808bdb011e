import type { StyledReference, StyledRun } from './styledRuns';

/** An address without the sign that ends the sentence: `https://doi.org/10.1000/x` of `https://doi.org/10.1000/x.` */
const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** @returns rendered text as Pandoc Markdown that reads the same: `*Cancer*, **12**, 10^5^` */
export function runsToMarkdown(runs: readonly StyledRun[]): string {
  return protectStart(runs.map(runToMarkdown).join(''));
}

/** @returns a reference of a bibliography, its number first: `1. Chen YM, ...`, `\[1\] Chen YM, ...` */
export function referenceToMarkdown({ number, runs }: StyledReference): string {
  const text = runsToMarkdown(runs);
  if (number === '') return text;
  return `${/^\d+\.$/.test(number) ? number : escapeNote(number)} ${text}`;
}

function runToMarkdown({ text, italic, bold, script, href }: StyledRun): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text;
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const around = script === 'sup' ? '^' : script === 'sub' ? '~' : '';
  // A link holds no other.
  const escaped = script ? escapeNote(inner).replace(/ /g, '\\ ') : href === undefined ? escapeKeepingAddresses(inner) : escapeNote(inner);
  const marked = `${mark}${around}${escaped}${around}${[...mark].reverse().join('')}`;
  // `[^1^]` would be a footnote's label; an empty span before it is nothing.
  const linked = href === undefined ? marked : `[${around === '^' && mark === '' ? '[]{}' : ''}${marked}](${href})`;
  return `${before}${linked}${after}`;
}

/** Addresses become links of their own: their underscores would otherwise need escaping, and they could not be clicked. */
function escapeKeepingAddresses(text: string): string {
  let markdown = '';
  let end = 0;
  for (const match of text.matchAll(address)) {
    markdown += `${escapeNote(text.slice(end, match.index))}<${match[0]}>`;
    end = match.index + match[0].length;
  }
  return markdown + escapeNote(text.slice(end));
}

/** Makes text show as itself in a note, and stay readable there: only what pandoc or VS Code would take for markup. */
function escapeNote(text: string): string {
  return text
    .replace(/[\\`*[\]<$~^|@]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** What begins a list, a heading or a quotation where it stands first in a paragraph. */
function protectStart(markdown: string): string {
  return markdown
    .replace(/^([#>+-])/, '\\$1')
    .replace(/^(\d+|[a-z])([.)])(?=\s)/, '$1\\$2')
    .replace(/^\((?=\w+\)\s)/, '\\(');
}
