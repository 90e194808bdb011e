import type { Rectangle } from '../annotating/annotation';

/** Boxes of words on one line overlap by at least this share of the lower one's height. */
const sameLine = 0.5;

/** Further apart than so many heights of a line, words of one line are in two columns. */
const widestGap = 1.5;

/**
 * Makes one box of those that stand beside each other on a line, and leaves out empty ones.
 * @param boxes in the order of the text
 * @returns the boxes, rounded to hundredths of a point
 */
export function joinRectangles(boxes: readonly Rectangle[]): Rectangle[] {
  const joined: Rectangle[] = [];
  for (const box of boxes) {
    const [left, bottom, right, top] = box;
    if (right - left <= 0 || top - bottom <= 0) continue;
    const last = joined.at(-1);
    if (last && areBeside(last, box)) joined[joined.length - 1] = [Math.min(last[0], left), Math.min(last[1], bottom), Math.max(last[2], right), Math.max(last[3], top)];
    else joined.push(box);
  }
  return joined.map(([left, bottom, right, top]) => [hundredth(left), hundredth(bottom), hundredth(right), hundredth(top)]);
}

function areBeside(one: Rectangle, other: Rectangle): boolean {
  const lower = Math.min(one[3] - one[1], other[3] - other[1]);
  const overlap = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  const gap = Math.max(one[0], other[0]) - Math.min(one[2], other[2]);
  return overlap >= lower * sameLine && gap <= lower * widestGap;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
