import type { TagAt, TaggedForm } from './tagged';

/** Lines such as `AU Chen, YM` and a lone `ER`: a known tag of two signs at the line's beginning, then a space or nothing. */
export function twoLetterTag(known: ReadonlySet<string>): TaggedForm['tagAt'] {
  return (text: string, start: number, end: number): TagAt | undefined => {
    const after = text.charCodeAt(start + 2);
    const isTag = end - start >= 2 && (start + 2 >= end || after === 32 || after === 13 || after === 9) && isCapital(text.charCodeAt(start)) && isSign(text.charCodeAt(start + 1));
    const tag = isTag ? text.slice(start, start + 2) : '';
    return known.has(tag) ? { tag, valueAt: Math.min(start + 3, end) } : undefined;
  };
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isSign(code: number): boolean {
  return isCapital(code) || (code >= 48 && code <= 57);
}
