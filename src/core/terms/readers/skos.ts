import type { Quad } from 'n3';
import { problem } from '../../problems/problem';
import type { SynonymScope } from './conceptSink';
import { type GatheredConcept, GatheredConcepts, nameOf } from './gathered';
import type { KnownPart } from './knownPart';
import { normalCurie } from './normalCurie';
import { OntologyHead } from './ontologyHead';
import type { ReadingRun } from './readingRun';
import { readTurtle } from './turtleBlocks';

/** Names by the ends of their properties' addresses, SKOS's and OBO's; `name` is the preferred one. */
const nameProperties: Readonly<Record<string, SynonymScope | 'name'>> = {
  prefLabel: 'name', label: 'name', altLabel: 'exact', hiddenLabel: 'exact', hasExactSynonym: 'exact', hasNarrowSynonym: 'narrow', hasBroadSynonym: 'broad', hasRelatedSynonym: 'related',
  IAO_0000118: 'exact', alternative: 'exact',
};
const definitionProperties = new Set(['definition', 'IAO_0000115']);
const broaderProperties = new Set(['broader', 'broaderGeneric', 'broaderPartitive', 'broaderInstantial', 'subClassOf']);
const matchProperties = new Set(['exactMatch', 'hasDbXref', 'sameAs', 'equivalentClass']);
const replacedProperties = new Set(['IAO_0100001', 'isReplacedBy', 'replacedBy']);
const conceptTypes = new Set(['Concept', 'Class', 'Collection']);
const headTypes = new Set(['ConceptScheme', 'Ontology']);

/**
 * SKOS, and ontologies with RDF's own labels, in Turtle or N-Triples. Statements on a concept may stand anywhere, so all
 * concepts are in memory until the last is read. Of labels, those in one language, and those in none.
 */
export async function readSkos(parts: readonly KnownPart[], run: ReadingRun): Promise<void> {
  const reader = new SkosReader(run);
  const language = run.options.language ?? 'en';
  for (const part of parts) await reader.read(part, language);
  const [only, another] = reader.languages;
  if (reader.isWithoutNames && only !== undefined && (another !== undefined || run.options.language !== undefined)) {
    run.tell(problem('language-missing', 'error', { language, languages: [...reader.languages].slice(0, 30).join(', ') }), parts[0]?.name);
  } else if (reader.isWithoutNames && only !== undefined) {
    // A terminology in one language that is not English: nobody has to say which.
    const again = new SkosReader(run);
    for (const part of parts) await again.read(part, only);
    again.finish(parts[0]?.name ?? '');
    return;
  }
  reader.finish(parts[0]?.name ?? '');
}

interface SkosConcept extends GatheredConcept {
  isConcept?: boolean;
  isLabelled?: boolean;
  replacedBy?: string[];
  relations?: { type: string; target: string }[];
}

class SkosReader {
  readonly languages = new Set<string>();
  isWithoutNames = true;
  private language = 'en';
  private readonly concepts = new GatheredConcepts();
  private readonly head: OntologyHead;
  private readonly heads = new Set<string>();
  /** Properties of what is not known to be a terminology's head yet. */
  private readonly headProperties = new Map<string, [property: string, value: string][]>();
  /** SKOS-XL: labels that are nodes, by their names, and whose they are. */
  private readonly labels = new Map<string, string>();
  private readonly labelled: [concept: string, scope: SynonymScope | 'name', label: string][] = [];
  private prefixes: ReadonlyMap<string, string> = new Map();

  constructor(private readonly run: ReadingRun) {
    this.head = new OntologyHead(run);
  }

  async read(part: KnownPart, language: string): Promise<void> {
    this.language = language;
    this.prefixes = new Map([...this.prefixes, ...(await readTurtle(part, this.run, (quads) => quads.forEach((quad) => this.take(quad))))]);
  }

  finish(part: string): void {
    for (const [concept, scope, label] of this.labelled) {
      const text = this.labels.get(label);
      if (text !== undefined) this.addName(this.at(concept), scope, text, this.language);
    }
    for (const iri of this.heads) {
      this.head.takeId(iri);
      for (const [property, value] of this.headProperties.get(iri) ?? []) this.head.takeProperty(property, value);
    }
    this.head.finish();
    for (const [iri, concept] of this.concepts.entries() as Iterable<[string, SkosConcept]>) {
      // What only another concept speaks of, and the terminology itself.
      if (this.heads.has(iri) || (!concept.isConcept && concept.name === '') || (concept.name === '' && concept.synonyms.length === 0 && !concept.obsolete)) continue;
      this.pass(iri, concept, part);
    }
  }

