import { detectFormat, readText } from '../../formats/registry';
import type { CheckCode } from '../../problems/checkProblems';
import type { Span } from '../../text';
import type { TextEdit } from '../edit/textEdit';
import { editBibliography } from '../editBibliography';
import type { RecordChange } from '../edit/recordChange';
import type { CslItem } from '../record';
import type { Day } from './check';
import { checkRecord } from './checks';
import { PlacesInText } from './placesInText';

/** What to put right in a text. */
export interface FixRequest {
  readonly code: CheckCode;
  readonly today: Day;
  /** One finding; without it all of the kind. */
  readonly only?: { readonly key: string; readonly variable: string; readonly near?: Span };
}

/** No record has more of one mistake than can be mended in so many steps. */
const mostSteps = 100;

/**
 * The edits that put findings right in a text as it stands now, which may have changed since they were found.
 * @param format a format's id; without one the content tells
 * @returns in the order of the text; none where nothing of the kind is there any more, or the format can't be changed
 */
export function fixEdits(text: string, format: string | undefined, request: FixRequest): readonly TextEdit[] {
  const formatId = format ?? detectFormat(text)?.id;
  if (formatId === undefined) return [];
  const places = new PlacesInText(text, formatId);
  const changes = readText(text, formatId).records.flatMap((record, at): RecordChange[] => {
    if (request.only && request.only.key !== record.id) return [];
    const variables = mended(record, request);
    if (!variables) return [];
    const near = places.record(record.id, at)?.span ?? request.only?.near;
    return [{ kind: 'set', key: record.id, variables, ...(near && { near }) }];
  });
  return changes.length === 0 ? [] : (editBibliography(text, formatId, changes) ?? []);
}

/** The new values of a record's variables; undefined where nothing is to be mended. Mending one mistake may show the next. */
function mended(record: CslItem, { code, only, today }: FixRequest): Readonly<Record<string, unknown>> | undefined {
  const context = { today, off: new Set<never>() };
  let variables: Readonly<Record<string, unknown>> | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const found = checkRecord({ ...record, ...variables }, context).find(
      ({ problem, fix, variable }) => problem.code === code && fix !== undefined && (only === undefined || variable === only.variable),
    );
    if (!found?.fix) return variables;
    variables = { ...variables, ...found.fix.variables };
  }
  return variables;
}
