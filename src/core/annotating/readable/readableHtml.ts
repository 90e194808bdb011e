import { escapeHtml } from '../../citing/html';
import { isJats, readJats } from './readJats';
import { readHtml } from './readHtml';
import type { ReadableBlock, ReadableText, TextMark, TextRun } from './readable';

/** The readable text of a full text's file: JATS, XHTML or HTML. */
export function readFullText(text: string): ReadableText {
  return isJats(text) ? readJats(text) : readHtml(text);
}

const elements: Readonly<Record<TextMark, string>> = { italic: 'em', bold: 'strong', sup: 'sup', sub: 'sub', code: 'code', image: 'em' };

/**
 * Blocks as HTML for a page: nothing in it comes from the text but escaped letters and checked addresses. Each block says
 * with `data-start` where its text begins in the plain text, so that a selection is one of the plain text.
 */
export function readableHtml({ blocks }: ReadableText): string {
  return blocks.map((block) => {
    const name = elementOf(block);
    const level = block.kind === 'item' && (block.level ?? 1) > 1 ? ` data-level="${block.level}"` : '';
    return `<${name} class="${block.kind}" data-start="${block.span.start}"${level}>${block.runs.map(runHtml).join('')}</${name}>`;
  }).join('\n');
}

function elementOf({ kind, level }: ReadableBlock): string {
  if (kind === 'heading') return `h${level ?? 2}`;
  return kind === 'quote' ? 'blockquote' : kind === 'code' ? 'pre' : kind === 'paragraph' ? 'p' : 'div';
}

function runHtml({ text, marks, href }: TextRun): string {
  const inner = marks.reduce((html, mark) => `<${elements[mark]}>${html}</${elements[mark]}>`, escapeHtml(text));
  return href === undefined ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
}
