import type { TermAnswers } from './defineTerm';

/** A concept that a command is given, and the workspace folder whose terms it is of, where that is known. */
export interface GivenConcept {
  readonly id: string;
  readonly name: string;
  readonly folder?: string;
}

/** @returns the concept that a row, a link or a key binding gives a command; undefined where it gives none */
export function givenConcept(given: unknown): GivenConcept | undefined {
  const { concept, folder } = fieldsOf(given);
  const { id, name } = fieldsOf(concept ?? given);
  if (typeof id !== 'string') return undefined;
  return { id, name: typeof name === 'string' ? name : id, ...(typeof folder === 'string' && { folder }) };
}

/** @returns what a row or a key binding answers of what the user would be asked of a term */
export function givenAnswers(given: unknown): TermAnswers {
  const concept = givenConcept(fieldsOf(given)['concept']);
  if (concept) return { name: concept.name, meaning: concept.id };
  const { name, meaning } = fieldsOf(given);
  return { ...(typeof name === 'string' && { name }), ...((typeof meaning === 'string' || meaning === null) && { meaning }) };
}

function fieldsOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
