import { cslTypes, dateVariables, nameVariables } from '../formats/cslTypes';
import type { CslItem } from '../library/record';

/** Long, and shown by hardly any style: left out, since the engine copies every item for every citation. */
const ballast = new Set(['abstract', 'keyword', 'custom', 'categories', 'references', 'annote']);

/**
 * An item as the citation engine can take it. citeproc-js throws on values of another kind than CSL's (a list as
 * `language`, a number as `title`), so everything is brought into that shape or left out.
 * @param id the id that the engine knows it by
 * @param keepsAll whether the style shows abstracts and the like
 */
export function engineItem(item: CslItem, id: string, keepsAll = false): Readonly<Record<string, unknown>> {
  const clean: Record<string, unknown> = { id, type: cslTypes.has(item.type) ? item.type : 'document' };
  for (const [key, value] of Object.entries(item)) {
    if (key === 'id' || key === 'type' || key === '__proto__' || (!keepsAll && ballast.has(key))) continue;
    const kept = nameVariables.has(key) ? nameList(value) : dateVariables.has(key) ? date(value) : key === 'title' ? title(value) : text(value);
    if (kept !== undefined) clean[key] = kept;
  }
  return clean;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (!Array.isArray(value)) return undefined;
  return text(value.map(text).filter((part) => part !== undefined).join(', '));
}

/** Without the full stop that some sources end titles with, which would stand before a comma in `... necrosis.,`. */
function title(value: unknown): string | undefined {
  return text(value)?.replace(/(\p{Ll}{4})\.$/u, '$1');
}

function nameList(value: unknown): readonly object[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const kept = list.map(name).filter((one) => one !== undefined);
  return kept.length > 0 ? kept : undefined;
}

function name(value: unknown): object | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : { literal: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const clean: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const kept = text(part);
    if (kept !== undefined) clean[key] = kept;
    else if (part === true) clean[key] = true;
  }
  if (clean['family'] === undefined && clean['literal'] === undefined) {
    return clean['given'] === undefined ? undefined : { literal: clean['given'] };
  }
  return clean;
}

function date(value: unknown): object | undefined {
  if (typeof value === 'string' || typeof value === 'number') return dateText(String(value));
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': parts, literal, raw, season, circa } = value as Readonly<Record<string, unknown>>;
  const clean = dateParts(parts) ?? dateText(text(raw) ?? '') ?? literalDate(text(literal));
  if (!clean) return undefined;
  const part = text(season);
  return { ...clean, ...(part !== undefined && { season: part }), ...((circa === true || circa === 1) && { circa: true }) };
}

/** `2016`, `2016-05-26`, `2016-05-26T10:30:00Z`, `2016-05-26/2016-06-01` (EDTF); anything else is shown as it stands. */
function dateText(value: string): object | undefined {
  const ends = value.trim().replace(/(?<=\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)?$/, '').split('/');
  const parts = ends.map((end) => /^-?\d{1,4}(?:-\d{1,2}){0,2}$/.test(end) && end.split(/(?<=\d)-/).map(Number));
  return ends.length <= 2 && parts.every((part) => part !== false) ? dateParts(parts) : literalDate(value.trim());
}

function literalDate(value: string | undefined): object | undefined {
  return value === undefined || value === '' ? undefined : { literal: value };
}

function dateParts(value: unknown): object | undefined {
  if (!Array.isArray(value)) return undefined;
  const ends = value.filter(Array.isArray).map((end) => {
    const numbers = end.slice(0, 3).map((part) => Math.trunc(Number(part)));
    const stop = numbers.findIndex((number) => !Number.isFinite(number) || number === 0);
    return stop < 0 ? numbers : numbers.slice(0, stop);
  });
  const kept = ends.slice(0, 2).filter((end) => end.length > 0);
  return kept.length > 0 ? { 'date-parts': kept } : undefined;
}
