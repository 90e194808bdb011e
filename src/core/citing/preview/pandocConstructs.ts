import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline } from 'markdown-it';
import { escapeHtml } from '../html';

/** Teaches markdown-it what of pandoc's Markdown notes use most: divs, attributes of headings, raised and lowered text, and math. */
export function usePandocConstructs(md: MarkdownIt): void {
  md.block.ruler.before('table', 'pandoc_div', readDiv, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.core.ruler.after('block', 'pandoc_div_end', closeDivs);
  md.core.ruler.after('inline', 'pandoc_headings', nameHeadings);
  md.inline.ruler.before('escape', 'pandoc_math', readMath);
  md.inline.ruler.after('emphasis', 'pandoc_scripts', readScript);
  md.renderer.rules['pandoc_html'] = (tokens, index) => tokens[index]?.content ?? '';
}

interface DivState {
  openDivs?: number;
}

/** `::: {#id .class}` or `::: class` to `:::`. */
function readDiv(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const fence = /^:{3,}[ \t]*(?:\{([^{}]*)\}|([\w-]+))?[ \t]*:*[ \t]*$/.exec(text);
  if (!fence) return false;
  const [, braces, word] = fence;
  const env = state.env as DivState;
  const opens = braces !== undefined || word !== undefined;
  if (!opens && !env.openDivs) return false;
  if (silent) return true;
  env.openDivs = (env.openDivs ?? 0) + (opens ? 1 : -1);
  const token = state.push('pandoc_html', '', 0);
  token.content = opens ? `<div${attributes(braces ?? `.${word ?? ''}`)}>\n` : '</div>\n';
  state.line = line + 1;
  return true;
}

/** A div that nothing closes ends with the note. */
function closeDivs(state: StateCore): void {
  for (let open = (state.env as DivState).openDivs ?? 0; open > 0; open--) {
    const token = new state.Token('pandoc_html', '', 0);
    token.content = '</div>\n';
    state.tokens.push(token);
  }
}

/** `#id`, `.class` and `key="value"`, of which only what cannot run anything is taken over. */
function attributes(source: string): string {
  const id = /(?:^|\s)#([^\s#.}]+)/.exec(source)?.[1];
  const classes = [...source.matchAll(/(?:^|\s)\.([\w-]+)/g)].map(([, name]) => name);
  return `${id === undefined ? '' : ` id="${escapeHtml(id)}"`}${classes.length > 0 ? ` class="${escapeHtml(classes.join(' '))}"` : ''}`;
}

/** `# Title {#id .class}`; without an id a heading has pandoc's, made of its words. */
function nameHeadings(state: StateCore): void {
  const known = new Set<string>();
  for (const [index, token] of state.tokens.entries()) {
    const content = token.type === 'heading_open' ? state.tokens[index + 1] : undefined;
    const last = content?.children?.at(-1);
    if (!content) continue;
    const braces = last?.type === 'text' ? /[ \t]*\{([^{}]*)\}[ \t]*$/.exec(last.content) : null;
    if (last && braces) last.content = last.content.slice(0, braces.index);
    const source = braces?.[1] ?? '';
    const words = (content.children ?? []).map((child) => (child.type === 'text' || child.type === 'code_inline' ? child.content : '')).join('');
    const id = /(?:^|\s)#([^\s#.}]+)/.exec(source)?.[1] ?? headingId(words, known);
    known.add(id);
    token.attrSet('id', id);
    const classes = [...source.matchAll(/(?:^|\s)\.([\w-]+)/g)].map(([, name]) => name);
    if (classes.length > 0) token.attrSet('class', classes.join(' '));
  }
}

function headingId(words: string, known: ReadonlySet<string>): string {
  const base = words.toLowerCase().replace(/[^\p{L}\p{N}\s_.-]/gu, '').trim().replace(/\s+/g, '-').replace(/^[^\p{L}]+/u, '') || 'section';
  let id = base;
  for (let count = 1; known.has(id); count++) id = `${base}-${count}`;
  return id;
}

/** As pandoc takes dollars for math: no space inside of them, no digit behind. It is left to be set by who shows the page. */
function readMath(state: StateInline, silent: boolean): boolean {
  const match = /^\$\$([^$]+)\$\$|^\$(?!\s)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)/.exec(state.src.slice(state.pos, state.posMax));
  if (!match) return false;
  if (!silent) {
    const [, display, inline = ''] = match;
    const token = state.push('pandoc_html', '', 0);
    token.content = display === undefined ? `<span class="math inline">\\(${escapeHtml(inline)}\\)</span>` : `<span class="math display">\\[${escapeHtml(display)}\\]</span>`;
  }
  state.pos += match[0].length;
  return true;
}

/** `10^5^` and `H~2~O`, with spaces escaped. */
function readScript(state: StateInline, silent: boolean): boolean {
  const mark = state.src[state.pos];
  if (mark !== '^' && mark !== '~') return false;
  const inner = (mark === '^' ? /^\^((?:\\.|[^\s^\\])+)\^/ : /^~((?:\\.|[^\s~\\])+)~(?!~)/).exec(state.src.slice(state.pos, state.posMax))?.[1];
  if (inner === undefined || state.src[state.pos - 1] === mark) return false;
  if (!silent) {
    const tag = mark === '^' ? 'sup' : 'sub';
    const token = state.push('pandoc_html', '', 0);
    token.content = `<${tag}>${escapeHtml(inner.replace(/\\(.)/g, '$1'))}</${tag}>`;
  }
  state.pos += inner.length + 2;
  return true;
}
