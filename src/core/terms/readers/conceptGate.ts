import { problem } from '../../problems/problem';
import type { ConceptRelation, ConceptSink, InexactName, SourceConcept, SynonymScope } from './conceptSink';
import { IdTable } from './idTable';
import type { Line, ProblemLog } from './problemLog';
import type { TerminologyCounts } from './readTerminology';

/** Signs of a name; the longest of the large terminologies' (chemicals' systematic names) have about 500. */
export const nameLimit = 2000;
/** Signs of a definition. */
const definitionLimit = 50_000;
/** Names, relations and the like of one concept. */
const listLimit = 20_000;

/** A name as a reader finds it, its white space as it stands. */
export interface DraftName {
  readonly text: string;
  readonly scope: SynonymScope;
  readonly abbreviation?: boolean;
}

/** A concept as a reader finds it: names may stand twice, be too long, or be missing. */
export interface ConceptDraft {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly DraftName[];
  readonly definition?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly xrefs?: readonly string[] | undefined;
  readonly broader?: readonly string[] | undefined;
  readonly relations?: readonly ConceptRelation[] | undefined;
  readonly obsolete?: boolean | undefined;
  readonly replacedBy?: readonly string[] | undefined;
}

/** Where a draft comes from, for what has to be said about it. */
export interface DraftPlace {
  readonly part: string;
  readonly line: Line;
}

/** Lets concepts through to the sink: tidied, each id once, counted. */
export class ConceptGate {
  /** All ids that were met, those of parents included. */
  readonly ids = new IdTable();
  private readonly passed: Uint8Array[] = [];
  private readonly prefixes = new Map<string, number>();
  private readonly counted = { concepts: 0, obsolete: 0, names: 0, inexact: 0, definitions: 0 };

  constructor(
    private readonly sink: ConceptSink,
    private readonly log: ProblemLog,
  ) {}

  get counts(): TerminologyCounts {
    return { ...this.counted };
  }

