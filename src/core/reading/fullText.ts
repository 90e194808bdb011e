import { decode } from '../formats/decode';
import { parseNote } from '../notes/parseNote';
import { type Problem, problem } from '../problems/problem';
import type { Span } from '../text';
import type { ReadableBlock, ReadableText, TextRun } from './readable';
import { readHtml } from './readHtml';
import type { ReadingPage } from './readingPage';
import { isJats, readJats } from './readJats';
import { xmlFault } from './xmlFault';

/** Larger files are no article (bytes). */
const largest = 20_000_000;

/** Texts that an editor shows as they are. */
const plainName = /\.(?:md|markdown|qmd|txt)$/i;
const htmlName = /\.x?html?$/i;
const xmlName = /\.n?xml$/i;

/** Whether a file's name is that of a text to read as it is. */
export function isPlainText(name: string): boolean {
  return plainName.test(name);
}

/** Whether a file's name is that of a text that is read without its markup: HTML, and XML that may be JATS. */
export function isMarkupText(name: string): boolean {
  return htmlName.test(name) || xmlName.test(name);
}

/** A full text's file as it can be read. Without `page` it cannot, and a problem says why. */
export interface FullTextReading {
  readonly page?: ReadingPage;
  readonly problems: readonly Problem[];
  /** What the problems' spans are offsets of. */
  readonly source?: string;
}

/**
 * Reads a full text: HTML or JATS without its markup, of which nothing is loaded and nothing runs.
 *
 * @param name the file's, which annotations on it name
 * @param content its bytes, or its text where that is known
 */
export function readMarkupText(name: string, content: Uint8Array | string): FullTextReading {
  const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decode(content, largest);
  if (text === undefined) return { problems };
  const jats = isJats(text);
  if (xmlName.test(name) && !jats) return { problems: [problem('full-text-not-jats', 'information', {})], source: text };
  const read = jats ? readJats(text) : readHtml(text);
  const found = [...problems, ...(jats ? faultIn(text) : []), ...unclosedIn(text, read), ...depthOf(read)];
  if (read.text.trim() === '') found.push(problem('full-text-empty', 'warning', {}));
  return { page: pageOf(name, read), problems: found, source: text };
}

/** The running words of a page, for terms to be found in: without what it refers to at its end. */
export function runningWords({ text, headings }: ReadingPage): string {
  const references = headings.findLast(({ span }) => /^(?:references|bibliography|literature(?: cited)?)\.?$/i.test(text.slice(span.start, span.end)));
  return text.slice(0, references?.span.start);
}

/**
 * The same of a text that is read as it is: of Markdown the prose.
 * @returns undefined where it is no text
 */
export function wordsOfPlainText(name: string, content: Uint8Array | string): string | undefined {
  const text = typeof content === 'string' ? content : decode(content, largest).text;
  if (text === undefined || /\.txt$/i.test(name)) return text;
  return parseNote(text).prose.map(({ start, end }) => text.slice(start, end)).join('\n');
}

function pageOf(source: string, { text, blocks }: ReadableText): ReadingPage {
  const runs = blocks.flatMap(placedRuns);
  const links = runs.flatMap(({ span, href }) => (href === undefined || href.startsWith('#') ? [] : [{ span, target: href }]));
  const looks = runs.flatMap(({ span, marks }) => (['italic', 'bold'] as const).filter((look) => marks.includes(look)).map((look) => ({ look, span })));
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ level = 2, span }) => ({ level, span }));
  return { text, headings, links, looks, parts: [{ source, span: { start: 0, end: text.length } }] };
}

function placedRuns({ runs, span }: ReadableBlock): (TextRun & { readonly span: Span })[] {
  let start = span.start;
  return runs.map((run) => {
    const placed = { start, end: start + run.text.length };
    start = placed.end;
    return { ...run, span: placed };
  });
}

function faultIn(text: string): Problem[] {
  const fault = xmlFault(text);
  return fault ? [problem('xml-syntax', 'warning', { detail: fault.detail }, { start: Math.max(0, fault.at - 1), end: fault.at })] : [];
}

/** An element whose text is passed over and that never ends takes all that follows with it. */
function unclosedIn(text: string, { unclosed }: ReadableText): Problem[] {
  if (unclosed === undefined) return [];
  const lower = text.toLowerCase();
  const start = Math.max(0, lower.indexOf(`<${unclosed}`, lower.lastIndexOf(`</${unclosed}`) + 1));
  return [problem('full-text-unclosed', 'warning', { element: unclosed }, { start, end: start + unclosed.length + 1 })];
}

function depthOf({ isCut }: ReadableText): Problem[] {
  return isCut ? [problem('full-text-too-deep', 'warning', {})] : [];
}
