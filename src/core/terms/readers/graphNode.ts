import type { ConceptDraft, DraftName } from './conceptGate';
import type { ConceptRelation, SynonymScope } from './conceptSink';
import { conceptCurie, normalCurie } from './normalCurie';
import { isWithdrawn } from './oboStanza';

type Json = Readonly<Record<string, unknown>>;

const scopes: Readonly<Record<string, SynonymScope>> = {
  hasExactSynonym: 'exact', hasNarrowSynonym: 'narrow', hasBroadSynonym: 'broad', hasRelatedSynonym: 'related',
};

/** Their "definition" is a gene's full name, as converters put it there: HGNC has no definitions. */
const namedByDefinition = new Set(['HGNC']);

/** A node of an OBO graph: a concept, or a property that relates concepts. */
export interface GraphNode {
  readonly id: string;
  readonly label: string;
  /** `CLASS`, `PROPERTY`, `INDIVIDUAL`; older documents may leave it out. */
  readonly type: string | undefined;
  readonly meta: Json;
}

/** @returns undefined for what is no node */
export function graphNode(json: unknown): GraphNode | undefined {
  if (!isObject(json) || typeof json.id !== 'string' || json.id === '') return undefined;
  return { id: json.id, label: textOf(json.lbl) ?? '', type: textOf(json.type), meta: isObject(json.meta) ? json.meta : {} };
}

export interface GraphEdge {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** @returns undefined for what is no edge */
export function graphEdge(json: unknown): GraphEdge | undefined {
  if (!isObject(json)) return undefined;
  const [subject, predicate, object] = [textOf(json.sub) ?? textOf(json.subj), textOf(json.pred), textOf(json.obj)];
  return subject !== undefined && predicate !== undefined && object !== undefined ? { subject, predicate, object } : undefined;
}

/** @returns properties of a node or a graph, as `[property, value]` */
export function graphProperties(meta: Json): (readonly [property: string, value: string])[] {
  const all = listOf(meta.basicPropertyValues).filter(isObject);
  return all.flatMap(({ pred, val }) => (typeof pred === 'string' && typeof val === 'string' ? [[pred, val] as const] : []));
}

export function isObsolete({ meta }: GraphNode): boolean {
  return meta.deprecated === true;
}

/** A concept of a graph, to which the edges add what they say. */
export interface GraphDraft extends ConceptDraft {
  readonly types: string[];
  broader: readonly string[];
  relations: readonly ConceptRelation[];
  /** Ids that the concept has taken the place of. */
  readonly alternatives: readonly string[];
}

/**
 * @param id the node's, as a CURIE
 * @param isAbbreviation whether a synonym's type is that of short forms
 * @returns what a node says of its concept
 */
export function nodeDraft(node: GraphNode, id: string, isAbbreviation: (type: string) => boolean): GraphDraft {
  const { meta } = node;
  const lists: Lists = { xrefs: [], types: [], replacedBy: [], consider: [], alternatives: [] };
  const synonyms: DraftName[] = [];
  for (const synonym of listOf(meta.synonyms)) takeSynonym(synonyms, synonym, isAbbreviation);
  for (const xref of listOf(meta.xrefs)) if (isObject(xref)) addCurie(lists.xrefs, xref.val);
  for (const property of listOf(meta.basicPropertyValues)) if (isObject(property)) takeProperty(lists, property.pred, property.val);
  const definition = isObject(meta.definition) ? textOf(meta.definition.val) : undefined;
  const isName = definition !== undefined && namedByDefinition.has(id.slice(0, id.indexOf(':')));
  if (isName) synonyms.push({ text: definition, scope: 'exact' });
  return {
    id, name: node.label, synonyms, definition: isName ? undefined : definition, types: lists.types, xrefs: lists.xrefs, broader: [], relations: [],
    obsolete: isObsolete(node), replacedBy: lists.replacedBy.concat(lists.consider), alternatives: lists.alternatives,
  };
}

interface Lists {
  readonly xrefs: string[];
  readonly types: string[];
  readonly replacedBy: string[];
  readonly consider: string[];
  readonly alternatives: string[];
}

function takeProperty(lists: Lists, property: unknown, value: unknown): void {
  if (typeof property !== 'string' || typeof value !== 'string') return;
  if (property.endsWith('IAO_0100001')) lists.replacedBy.push(conceptCurie(value)); // term replaced by
  else if (property.endsWith('#consider')) lists.consider.push(conceptCurie(value));
  else if (property.endsWith('#hasAlternativeId')) lists.alternatives.push(conceptCurie(value));
  else if (property.endsWith('#exactMatch')) addCurie(lists.xrefs, value);
  else if (property.endsWith('NCIT_P106') || property.endsWith('Semantic_Type')) lists.types.push(value);
}

function takeSynonym(synonyms: DraftName[], synonym: unknown, isAbbreviation: (type: string) => boolean): void {
  if (!isObject(synonym) || typeof synonym.val !== 'string') return;
  const { pred, synonymType } = synonym;
  const relation = typeof pred === 'string' ? pred.slice(Math.max(pred.lastIndexOf('/'), pred.lastIndexOf('#')) + 1) : '';
  const type = typeof synonymType === 'string' ? synonymType : '';
  const scope = isWithdrawn(type) || !Object.hasOwn(scopes, relation) ? 'related' : (scopes[relation] ?? 'related');
  synonyms.push({ text: synonym.val, scope, abbreviation: type !== '' && isAbbreviation(type) });
}

function addCurie(list: string[], reference: unknown): void {
  const curie = typeof reference === 'string' ? normalCurie(reference) : undefined;
  if (curie !== undefined) list.push(curie);
}

export function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function textOf(json: unknown): string | undefined {
  return typeof json === 'string' && json !== '' ? json : undefined;
}
