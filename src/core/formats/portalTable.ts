/** A portal page's property table: what each label was followed by, one value a line. */
export interface PropertyTable {
  readonly values: ReadonlyMap<PropertyName, readonly string[]>;
  /** The table's lines: from the first label to the line after the last. */
  readonly start: number;
  readonly end: number;
}

export type PropertyName =
  | 'language' | 'number' | 'page' | 'number-of-pages' | 'journal' | 'volume' | 'issue' | 'available-date' | 'doi'
  | 'status' | 'isbn' | 'issn' | 'host' | 'host-subtitle' | 'editor' | 'publisher' | 'place' | 'series' | 'edition'
  | 'event' | 'event-place' | 'event-date' | 'genre' | 'institution' | 'other';

/** Labels that stand on no page but in a property table. */
const strongLabels: readonly (readonly [string, PropertyName])[] = [
  ['Original language', 'language'],
  ['Translated title of the contribution', 'other'],
  ['Pages (from-to)', 'page'],
  ['Number of pages', 'number-of-pages'],
  ['Article number', 'number'],
  ['Issue number', 'issue'],
  ['Publication status', 'status'],
  ['Early online date', 'available-date'],
  ['Title of host publication', 'host'],
  ['Subtitle of host publication', 'host-subtitle'],
  ['Externally published', 'other'],
  ['Place of Publication', 'place'],
  ['Electronic ISBNs', 'isbn'],
  ['Print ISBNs', 'isbn'],
  ['ISBN (Electronic)', 'isbn'],
  ['ISBN (Print)', 'isbn'],
  ['ISSN (Electronic)', 'issn'],
  ['ISSN (Print)', 'issn'],
  ['Awarding Institution', 'institution'],
  ['Qualification', 'genre'],
  ['Supervisors/Advisors', 'other'],
  ['Award date', 'status'],
  ['Peer-reviewed', 'other'],
  ['DOIs', 'doi'],
];

/** Common words, which count as labels only inside a table. */
const weakLabels: readonly (readonly [string, PropertyName])[] = [
  ['Journal', 'journal'], ['Volume', 'volume'], ['Issue', 'issue'], ['Pages', 'page'], ['State', 'status'],
  ['Publisher', 'publisher'], ['Editors', 'editor'], ['Editor', 'editor'], ['Edition', 'edition'], ['ISBNs', 'isbn'],
  ['ISBN', 'isbn'], ['ISSN', 'issn'], ['DOI', 'doi'], ['Event', 'event'], ['Conference', 'event'], ['City', 'event-place'],
  ['Period', 'event-date'], ['Country/Territory', 'other'], ['Country', 'other'], ['Abbreviated title', 'other'],
  ['Internet address', 'other'], ['Name', 'series'], ['Series', 'series'], ['No.', 'other'], ['Language', 'language'],
  ['Specialist publication', 'journal'], ['Newspaper', 'journal'], ['Supervisors', 'other'], ['Sponsors', 'other'],
  ['Number', 'issue'], ['Number of volumes', 'other'], ['Chapter', 'other'], ['Degree', 'genre'], ['Size', 'other'],
  ['Media of output', 'other'], ['Type', 'other'],
];

/** Headings that stand between the rows of one table. */
const innerHeading = /^(?:publication series|conference|series|event|bibliographical note)$/i;

/** Longest first: `Pages (from-to)` before `Pages`. */
const labels = [...strongLabels, ...weakLabels].toSorted(([a], [b]) => b.length - a.length);
const strong = new Set(strongLabels.map(([label]) => label));

interface Row {
  readonly label: string;
  readonly name: PropertyName;
  readonly value: string;
  /** Label and value are apart beyond doubt: by a tab or a bar. */
  readonly separated: boolean;
}

/** The property table in a page's lines; undefined where there is none. */
export function propertyTable(lines: readonly string[]): PropertyTable | undefined {
  const start = lines.findIndex((_, index) => begins(lines, index));
  if (start < 0) {
    return undefined;
  }
  const values = new Map<PropertyName, string[]>();
  let current: PropertyName | undefined;
  let open = false; // the label's value has yet to come
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const row = rowOf(line, true);
    if (row) {
      current = row.name;
      open = row.value === '';
      add(values, row.name, row.value);
      end = index + 1;
    } else if (isNothing(line) || innerHeading.test(line.trim())) {
      continue;
    } else if (current !== undefined && (open || continues(current, line))) {
      add(values, current, cells(line).join(' '));
      open = false;
      end = index + 1;
    } else {
      break;
    }
  }
  return { values, start, end };
}

/** Whether a line is a row of a table for sure: a telling label, a tab after it, or another row right below. */
function begins(lines: readonly string[], index: number): boolean {
  const row = rowOf(lines[index] ?? '', false);
  if (!row) {
    return false;
  }
  const published = row.name === 'status' && /^(?:Published|E-pub|Accepted|In press|Submitted)\b/i.test(row.value);
  const isTelling = strong.has(row.label) && (row.label !== 'Qualification' || row.separated);
  return isTelling || published || row.separated || rowOf(lines[index + 1] ?? '', false) !== undefined;
}

/** @param inside the line stands below a row, where `JournaleNeuro` and `Article numbere1024` can be nothing else */
function rowOf(line: string, inside: boolean): Row | undefined {
  const parts = cells(line);
  const [first = '', ...rest] = parts;
  for (const [label, name] of labels) {
    if (parts.length > 1 ? first === label || first === `${label}:` : false) {
      return { label, name, value: rest.join(' ').trim(), separated: true };
    }
    if (parts.length === 1 && first.startsWith(label) && (inside || fits(first.charAt(label.length), name))) {
      const value = first.slice(label.length).replace(/^\s*:/, '').trim();
      return { label, name, value, separated: line.includes('|') || line.includes('\t') };
    }
  }
  return undefined;
}

/** What may follow a label that no separator ends: `Volume68`, `JournalGut`, `Journal Gut`; not `Journals`. */
function fits(next: string, name: PropertyName): boolean {
  return next === '' || /[\s:]/.test(next) || !/[a-z,;.'’-]/.test(next) || name === 'doi';
}

function cells(line: string): string[] {
  const text = line.trim();
  if (text.includes('|') && /^\||\|$/.test(text)) {
    return text.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  }
  const parts = text.split(/\t+| \| /).map((cell) => cell.trim());
  return parts.filter((part, index) => part !== '' || index === 0);
}

/** Blank lines, and Markdown's `|---|---|`. */
function isNothing(line: string): boolean {
  return /^[\s|:-]*$/.test(line);
}

/** Values of several lines: addresses under `DOIs`, `Duration: …` under `Event`, further ISBNs. */
function continues(name: PropertyName, line: string): boolean {
  const text = line.trim();
  if (name === 'doi') {
    return /^(?:https?:\/\/|doi:|10\.\d{4,})/i.test(text);
  }
  return (name === 'event' && /^Duration\b/i.test(text)) || (name === 'isbn' && /^[\d -]{10,}X?$/.test(text));
}

function add(values: Map<PropertyName, string[]>, name: PropertyName, value: string): void {
  if (value === '' || (name === 'event' && /^Duration\b/i.test(value))) {
    if (value !== '') add(values, 'event-date', value.replace(/^Duration:?\s*/i, ''));
    return;
  }
  const list = values.get(name);
  if (list) list.push(value);
  else values.set(name, [value]);
}
