import type { Rectangle } from '../annotating/annotation';
import type { ForeignKind } from './foreignAnnotation';

/** How an annotation is to look on its page. */
export interface Look {
  readonly kind: ForeignKind;
  /** Red, green and blue, each from 0 to 1. */
  readonly color: readonly [number, number, number];
  /** Its lines' boxes as the page lies unturned. */
  readonly boxes: readonly Rectangle[];
  /** How far the page is turned clockwise when it is seen, in degrees. */
  readonly rotation: number;
}

/** What draws it: PDF's operators, within a box of the page. */
export interface Appearance {
  readonly content: string;
  readonly box: Rectangle;
  readonly resources: Readonly<Record<string, unknown>>;
}

/** Lines under or through words, in parts of the words' height. */
const lineWidth = 0.07;

/** @returns the corners of each line, the upper ones first as they are seen: the order that all readers take, against the specification's own */
export function quadsOf({ boxes, rotation }: Look): number[] {
  return boxes.flatMap((box) => cornersOf(box, rotation));
}

/** @returns what draws the annotation where a reader does not do so by itself */
export function appearanceOf(look: Look): Appearance {
  const { kind, color, boxes } = look;
  const [first = [0, 0, 0, 0]] = boxes;
  const box = boxes.reduce((all, each) => [Math.min(all[0], each[0]), Math.min(all[1], each[1]), Math.max(all[2], each[2]), Math.max(all[3], each[3])] as const, first);
  if (kind === 'note') return { content: noteDrawing(box, color), box, resources: {} };
  if (kind === 'highlight') {
    const areas = boxes.map(([left, bottom, right, top]) => `${numbers(left, bottom, right - left, top - bottom)} re f`);
    // What is under the colour shows through it.
    return { content: [`/Multiply gs ${numbers(...color)} rg`, ...areas].join('\n'), box, resources: { ExtGState: { Multiply: { Type: 'ExtGState', BM: 'Multiply' } } } };
  }
  const lines = boxes.map((each) => line(each, look, kind === 'strikeout' ? 0.45 : 0.05));
  return { content: [`${numbers(...color)} RG`, ...lines].join('\n'), box, resources: {} };
}

/** @param up from the words' lower edge, in parts of their height */
function line(box: Rectangle, { rotation }: Look, up: number): string {
  const [, , , , x1 = 0, y1 = 0, x2 = 0, y2 = 0] = cornersOf(box, rotation);
  const [x3 = 0, y3 = 0] = cornersOf(box, rotation);
  const [dx, dy] = [(x3 - x1) * up, (y3 - y1) * up];
  return `${numbers(Math.hypot(x3 - x1, y3 - y1) * lineWidth)} w ${numbers(x1 + dx, y1 + dy)} m ${numbers(x2 + dx, y2 + dy)} l S`;
}

/** Upper left, upper right, lower left, lower right, as the words are read: on a page that was turned by mistake, not as it is seen. */
function cornersOf([left, bottom, right, top]: Rectangle, rotation: number): number[] {
  const isAlong = right - left > top - bottom;
  switch (isAlong && (rotation === 90 || rotation === 270) ? 0 : rotation) {
    case 90: return [left, bottom, left, top, right, bottom, right, top];
    case 180: return [right, bottom, left, bottom, right, top, left, top];
    case 270: return [right, top, right, bottom, left, top, left, bottom];
    default: return [left, top, right, top, left, bottom, right, bottom];
  }
}

/** A sheet with three lines on it. */
function noteDrawing([left, bottom, right, top]: Rectangle, color: Look['color']): string {
  const height = top - bottom;
  const lines = [0.3, 0.5, 0.7].map((up) => `${numbers(left + 4, bottom + up * height)} m ${numbers(right - 4, bottom + up * height)} l S`);
  return [`${numbers(...color)} rg 0 0 0 RG 1 w`, `${numbers(left + 1, bottom + 1, right - left - 2, height - 2)} re B`, ...lines].join('\n');
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 1000) / 1000)).join(' ');
}
