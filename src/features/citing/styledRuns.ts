/** A stretch of rendered text that looks the same all through. */
export interface StyledRun {
  readonly text: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly script?: 'sup' | 'sub';
  /** Where a link leads. */
  readonly href?: string;
}

/** A rendered reference: the number that a numeric style sets before it (`1.`, `[1]`), and the rest. */
export interface StyledReference {
  readonly number: string;
  readonly runs: readonly StyledRun[];
}

type Look = Omit<StyledRun, 'text'>;

interface OpenTag extends Look {
  readonly name: string;
}

const plain: Look = { italic: false, bold: false };
const token = /<(\/?)([a-z]+)([^>]*)>|&(#?\w+);|[^<&]+|[<&]/gi;
const leftMargin = /<div class="csl-left-margin">([\s\S]*?)<\/div>/;
const blockTags = new Set(['div', 'br', 'p']);
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Reads the small HTML that a citation processor writes: italics, bold, raised and lowered text, links, and blocks, whose
 * borders become spaces. Any other tag is left out and its content kept.
 */
export function styledRuns(html: string): StyledRun[] {
  const runs: StyledRun[] = [];
  const open: OpenTag[] = [];
  for (const [text, slash, name = '', attributes = '', entity] of html.matchAll(token)) {
    const look = open.at(-1) ?? plain;
    if (!name) push(runs, entity === undefined ? text : decodeEntity(entity, text), look);
    else if (blockTags.has(name)) push(runs, ' ', plain);
    else if (slash) close(open, name);
    else open.push({ ...lookInside(look, name, attributes), name });
  }
  return trimmed(runs);
}

/** @returns a whole reference, its number apart */
export function styledReference(html: string): StyledReference {
  const margin = leftMargin.exec(html)?.[1];
  if (margin === undefined) return { number: '', runs: styledRuns(html) };
  return { number: plainText(styledRuns(margin)), runs: styledRuns(html.replace(leftMargin, '')) };
}

export function plainText(runs: readonly StyledRun[]): string {
  return runs.map(({ text }) => text).join('');
}

function lookInside(look: Look, name: string, attributes: string): Look {
  if (name === 'i' || name === 'em') return { ...look, italic: true };
  if (name === 'b' || name === 'strong') return { ...look, bold: true };
  const href = name === 'a' ? /\bhref="([^"]*)"/.exec(attributes)?.[1] : undefined;
  if (href !== undefined) return { ...look, href };
  if (name === 'sup' || name === 'sub') return { ...look, script: name };
  if (/font-style:\s*normal/.test(attributes)) return { ...look, italic: false };
  if (/font-weight:\s*normal/.test(attributes)) return { ...look, bold: false };
  if (/baseline/.test(attributes)) return { italic: look.italic, bold: look.bold, ...(look.href !== undefined && { href: look.href }) };
  return look;
}

/** A tag that was never closed inside another ends with it. */
function close(open: OpenTag[], name: string): void {
  const index = open.findLastIndex((tag) => tag.name === name);
  if (index >= 0) open.length = index;
}

function push(runs: StyledRun[], text: string, look: Look): void {
  const folded = text.replace(/[ \t\r\n]+/g, ' ');
  const last = runs.at(-1);
  const { italic, bold, script, href } = look;
  if (last && last.italic === italic && last.bold === bold && last.script === script && last.href === href) {
    runs[runs.length - 1] = { ...last, text: (last.text + folded).replace(/ {2,}/g, ' ') };
  } else if (folded) {
    runs.push({ text: folded, italic, bold, ...(script && { script }), ...(href !== undefined && { href }) });
  }
}

function trimmed(runs: readonly StyledRun[]): StyledRun[] {
  const last = runs.length - 1;
  return runs
    .map((run, index) => ({
      ...run,
      text: trimSide(trimSide(run.text, index === 0, /^ +/), index === last, / +$/),
    }))
    .filter(({ text }) => text !== '');
}

function trimSide(text: string, applies: boolean, side: RegExp): string {
  return applies ? text.replace(side, '') : text;
}

function decodeEntity(entity: string, whole: string): string {
  if (!entity.startsWith('#')) return named[entity] ?? whole;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
