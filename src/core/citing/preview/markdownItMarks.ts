import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import type { MarkedText, Piece } from './markedText';

const name = 'casebook_marks';

/**
 * Teaches markdown-it to put the pieces of a marked text in the places of their marks.
 * @param find the marked text to parse in the place of a text; undefined where there is none
 */
export function useMarks(md: MarkdownIt, find: (text: string) => MarkedText | undefined): void {
  md.core.ruler.before('normalize', name, (state) => {
    const marked = find(state.src);
    if (!marked) return;
    state.src = marked.text;
    state.env = { ...state.env, [name]: marked };
  });
  md.block.ruler.before('table', name, readBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.inline.ruler.before('text', name, readInline);
  md.core.ruler.after('inline', `${name}_pairs`, keepWholePairs);
  for (const kind of ['inline', 'block', 'open', 'close'] as const) md.renderer.rules[typeOf(kind)] = (tokens, index) => tokens[index]?.content ?? '';
}

function typeOf(kind: Piece['kind']): string {
  return `casebook_${kind}`;
}

function pieceAt(env: unknown, src: string, at: number): { readonly piece: Piece; readonly end: number } | undefined {
  const marked = (env as Record<string, MarkedText | undefined> | undefined)?.[name];
  if (!marked || src[at] !== '@' || src[at + 1] !== marked.signs.open) return undefined;
  const end = src.indexOf(marked.signs.close, at);
  const piece = marked.pieces[Number.parseInt(src.slice(at + 2, end), 10)];
  return piece && end >= 0 ? { piece, end: end + 1 } : undefined;
}

function readBlock(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const found = pieceAt(state.env, state.src, start);
  if (found?.piece.kind !== 'block') return false;
  if (silent) return true;
  const token = state.push(typeOf('block'), '', 0);
  token.content = `${found.piece.html}\n`;
  token.block = true;
  state.line = line + 1;
  return true;
}

function readInline(state: StateInline, silent: boolean): boolean {
  const found = pieceAt(state.env, state.src, state.pos);
  if (!found) return false;
  const { kind, html } = found.piece;
  if (!silent) {
    const token = state.push(typeOf(kind), '', 0);
    // A link in a link would end it.
    token.content = isInLink(state) ? html.replace(/<\/?a\b[^>]*>/g, '') : html;
  }
  state.pos = found.end;
  return true;
}

/** The types know nothing of it, but markdown-it has had it since version 13. */
function isInLink(state: StateInline): boolean {
  return 'linkLevel' in state && typeof state.linkLevel === 'number' && state.linkLevel > 0;
}

/** `**leukemoid** reaction` in a span of its own would be cut by the markup: then it has none. */
function keepWholePairs(state: StateCore): void {
  for (const { type, children } of state.tokens) {
    if (type !== 'inline' || !children?.some((child) => child.type === typeOf('open'))) continue;
    let opened: { readonly token: Token; readonly level: number; isWhole: boolean } | undefined;
    for (const child of children) {
      if (child.type === typeOf('open')) {
        if (opened) opened.token.content = '';
        opened = { token: child, level: child.level, isWhole: true };
      } else if (child.type === typeOf('close')) {
        if (!opened || !opened.isWhole || opened.level !== child.level) {
          child.content = '';
          if (opened) opened.token.content = '';
        }
        opened = undefined;
      } else if (opened && child.level < opened.level) opened.isWhole = false;
    }
    if (opened) opened.token.content = '';
  }
}
