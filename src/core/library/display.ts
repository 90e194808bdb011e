import type { CslItem, CslName } from './record';

/** The authors as a citation names them: `Chen`, `Chen & Wang`, `Chen et al.`; editors where there are no authors. */
export function authorLabel(record: CslItem): string {
  const labels: string[] = [];
  for (const name of namesOf(record)) {
    const label = nameLabel(name);
    if (label !== '' && labels.push(label) > 2) break;
  }
  const [first = '', second, third] = labels;
  if (second === undefined) {
    return first;
  }
  return third === undefined ? `${first} & ${second}` : `${first} et al.`;
}

/** A name's short form: the family name with its particle (`van der Berg`), or the institution. */
export function nameLabel(name: CslName): string {
  const particle = name['non-dropping-particle'];
  const family = particle ? [particle, name.family].filter(Boolean).join(' ') : name.family;
  return family || name.literal || name.given || '';
}

/** A name with all its parts in the order in which it is spoken: `Jan van der Berg`, but for what comes after a family name. */
export function spokenName(name: CslName): string {
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.literal].filter(Boolean).join(' ');
}

/** The year, `1995`; `1995–1996` for a range; the date's own words where it has no year; empty without a date. */
export function yearOf(record: CslItem): string {
  const issued = record.issued;
  const dates = issued?.['date-parts'] ?? [];
  const [start, end] = dates.length === 1 ? (dates[0] ?? []).slice(0, 1) : dates.map((parts) => parts[0]).filter((year) => year !== undefined);
  if (start === undefined) {
    return issued?.literal ?? issued?.raw ?? '';
  }
  return end === undefined || end === start ? yearText(start) : `${yearText(start)}–${yearText(end)}`;
}

/** Where it was published, in plain text: `Japanese Journal of Clinical Oncology (4), 168–172`. */
export function sourceLine(record: CslItem): string {
  const issue = record.issue ? `(${record.issue})` : '';
  const numbers = record.volume ? `${record.volume}${issue}` : issue;
  const place = record['container-title'] ?? record.publisher ?? '';
  const pages = record.page?.replace(/(?<=\w)-(?=\w)/g, '–') ?? record.number ?? '';
  return [[place, numbers].filter(Boolean).join(' '), pages].filter(Boolean).join(', ');
}

/** Every name of a record that stands for it: its authors, else its editors. */
export function namesOf(record: CslItem): readonly CslName[] {
  return nonEmpty(record.author) ?? nonEmpty(record.editor) ?? [];
}

function nonEmpty(names: readonly CslName[] | undefined): readonly CslName[] | undefined {
  return names && names.length > 0 ? names : undefined;
}

function yearText(year: number): string {
  return year < 0 ? `${-year} BC` : String(year);
}
