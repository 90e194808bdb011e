import { isObject } from '../../core/formats/plainValue';
import { nameLabel } from '../../core/library/display';
import type { CslDate, CslName } from '../../core/library/record';

const longest = 160;

/** @returns a field's value in one line, as people read it: names, dates, texts; empty where there is none */
export function fieldText(value: unknown): string {
  const text = words(value).replace(/\s+/g, ' ').trim();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function words(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.every(isObject) ? value.map((name) => nameText(name as CslName)).join('; ') : value.map(words).join(', ');
  const date = value as CslDate;
  const parts = date['date-parts']?.map((each) => each.join('-')).join('/');
  return parts ?? date.literal ?? date.raw ?? JSON.stringify(value);
}

function nameText(name: CslName): string {
  const label = nameLabel(name);
  return name.family ? [label, name.given].filter(Boolean).join(', ') : label || JSON.stringify(name);
}
