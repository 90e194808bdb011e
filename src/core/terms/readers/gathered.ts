import type { DraftName } from './conceptGate';
import type { ReadingRun } from './readingRun';

/** A concept that is put together from several rows. */
export interface GatheredConcept {
  readonly line: number;
  name: string;
  readonly synonyms: DraftName[];
  readonly definitions: string[];
  readonly types: string[];
  readonly xrefs: string[];
  readonly broader: string[];
  obsolete: boolean;
}

/** Concepts of tables whose rows may stand in any order, all in memory until the last. */
export class GatheredConcepts {
  private readonly byId = new Map<string, GatheredConcept>();

  /** The concept of an id, begun with the line it is met in first. */
  at(id: string, line: number): GatheredConcept {
    const known = this.byId.get(id);
    if (known) return known;
    const concept: GatheredConcept = { line, name: '', synonyms: [], definitions: [], types: [], xrefs: [], broader: [], obsolete: false };
    this.byId.set(id, concept);
    return concept;
  }

  entries(): Iterable<[string, GatheredConcept]> {
    return this.byId;
  }

  /** Hands all to the gate. */
  pass(run: ReadingRun, part: string): void {
    for (const [id, concept] of this.byId) {
      run.gate.pass({ ...concept, id, name: nameOf(concept), definition: concept.definitions[0] }, { part, line: concept.line });
    }
  }
}

/** A concept's name; one that is named nowhere is called by its first exact synonym. */
export function nameOf({ name, synonyms }: GatheredConcept): string {
  return name || ((synonyms.find(({ scope, abbreviation }) => scope === 'exact' && !abbreviation) ?? synonyms[0])?.text ?? '');
}
