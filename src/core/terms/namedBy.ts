import type { FoundConcept } from './conceptSearch';
import type { Recogniser } from './recognition/recogniser';
import { Fit, fitWeight } from './store/nameSearch';

/**
 * The concepts that a query names as a text would, in a spelling that their names need not have: `carcinomas`, `α-fetoprotein`,
 * `carcinoma of the breast`, `breast and ovarian cancer`.
 *
 * @returns what the whole of it may mean; a name as it is written counts for more
 */
export function namedBy(query: string, recogniser: Pick<Recogniser, 'recognise'>): FoundConcept[] {
  const words = query.trim();
  const whole = recogniser.recognise(words).filter(({ start, end }) => start === 0 && end === words.length);
  return whole.flatMap(({ concepts }) => concepts).map((concept) => ({ concept, name: concept.name, score: (Fit.Whole + Fit.Other) * fitWeight + Math.min(words.length, fitWeight - 1) }));
}