  private pass(iri: string, concept: SkosConcept, part: string): void {
    const curies = (iris: readonly string[] | undefined): string[] => (iris ?? []).map((one) => this.curie(one));
    const relations = concept.relations?.map(({ type, target }) => ({ type, target: this.curie(target) }));
    this.run.gate.pass(
      {
        id: this.curie(iri), name: nameOf(concept), synonyms: concept.synonyms, definition: concept.definitions[0], xrefs: concept.xrefs, broader: curies(concept.broader), relations,
        obsolete: concept.obsolete, replacedBy: curies(concept.replacedBy),
      },
      { part, line: 0 },
    );
  }

  private take({ subject, predicate, object }: Quad): void {
    const property = end(predicate.value);
    const node = subject.value;
    if (object.termType === 'Literal') this.takeLiteral(node, property, predicate.value, object.value, object.language.toLowerCase());
    else this.takeLink(node, property, predicate.value, object.value, object.termType === 'NamedNode');
  }

  private takeLiteral(node: string, property: string, predicate: string, value: string, language: string): void {
    if (headProperty.test(predicate)) this.addHeadProperty(node, predicate, value);
    if (property === 'literalForm') {
      if (this.isOurs(language)) this.labels.set(node, value);
      return;
    }
    const scope = Object.hasOwn(nameProperties, property) ? nameProperties[property] : undefined;
    if (scope !== undefined) {
      if (language !== '') this.languages.add(language);
      if (this.isOurs(language)) this.addName(this.at(node), scope, value, language);
    } else if (definitionProperties.has(property) && this.isOurs(language)) this.at(node).definitions.push(value);
    else if (property === 'deprecated' && value === 'true') this.at(node).obsolete = true;
    else if (matchProperties.has(property)) this.addXref(node, value);
    else if (property === 'replacedBy' || property === 'IAO_0100001') (this.at(node).replacedBy ??= []).push(value);
  }

  private takeLink(node: string, property: string, predicate: string, value: string, isNamed: boolean): void {
    if (property === 'type' && headTypes.has(end(value))) this.heads.add(node);
    else if (property === 'type' && conceptTypes.has(end(value))) this.at(node).isConcept = true;
    else if (headProperty.test(predicate)) this.addHeadProperty(node, predicate, value);
    else if (!isNamed && !Object.hasOwn(nameProperties, property)) return;
    else if (broaderProperties.has(property)) this.at(node).broader.push(value);
    else if (property === 'narrower') this.at(value).broader.push(node);
    else if (matchProperties.has(property)) this.addXref(node, value);
    else if (replacedProperties.has(property)) (this.at(node).replacedBy ??= []).push(value);
    else if (property === 'related') (this.at(node).relations ??= []).push({ type: 'related to', target: value });
    else if (Object.hasOwn(nameProperties, property)) this.labelled.push([node, nameProperties[property] ?? 'exact', value]);
  }

  /** The first preferred name in the language itself counts; another one, or one without a language, is a synonym beside it. */
  private addName(concept: SkosConcept, scope: SynonymScope | 'name', text: string, language: string): void {
    if (scope !== 'name') {
      concept.synonyms.push({ text, scope });
      return;
    }
    this.isWithoutNames = false;
    const isBetter = concept.name === '' || (!concept.isLabelled && language !== '');
    if (isBetter && concept.name !== '') concept.synonyms.push({ text: concept.name, scope: 'exact' });
    if (isBetter) concept.name = text;
    else concept.synonyms.push({ text, scope: 'exact' });
    concept.isLabelled = concept.isLabelled === true || language !== '';
  }

  private addXref(node: string, value: string): void {
    const curie = normalCurie(value);
    if (curie !== undefined) this.at(node).xrefs.push(curie);
  }

  private addHeadProperty(node: string, property: string, value: string): void {
    const known = this.headProperties.get(node);
    if (known) known.push([property, value]);
    else if (this.headProperties.size < 1000 || this.heads.has(node)) this.headProperties.set(node, [[property, value]]);
  }

  private isOurs(language: string): boolean {
    return language === '' || language === this.language || language.startsWith(`${this.language}-`);
  }

  private at(node: string): SkosConcept {
    return this.concepts.at(node, 0);
  }

  /** `HP:0001974`; with a prefix that the file declares for what has no CURIE that is known; else the address. */
  private curie(iri: string): string {
    const known = normalCurie(iri);
    if (known !== undefined) return known;
    for (const [prefix, start] of this.prefixes) {
      if (prefix !== '' && start !== '' && iri.startsWith(start) && iri.length > start.length) return `${prefix}:${iri.slice(start.length)}`;
    }
    return iri;
  }
}

const headProperty = /[/#](?:licen[sc]e|title|versionInfo|versionIRI|rights|label|comment)$/;

function end(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
}
