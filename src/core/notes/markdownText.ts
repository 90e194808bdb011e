import type { SyntaxNode } from '@lezer/common';
import { Strikethrough, Subscript, Superscript, parser as commonMark } from '@lezer/markdown';
import { latexToText } from '../formats/latex';
import { decoded } from '../formats/xmlEntities';
import { math } from './markdown';

/** Longer texts (abstracts) stay as they are written: the parser's pairing of emphasis takes time with the square of the length. */
const longest = 4000;
const marked = /[*_^~`[<&$\\\n]|--|\.\.\./;

/** Only what stands within a line: a title `1. Introduction` begins no list. */
const inlineMarkdown = commonMark.configure([
  Superscript,
  Subscript,
  Strikethrough,
  math(),
  {
    remove: [
      'IndentedCode', 'FencedCode', 'Blockquote', 'HorizontalRule', 'BulletList', 'OrderedList', 'ATXHeading', 'HTMLBlock', 'SetextHeading', 'LinkReference',
    ],
  },
]);

const tags: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['Emphasis', ['<i>', '</i>']],
  ['StrongEmphasis', ['<b>', '</b>']],
  ['Superscript', ['<sup>', '</sup>']],
  ['Subscript', ['<sub>', '</sub>']],
]);
const spans: readonly (readonly [RegExp, string])[] = [
  [/\.nocase\b/, '<span class="nocase">'],
  [/\.(?:smallcaps|sc)\b/, '<span style="font-variant:small-caps;">'],
];

/**
 * A value of a note's metadata, which pandoc reads as Markdown, in CSL's own markup: `*In vitro* H~2~O` →
 * `<i>In vitro</i> H<sub>2</sub>O`. Quotation marks stay, since the citation engine turns them.
 */
export function cslOfMarkdown(markdown: string): string {
  if (markdown.length > longest || !marked.test(markdown)) return markdown;
  // Without line breaks at its ends and with one line, no sign begins a block.
  const text = markdown.trim().replace(/\s*\n\s*/g, ' ');
  const { topNode } = inlineMarkdown.parse(text);
  return topNode.firstChild ? inner(text, topNode.firstChild) : text;
}

/** The same without markup, for values that CSL has none in: names, addresses. */
export function textOfMarkdown(markdown: string): string {
  const csl = cslOfMarkdown(markdown);
  return csl === markdown ? markdown : csl.replace(/<\/?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>/g, '');
}

function inner(text: string, node: SyntaxNode, from = node.from, to = node.to): string {
  let out = '';
  let at = from;
  for (let child = node.firstChild; child && child.from < to; child = child.nextSibling) {
    if (child.from < at) continue;
    out += words(text.slice(at, child.from));
    const attributes = child.name === 'Link' ? /^\{[^{}]*\}/.exec(text.slice(child.to)) : null;
    out += written(text, child, attributes?.[0]);
    at = child.to + (attributes?.[0].length ?? 0);
  }
  return out + words(text.slice(at, Math.max(at, to)));
}

function written(text: string, node: SyntaxNode, attributes: string | undefined): string {
  const source = text.slice(node.from, node.to);
  const tag = tags.get(node.name);
  if (tag) return tag[0] + inner(text, node) + tag[1];
  switch (node.name) {
    case 'Escape':
      return source === '\\ ' ? '\u00a0' : source.slice(1);
    case 'Entity':
      return decoded(source) ?? source;
    case 'InlineCode':
      return source.replace(/^`+\s?|\s?`+$/g, '');
    case 'Autolink':
      return source.slice(1, -1);
    case 'Math':
      return latexToText(source);
    case 'Link':
    case 'Image':
      return linked(text, node, attributes);
    case 'Strikethrough':
      return inner(text, node);
    case 'HTMLTag':
      return source;
    default:
      return node.name.endsWith('Mark') || node.name === 'Comment' || node.name === 'ProcessingInstruction' ? '' : words(source);
  }
}

/** `[PET]{.nocase}`, `[words](address)`; brackets around words alone are words. */
function linked(text: string, node: SyntaxNode, attributes: string | undefined): string {
  const [open, close] = node.getChildren('LinkMark');
  if (!open || !close) return words(text.slice(node.from, node.to));
  const content = inner(text, node, open.to, close.from);
  if (attributes !== undefined) {
    const span = spans.find(([name]) => name.test(attributes))?.[1];
    return span === undefined ? content : `${span}${content}</span>`;
  }
  return node.getChild('URL') ? content : `[${content}]${words(text.slice(close.to, node.to))}`;
}

/** Running words, with what pandoc makes of hyphens and full stops, and its space that does not break. */
function words(text: string): string {
  return text.replace(/\\ /g, '\u00a0').replace(/---/g, '—').replace(/--/g, '–').replace(/\.\.\./g, '…');
}
