import { Lines } from '../../lines';
import type { Problem } from '../../problems/problem';
import { problem } from '../../problems/problem';
import type { LineRange } from '../../text';
import type { Day } from '../checks/check';
import { checkText, type PlacedFinding } from '../checks/checkText';
import { recordPlaces } from '../recordPlaces';
import type { BibliographyWork } from './bibliographyWork';

/** Something wrong in a bibliography, at its place in lines; some of it was found by a check of a record's fields. */
export type PlacedProblem = PlacedFinding | { readonly problem: Problem; readonly range?: LineRange; readonly key?: undefined };

/** Larger texts (characters) are not checked field by field, since who types meanwhile would wait for the answers. */
const largestChecked = 5_000_000;

/** The Problems view takes no more from one file. */
const mostProblems = 1000;

const weight = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** Finds where in the files of open bibliographies things stand, and what is wrong there. */
export class BibliographyPlaces {
  constructor(private readonly bibliographies: BibliographyWork) {}

  /** @returns where a record's citekey stands, or the record where it has none; undefined where that can't be told */
  async record(uri: string, key: string): Promise<LineRange['start'] | undefined> {
    const known = await this.bibliographies.text(uri);
    const places = known?.format === undefined ? [] : recordPlaces(known.text, known.format);
    const [found] = await this.bibliographies.find([uri], [key]);
    const place = places.find((one) => one.key === found?.record.id);
    return known && place && new Lines(known.text).at((place.keySpan ?? place.span).start);
  }

  /**
   * @param today the host's, which dates are checked by
   * @returns what is wrong in the file, the worst first where there is too much of it: what could not be read, citekeys
   *   that several records have, and what the checks of fields find
   */
  async problems(uri: string, today: Day): Promise<PlacedProblem[]> {
    const found = await this.bibliographies.problems(uri);
    const known = await this.bibliographies.text(uri);
    if (!known || known.text.length > largestChecked) return foremost(placed(found, known?.text ?? ''));
    const all = [...found, ...sharedKeys(known, uri)];
    const count = this.bibliographies.count(uri);
    const records = await this.bibliographies.records(uri, Array.from({ length: count }, (_, index) => index));
    const checked = known.format === undefined ? [] : checkText(known.text, known.format, records.flatMap((record) => record ?? []), today);
    return foremost([...placed(all, known.text), ...checked]);
  }
}

/** Of records with one key the last counts for pandoc, so each of them is told. */
function sharedKeys({ text, format }: { readonly text: string; readonly format: string | undefined }, uri: string): Problem[] {
  const places = format === undefined ? [] : recordPlaces(text, format).filter(({ keySpan }) => keySpan);
  const counts = new Map<string, number>();
  for (const { key } of places) counts.set(key, (counts.get(key) ?? 0) + 1);
  const other = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return places
    .filter(({ key }) => (counts.get(key) ?? 0) > 1)
    .map(({ key, keySpan }) => problem('citekey-duplicate', 'error', { id: key, other }, keySpan));
}

function placed(problems: readonly Problem[], text: string): PlacedProblem[] {
  const lines = problems.some(({ span }) => span) ? new Lines(text) : undefined;
  return problems.map((one) => (one.span && lines ? { problem: one, range: { start: lines.at(one.span.start), end: lines.at(one.span.end) } } : { problem: one }));
}

function foremost(problems: readonly PlacedProblem[]): PlacedProblem[] {
  if (problems.length <= mostProblems) return [...problems];
  return problems.toSorted((one, other) => weight[one.problem.severity] - weight[other.problem.severity]).slice(0, mostProblems);
}
