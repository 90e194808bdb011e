import type { TagAt, TaggedForm } from './tagged';

/** Lines such as `AU Chen, YM` and a lone `ER`: a known tag of two signs at the line's beginning, then a space or nothing. */
export function twoLetterTag(known: ReadonlySet<string>): TaggedForm['tagAt'] {
  const names = new Map([...known].map((name) => [name.charCodeAt(0) * 128 + name.charCodeAt(1), name]));
  return (text: string, start: number, end: number, found: TagAt): boolean => {
    const first = text.charCodeAt(start);
    if (end - start < 2 || first < 65 || first > 90) return false;
    const after = text.charCodeAt(start + 2);
    const name = start + 2 >= end || after === 32 || after === 13 || after === 9 ? names.get(first * 128 + text.charCodeAt(start + 1)) : undefined;
    if (name === undefined) return false;
    found.tag = name;
    found.valueAt = Math.min(start + 3, end);
    return true;
  };
}
