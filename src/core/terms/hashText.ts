import { hashOf } from './wordTable';

/** A text in few signs that any file may be named with (FNV-1a, 32 bits twice over). */
export function hashText(text: string): string {
  const half = (part: string): string => (hashOf(part, 0, part.length) >>> 0).toString(16).padStart(8, '0');
  return half(text) + half(`2${text}`);
}
