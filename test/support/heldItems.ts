import { serialNumbers, wholeDoi } from '../../src/core/formats/doi';
import { languageTag } from '../../src/core/formats/languages';
import { fullPages } from '../../src/core/formats/pages';
import type { CslDate, CslItem, CslName } from '../../src/core/library/record';
import { keywordsOf } from '../../src/core/library/subjects';

/** What a tagged format can hold of an item, in one form, so that two can be compared: `risWrite` and `nbibWrite` say what that is. */
export interface Holding {
  /** Types that come back; of others only that there is one. */
  readonly types: ReadonlySet<string>;
  readonly texts: (item: CslItem) => readonly string[];
  readonly names: (item: CslItem) => readonly string[];
  readonly name: (name: CslName) => string;
  readonly dates: readonly string[];
}

/** The variables of an item that a format can hold, each as one text without what the format cannot tell apart. */
export function held(item: CslItem, holding: Holding): Record<string, string> {
  const found: Record<string, string> = {};
  const put = (variable: string, text: string): void => {
    if (text !== '') found[variable] = text;
  };
  put('type', holding.types.has(item.type) ? item.type : '');
  for (const variable of holding.texts(item)) {
    const value = item[variable];
    if (typeof value === 'string' || typeof value === 'number') put(variable, textIn(variable, String(value), item));
  }
  for (const variable of holding.names(item)) put(variable, ((item[variable] ?? []) as readonly CslName[]).map(holding.name).filter(Boolean).join(' | '));
  for (const variable of holding.dates) put(variable, heldDate(item[variable] as CslDate | undefined, variable));
  return found;
}

function textIn(variable: string, value: string, item: CslItem): string {
  if (variable === 'keyword') return [...new Set(keywordsOf(item).map((word) => word.replace(/\*/g, '').trim()).filter(Boolean))].join(', ');
  if (variable === 'page') return fullPages(value).replace(/^([^-]+)-\1$/, '$1');
  if (variable === 'ISSN' || variable === 'ISBN') return (serialNumbers(value)[variable] ?? '').replace(/[- ]/g, '');
  if (variable === 'language') return languageTag(value);
  if (variable === 'URL') return value.split(/;\s+http/)[0] ?? '';
  if (variable === 'DOI') return wholeDoi(value);
  return value.replace(/\s+/g, ' ').trim().replace(/ : /g, ': ').replace(/^\[([^[\]]+)\]\.?$/, '$1').replace(/\.$/, '');
}

/** A date of figures as one text; nothing where there are none. */
export function heldDate(date: CslDate | undefined, variable: string): string {
  const parts = date?.['date-parts'] ?? [];
  // Years are of four figures in both formats' specifications.
  if (parts.some(([year = 0, month = 1]) => year < 1000 || year > 9999 || month > 12)) return '';
  const isRange = variable !== 'accessed' && parts[1]?.join('-') !== parts[0]?.join('-');
  const list = isRange ? parts : parts.slice(0, 1);
  return list.length === 0 ? '' : `${list.map((part) => part.join('-')).join('/')}${date?.season === undefined || variable === 'accessed' ? '' : ` ${date.season}`}`;
}
