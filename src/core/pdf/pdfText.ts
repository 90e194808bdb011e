import type { Rectangle } from '../annotating/annotation';
import type { Span } from '../text';
import { joinRectangles } from './joinRectangles';

/** A piece of a page's text as PDF.js gives it. */
export interface PdfTextItem {
  readonly str: string;
  /** From the font's own space to the page's: `[a, b, c, d, x, y]`, the place that of the base line's beginning. */
  readonly transform: readonly number[];
  /** Along the line, in points. */
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  /** `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
}

/** How far letters reach below the base line and above it, in parts of a line's height. */
const descent = 0.22;
const ascent = 0.85;

/** @returns the text of a page, with a line break where PDF.js tells of one; offsets in it are those of positions */
export function textOf(items: readonly PdfTextItem[]): string {
  return items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
}

/**
 * Finds the text that boxes cover. PDF.js does not tell where each letter of a piece stands, so this is right to a letter or two.
 * @returns the stretch from the first letter whose middle is covered to the last; undefined where none is
 */
export function spanUnder(items: readonly PdfTextItem[], boxes: readonly Rectangle[]): Span | undefined {
  let start: number | undefined;
  let end = 0;
  let at = 0;
  for (const item of items) {
    const places = placesOf(item);
    for (let index = 0; index < item.str.length; index += 1) {
      const middle = ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;
      if (item.str.charAt(index).trim() === '' || !boxes.some((box) => isInside(pointOf(item, middle, (ascent - descent) / 2), box))) continue;
      start ??= at + index;
      end = at + index + 1;
    }
    at += item.str.length + Number(item.hasEOL);
  }
  return start === undefined ? undefined : { start, end };
}

/** @returns the boxes around a stretch of a page's text, one a line, as nearly as `spanUnder` */
export function boxesOf(items: readonly PdfTextItem[], { start, end }: Span): Rectangle[] {
  const boxes: Rectangle[] = [];
  let at = 0;
  for (const item of items) {
    const { length } = item.str;
    const from = Math.max(0, start - at);
    const to = Math.min(length, end - at);
    if (from < to) {
      const places = placesOf(item);
      const corners = [places[from] ?? 0, places[to] ?? 0].flatMap((along) => [pointOf(item, along, -descent), pointOf(item, along, ascent)]);
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    }
    at += length + Number(item.hasEOL);
  }
  return joinRectangles(boxes);
}

/** Where each letter of a piece begins along its line, and where the last ends, in points. */
function placesOf({ str, width, dir }: PdfTextItem): number[] {
  const places = [0];
  for (const sign of str.split('')) places.push((places.at(-1) ?? 0) + weightOf(sign));
  const whole = places.at(-1) || 1;
  const along = places.map((place) => (place / whole) * width);
  return dir === 'rtl' ? along.map((place) => width - place) : along;
}

/** How wide the signs from the space to `~` are, in hundredths of the font's size: the middle of Times and Helvetica. */
const widths = [
  26, 31, 38, 53, 53, 86, 72, 19, 33, 33, 44, 57, 26, 33, 26, 28, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 28, 28, 57, 57, 57, 50,
  97, 69, 67, 69, 72, 64, 58, 75, 72, 31, 44, 69, 58, 86, 72, 75, 61, 75, 69, 61, 61, 72, 69, 94, 69, 69, 61, 31, 28, 31, 47, 53,
  33, 50, 53, 47, 53, 50, 31, 53, 53, 25, 25, 50, 25, 81, 53, 53, 53, 53, 33, 44, 28, 53, 50, 72, 50, 50, 47, 41, 23, 41, 56,
];
const otherWidth = 50;

function weightOf(sign: string): number {
  return widths[sign.charCodeAt(0) - 32] ?? otherWidth;
}

/** @param up from the base line, in parts of the height */
function pointOf({ transform, height }: PdfTextItem, along: number, up: number): readonly [x: number, y: number] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const [right, above] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const high = height || above;
  return [x + (a / right) * along + (c / above) * up * high, y + (b / right) * along + (d / above) * up * high];
}

function isInside([x, y]: readonly [x: number, y: number], [left, bottom, right, top]: Rectangle): boolean {
  return left <= x && x <= right && bottom <= y && y <= top;
}
