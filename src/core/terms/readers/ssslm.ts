import { problem } from '../../problems/problem';
import type { SynonymScope } from './conceptSink';
import { GatheredConcepts } from './gathered';
import { conceptCurie } from './normalCurie';
import { abbreviationType } from './obo';
import type { ReadingRun } from './readingRun';
import { eachRow } from './tableRows';
import type { TerminologyPart } from './terminologyPart';

const scopes: readonly (readonly [RegExp, SynonymScope])[] = [[/exact/i, 'exact'], [/narrow/i, 'narrow'], [/broad/i, 'broad']];

/**
 * SSSLM, the Simple Standard for Sharing Literal Mappings (Hoyt 2025): a row for each name, with `text`, `curie`, and mostly
 * `name` (the concept's), `predicate`, `type`, `language`.
 */
export async function readSsslm(parts: readonly TerminologyPart[], run: ReadingRun): Promise<void> {
  const language = run.options.language ?? 'en';
  for (const part of parts) {
    const concepts = new GatheredConcepts();
    let columns: ReadonlyMap<string, number> | undefined;
    await eachRow(part, run, { delimiter: '\t', quotes: true }, (fields, line) => {
      if (!columns) {
        columns = new Map(fields.map((field, index) => [field.trim().toLowerCase(), index]));
        return;
      }
      const field = (name: string): string => fields[columns?.get(name) ?? -1] ?? '';
      if (field('language') !== '' && !field('language').toLowerCase().startsWith(language)) return;
      const id = conceptCurie(field('curie'));
      if (id === '') {
        run.tell(problem('concept-without-id', 'warning', { name: field('text').slice(0, 80) }), part.name, line);
        return;
      }
      const concept = concepts.at(id, line);
      const isLabel = /label/i.test(field('predicate'));
      concept.name ||= field('name') || (isLabel ? field('text') : '');
      const scope = isLabel ? 'exact' : (scopes.find(([form]) => form.test(field('predicate')))?.[1] ?? 'related');
      concept.synonyms.push({ text: field('text'), scope, abbreviation: field('type') !== '' && abbreviationType.test(field('type')) });
    });
    concepts.pass(run, part.name);
  }
}
