import type { Input, PartialParse } from '@lezer/common';
import type { BlockContext, InlineContext, Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown';
import { Table, TaskList, parser as commonMark } from '@lezer/markdown';
import { maybeBlock } from './metadataBlock';

/** Pandoc indents what belongs to a footnote or a definition by four columns. */
const continuationIndent = 4;

/**
 * Pandoc's Markdown as far as it decides where running words and citations stand. Brackets (links, citations,
 * footnotes) are left to `readInline`, because pandoc reads them otherwise than CommonMark does.
 */
export const pandocMarkdown: MarkdownParser = markdown(true);

/** For the beginning of a text that goes on: metadata that nothing has closed yet takes all that is left. */
export const pandocMarkdownSoFar: MarkdownParser = markdown(false);

function markdown(isWhole: boolean): MarkdownParser {
  return commonMark.configure([
    Table,
    TaskList,
    // Brackets and bare addresses are read by `readInline`. Emphasis changes neither words nor citations, and the parser's
    // way of pairing its marks takes minutes for 400 KB of `_a*b_a*b`. `<div>` and the like hold Markdown in pandoc;
    // `RawBlock` takes the HTML that doesn't.
    { remove: ['Link', 'Image', 'LinkEnd', 'LinkReference', 'Emphasis', 'HTMLBlock'] },
    metadata(isWhole),
    rawBlocks(),
    fencedDivs(),
    footnotesAndDefinitions(),
    math(),
  ]);
}

/** `---`, YAML, `---` between the blocks of the document. */
function metadata(isWhole: boolean): MarkdownConfig {
  const inputs = new WeakMap<PartialParse, Input>();
  return {
    defineNodes: [{ name: 'Metadata', block: true }],
    wrap: (parse, input) => (inputs.set(parse, input), parse),
    parseBlock: [
      {
        name: 'Metadata',
        before: 'HorizontalRule',
        parse: (cx, line) => {
          if (!/^---[ \t]*\r?$/.test(line.text) || cx.parentType().name !== 'Document') return false;
          const input = inputs.get(cx);
          const start = cx.lineStart;
          const end = input && maybeBlock(input.read(0, input.length), start, isWhole)?.end;
          if (end === undefined) return false;
          while (cx.nextLine() && cx.lineStart < end);
          cx.addElement(cx.elt('Metadata', start, end));
          return true;
        },
      },
    ],
  };
}

const rawEnds: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
];

function rawBlocks(): MarkdownConfig {
  return {
    defineNodes: [{ name: 'RawBlock', block: true }],
    parseBlock: [{ name: 'RawBlock', parse: readRawBlock, endLeaf: (_, line) => rawEnd(line) !== undefined }],
  };
}

function readRawBlock(cx: BlockContext, line: Line): boolean {
  const end = rawEnd(line);
  if (!end) return false;
  const from = cx.lineStart + line.pos;
  let more = true;
  while (more && !end.test(line.text)) more = cx.nextLine();
  if (more) cx.nextLine();
  cx.addElement(cx.elt('RawBlock', from, cx.prevLineEnd()));
  return true;
}

/** What ends the raw HTML that a line begins; a comment with words after it on its line is inline. */
function rawEnd(line: Line): RegExp | undefined {
  if (line.next !== 60 /* < */) return undefined;
  const rest = line.text.slice(line.pos);
  const end = rawEnds.find(([start]) => start.test(rest))?.[1];
  const match = end?.exec(rest);
  return match && rest.slice(match.index + match[0].length).trim() !== '' ? undefined : end;
}

/** The lines of colons around a div: `::: {.callout-note title="..."}`. */
function fencedDivs(): MarkdownConfig {
  const isFence = (line: Line) => line.next === 58 /* : */ && /^:{3,}/.test(line.text.slice(line.pos, line.pos + 3));
  return {
    defineNodes: [{ name: 'DivFence', block: true }],
    parseBlock: [
      {
        name: 'DivFence',
        parse: (cx, line) => {
          if (!isFence(line)) return false;
          cx.addElement(cx.elt('DivFence', cx.lineStart + line.pos, cx.lineStart + line.text.length));
          cx.nextLine();
          return true;
        },
        endLeaf: (_, line) => isFence(line),
      },
    ],
  };
}

/** `[^1]: text` and `:   text`, each with what is indented below it. */
function footnotesAndDefinitions(): MarkdownConfig {
  const marker = (line: Line) => /^(?:\[\^[^\]\s]+\]:|:(?=[ \t]))[ \t]*/.exec(line.text.slice(line.pos))?.[0];
  const starts = (line: Line) => (line.next === 91 /* [ */ || line.next === 58) && marker(line) !== undefined;
  return {
    defineNodes: [
      {
        name: 'Indented',
        block: true,
        composite: (_, line, indent) => {
          if (line.pos >= line.text.length) return true;
          if (line.indent < line.baseIndent + indent) return false;
          line.moveBaseColumn(line.baseIndent + indent);
          return true;
        },
      },
      { name: 'IndentedMark', block: true },
    ],
    parseBlock: [
      {
        name: 'Indented',
        before: 'IndentedCode',
        parse: (cx, line) => {
          const mark = line.indent < line.baseIndent + 4 ? marker(line) : undefined;
          if (mark === undefined || !starts(line)) return false;
          const from = line.pos;
          cx.startComposite('Indented', from, continuationIndent);
          cx.addElement(cx.elt('IndentedMark', cx.lineStart + from, cx.lineStart + from + mark.trimEnd().length));
          line.moveBase(from + mark.length);
          return null;
        },
        endLeaf: (_, line) => starts(line),
      },
    ],
  };
}

/** `$x$` and `$$x$$` by pandoc's rules: no space inside the dollars, no digit after the last. */
export function math(): MarkdownConfig {
  // Where a block is known to hold no closing dollar after a place, so that `$1 and $2 and ...` is read once.
  const hopeless = new WeakMap<InlineContext, number>();
  return {
    defineNodes: ['Math'],
    parseInline: [
      {
        name: 'Math',
        before: 'Escape',
        parse: (cx, next, pos) => {
          if (next !== 36 /* $ */ || pos >= (hopeless.get(cx) ?? Infinity)) return -1;
          const text = cx.text;
          const end = mathEnd(text, pos - cx.offset);
          if (end !== undefined) return cx.addElement(cx.elt('Math', pos, cx.offset + end));
          if (text[pos - cx.offset + 1] !== '$' && !/\s/.test(text[pos - cx.offset + 1] ?? ' ')) hopeless.set(cx, pos);
          return -1;
        },
      },
    ],
  };
}

function mathEnd(text: string, start: number): number | undefined {
  if (text.startsWith('$$', start)) {
    const end = text.indexOf('$$', start + 2);
    return end < 0 ? undefined : end + 2;
  }
  if (/\s/.test(text[start + 1] ?? ' ')) return undefined;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '$' && !/\s/.test(text[at - 1] ?? ' ') && !/\d/.test(text[at + 1] ?? '')) return at + 1;
  }
  return undefined;
}