  /** The prefix that most ids have: `HP`. */
  get mainPrefix(): string | undefined {
    return [...this.prefixes].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  has(id: string): boolean {
    const number = this.ids.find(id);
    return number >= 0 && this.isPassed(number);
  }

  /** @returns whether the concept was let through */
  pass(draft: ConceptDraft, { part, line }: DraftPlace): boolean {
    const name = this.nameOf(draft, part, line);
    if (!isId(draft.id)) {
      this.log.tell(draft.id === '' ? problem('concept-without-id', 'warning', { name }) : problem('id-malformed', 'warning', { id: excerpt(draft.id) }), part, line);
      return false;
    }
    if (name === '' && !draft.obsolete) {
      this.log.tell(problem('concept-without-name', 'warning', { id: draft.id }), part, line);
      return false;
    }
    const number = this.ids.add(draft.id);
    if (this.isPassed(number)) {
      this.log.tell(problem('concept-duplicate', 'warning', { id: draft.id }), part, line);
      return false;
    }
    this.setPassed(number);
    const concept = this.tidied(draft, name, part, line);
    this.count(concept);
    this.sink.add(concept);
    return true;
  }

  private tidied(draft: ConceptDraft, name: string, part: string, line: Line): SourceConcept {
    const drafts = draft.synonyms.length > listLimit ? draft.synonyms.slice(0, listLimit) : draft.synonyms;
    const { synonyms, abbreviations, inexact } = drafts.length === 0 ? noNames : sorted(name, drafts, (text) => this.isNameTold(draft.id, text, part, line));
    // Set one by one rather than spread, which takes three times as long until it is compiled, and most files are read by then.
    const concept: { -readonly [Key in keyof SourceConcept]: SourceConcept[Key] } = {
      id: draft.id, name: name || draft.id, synonyms, abbreviations, inexact, types: distinct(draft.types), xrefs: distinct(draft.xrefs, draft.id), broader: distinct(draft.broader, draft.id),
      relations: draft.relations ?? [],
    };
    const definition = draft.definition === undefined ? undefined : this.definitionOf(draft.id, draft.definition, part, line);
    if (definition !== undefined) concept.definition = definition;
    if (draft.obsolete) {
      concept.obsolete = true;
      concept.replacedBy = distinct(draft.replacedBy, draft.id);
    }
    return concept;
  }

  private nameOf(draft: ConceptDraft, part: string, line: Line): string {
    const name = tidy(draft.name);
    if (name.length <= nameLimit) return name;
    this.log.tell(problem('concept-text-cut', 'warning', { id: excerpt(draft.id), limit: nameLimit }), part, line);
    return `${cut(name, nameLimit - 1)}…`;
  }

  private isNameTold(id: string, text: string, part: string, line: Line): boolean {
    if (text.length <= nameLimit) return true;
    this.log.tell(problem('name-too-long', 'warning', { id, name: excerpt(text), limit: nameLimit }), part, line);
    return false;
  }

  private definitionOf(id: string, text: string, part: string, line: Line): string | undefined {
    const definition = tidy(text);
    if (definition.length <= definitionLimit) return definition || undefined;
    this.log.tell(problem('concept-text-cut', 'warning', { id, limit: definitionLimit }), part, line);
    return `${cut(definition, definitionLimit - 1)}…`;
  }

  private count(concept: SourceConcept): void {
    const { counted } = this;
    if (concept.obsolete) {
      counted.obsolete += 1;
      return;
    }
    counted.concepts += 1;
    counted.names += 1 + concept.synonyms.length + concept.abbreviations.length;
    counted.inexact += concept.inexact.length;
    counted.definitions += concept.definition === undefined ? 0 : 1;
    const prefix = concept.id.slice(0, concept.id.indexOf(':'));
    this.prefixes.set(prefix, (this.prefixes.get(prefix) ?? 0) + 1);
  }

  private isPassed(number: number): boolean {
    return this.passed[number >> 16]?.[number & 0xffff] === 1;
  }

  private setPassed(number: number): void {
    for (let page = this.passed.length; page <= number >> 16; page += 1) this.passed.push(new Uint8Array(1 << 16));
    const page = this.passed[number >> 16];
    if (page) page[number & 0xffff] = 1;
  }
}

/** Names by what they are good for, none twice: of the same text, the nearest meaning counts. */
function sorted(
  name: string, drafts: readonly DraftName[], accept: (text: string) => boolean,
): Pick<SourceConcept, 'synonyms' | 'abbreviations' | 'inexact'> {
  const synonyms: string[] = [];
  const abbreviations: string[] = [];
  const inexact: InexactName[] = [];
  const seen = new Texts(name, drafts.length);
  let others = false;
  for (const { text, scope, abbreviation } of drafts) {
    if (scope !== 'exact') {
      others = true;
      continue;
    }
    const tidied = tidy(text);
    if (tidied !== '' && seen.isNew(tidied) && accept(tidied)) (abbreviation ? abbreviations : synonyms).push(tidied);
  }
  for (const { text, scope, abbreviation } of others ? drafts : []) {
    if (scope === 'exact') continue;
    const tidied = tidy(text);
    if (tidied !== '' && seen.isNew(tidied) && accept(tidied)) inexact.push({ name: tidied, scope, ...(abbreviation && { abbreviation: true as const }) });
  }
  return { synonyms, abbreviations, inexact };
}

const noNames = { synonyms: [], abbreviations: [], inexact: [] };

/** Texts that were met: few, as most concepts have, are compared one by one, which is faster than a set. */
class Texts {
  private readonly few: string[];
  private readonly many: Set<string> | undefined;

  constructor(first: string, expected: number) {
    this.few = [first];
    this.many = expected > 12 ? new Set(this.few) : undefined;
  }

  isNew(text: string): boolean {
    if (this.many ? this.many.has(text) : this.few.includes(text)) return false;
    if (this.many) this.many.add(text);
    else this.few.push(text);
    return true;
  }
}

/** `HP:0001974`; also an address where no CURIE is known for it. */
function isId(id: string): boolean {
  if (/^\w+:\w+$/.test(id)) return true;
  return id.length <= 500 && /^[^\s\x00-\x20:]+:[^\s\x00-\x20]+$/.test(id);
}

/** White space to single spaces, control characters away; most texts need nothing done, and to see that is faster. */
export function tidy(text: string): string {
  return /[^\S ]|\s{2}|^\s|\s$|[\x00-\x1f\x7f]/.test(text) ? text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '').replace(/\s+/g, ' ').trim() : text;
}

function distinct(texts: readonly string[] | undefined, other?: string): readonly string[] {
  if (!texts || texts.length === 0) return [];
  const [only] = texts;
  if (texts.length === 1) return only === other || only === '' ? [] : texts;
  return [...new Set(texts)].filter((text) => text !== other && text !== '').slice(0, listLimit);
}

/** The first signs of a text, no half of a surrogate pair at the end. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

function excerpt(text: string): string {
  return text.length > 60 ? `${cut(text, 59)}…` : text;
}
