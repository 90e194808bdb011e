import { listParts } from '../../formats/bibtexNames';
import { hasBareQuote, inQuotes } from './bibtexStyle';

/**
 * A new value in the style of the one that it takes the place of.
 *
 * @param old with its braces or quotes
 * @param value as the writer has it: in braces, or a bare number or macro
 * @param before what the writer would have made of the old value, if that is known
 * @param quotes whether the entry has most of its values in quotes
 */
export function valueLike(old: string, value: string, before: string | undefined, quotes: boolean): string {
  const isBraced = value.startsWith('{');
  const inner = isBraced ? value.slice(1, -1) : value;
  const mark = old.charAt(0);
  if (!isBraced && !/^\d+$/.test(value)) {
    return value;
  }
  if (/^\d+$/.test(old) && /^\d+$/.test(inner)) {
    return inner;
  }
  const oldInner = wholeInner(old);
  const kept = oldInner === undefined ? inner : keptProtection(oldInner, keptParts(oldInner, inner, before?.slice(1, -1)));
  const isDouble = oldInner !== undefined && isOneGroup(oldInner) && before !== undefined && !isOneGroup(before.slice(1, -1)) && !kept.includes(' and ');
  const braced = isDouble ? `{{${kept}}}` : `{${kept}}`;
  return mark === '"' || (mark !== '{' && quotes) ? inQuotes(braced) : braced;
}

/** What stands in the braces or quotes; undefined where the value is a macro, a number, or joined of parts. */
export function wholeInner(value: string): string | undefined {
  if (value.startsWith('{') && isOneGroup(value)) {
    return value.slice(1, -1);
  }
  return /^"[^]*"$/.test(value) && !hasBareQuote(value.slice(1, -1)) ? value.slice(1, -1) : undefined;
}

/** Whether one pair of braces stands around it all. */
function isOneGroup(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) {
    return false;
  }
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return false;
  }
  return depth === 1;
}

/** Names that stay are left as they were written: `M{\"u}ller, J.` */
function keptParts(old: string, inner: string, before: string | undefined): string {
  const oldParts = listParts(old);
  const beforeParts = before === undefined ? [] : listParts(before);
  if (oldParts.length < 2 && !inner.includes(' and ')) {
    return inner;
  }
  if (oldParts.length !== beforeParts.length) {
    return inner;
  }
  const written = new Map(beforeParts.map((part, index) => [part, oldParts[index] ?? part]));
  return listParts(inner).map((part) => written.get(part) ?? part).join(' and ');
}

/** Words whose capitals are protected stay so: `{DNA}`. */
function keptProtection(old: string, inner: string): string {
  let kept = inner;
  if (inner.includes(' and ')) {
    return inner; // perhaps names, which braces would make one
  }
  for (const [group, word = ''] of old.matchAll(/(?<![\\\w}])\{([A-Za-z0-9][\w-]{0,40})\}(?![\w{])/g)) {
    if (/[A-Z]/.test(word) && !kept.includes(group)) kept = kept.replace(new RegExp(`(?<![\\\\\\w{-])${word}(?![\\w}-])`), group);
  }
  return kept;
}
