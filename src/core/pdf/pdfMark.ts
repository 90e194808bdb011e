import { isObject } from '../formats/plainValue';
import { contextLength, type Rectangle } from '../annotating/annotation';
import { isColor, type Meaning } from '../annotating/meaning';
import type { Span } from '../text';

/** Words of a PDF's page, and where they stand. */
export interface PdfPassage {
  /** Counted from 1. */
  readonly page: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where they begin in the text of all pages; undefined where the pages before were not all read. */
  readonly start?: number;
  /** In PDF points from the page's lower left. */
  readonly rectangles: readonly Rectangle[];
}

/**
 * @param text of the page
 * @param span of the words in it; without one the passage is a place on the page, or all of it
 * @param before where the page's text begins in that of all pages; undefined where that is not known
 */
export function passageAt(text: string, span: Span | undefined, page: number, rectangles: readonly Rectangle[], before: number | undefined): PdfPassage {
  if (!span) return { page, exact: '', prefix: '', suffix: '', rectangles };
  const { start, end } = span;
  return {
    page, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - contextLength), start), suffix: text.slice(end, end + contextLength), rectangles,
    ...(before !== undefined && { start: before + start }),
  };
}

/** What is said of a passage. */
export interface PdfRemark {
  readonly meaning?: string;
  readonly comment?: string;
  readonly tags: readonly string[];
  readonly underlined: boolean;
}

/** A mark on a PDF's page, as its page draws it. */
export interface PdfMark extends PdfRemark {
  readonly id: string;
  readonly passage: PdfPassage;
  /** As `#rrggbb`. */
  readonly color: string;
}

/** Longer texts than this (signs) nobody selects to mark them, or writes in a comment. */
const longest = 100_000;
const mostRectangles = 2000;
const mostTags = 200;

/** @returns the passage that a message holds; undefined where it holds none */
export function readPassage(value: unknown): PdfPassage | undefined {
  if (!isObject(value)) return undefined;
  const { page, exact, prefix, suffix, start, rectangles } = value;
  if (!isWhole(page) || page < 1 || !isText(exact) || !isText(prefix) || !isText(suffix)) return undefined;
  if (!Array.isArray(rectangles) || rectangles.length > mostRectangles || !rectangles.every(isRectangle)) return undefined;
  return { page, exact, prefix, suffix, rectangles, ...(isWhole(start) && { start }) };
}

/** @returns the remark that a message holds; undefined where it holds none */
export function readRemark(value: unknown): PdfRemark | undefined {
  if (!isObject(value)) return undefined;
  const { meaning, comment, tags, underlined } = value;
  if (!Array.isArray(tags) || tags.length > mostTags || !tags.every(isText) || typeof underlined !== 'boolean') return undefined;
  return { tags, underlined, ...(isText(meaning) && { meaning }), ...(isText(comment) && { comment }) };
}

/** @returns the marks that a message holds, those left out that are none */
export function readMarks(value: unknown): PdfMark[] {
  return (Array.isArray(value) ? value : []).flatMap((item: unknown) => {
    if (!isObject(item) || !isText(item.id) || !isColor(item.color)) return [];
    const passage = readPassage(item.passage);
    const remark = readRemark(item);
    return passage && remark ? [{ id: item.id, color: item.color, passage, ...remark }] : [];
  });
}

/** @returns the meanings that a message holds, those left out that are none */
export function readMeanings(value: unknown): Meaning[] {
  return (Array.isArray(value) ? value : []).flatMap((item: unknown) => (isObject(item) && isText(item.name) && isColor(item.color) ? [{ name: item.name, color: item.color }] : []));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRectangle(value: unknown): value is Rectangle {
  return Array.isArray(value) && value.length === 4 && value.every((each) => Number.isFinite(each));
}
