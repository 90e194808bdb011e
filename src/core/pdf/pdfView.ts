import { isObject } from '../formats/plainValue';

/** How a PDF was last looked at. */
export interface PdfView {
  /** Counted from 1. */
  readonly page: number;
  /** The place on the page at the upper left, in PDF points from its lower left. */
  readonly left: number;
  readonly top: number;
  /** A factor as text, or `page-width`, `page-fit` or `auto`. */
  readonly scale: string;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  readonly sidebar?: PdfSidebar;
  /** Whether pages are shown dark; where it was not chosen, as the colour theme is. */
  readonly dark?: boolean;
}

/** What the side bar shows. */
export type PdfSidebar = 'outline' | 'pages' | 'marks';

const sidebars: readonly unknown[] = ['outline', 'pages', 'marks'] satisfies PdfSidebar[];
const namedScales = ['page-width', 'page-fit', 'page-actual', 'auto'];

/** @returns the view that a message or a store holds; undefined where it is none */
export function readPdfView(value: unknown): PdfView | undefined {
  if (!isObject(value)) return undefined;
  const { page, left, top, scale, rotation, sidebar, dark } = value;
  if (!isCount(page) || !isFinite(left) || !isFinite(top) || typeof scale !== 'string' || !isScale(scale)) return undefined;
  if (rotation !== 0 && rotation !== 90 && rotation !== 180 && rotation !== 270) return undefined;
  return {
    page, left, top, scale, rotation,
    ...(sidebars.includes(sidebar) && { sidebar: sidebar as PdfSidebar }),
    ...(typeof dark === 'boolean' && { dark }),
  };
}

function isScale(scale: string): boolean {
  const factor = Number(scale);
  return namedScales.includes(scale) || (factor >= 0.05 && factor <= 20);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}
