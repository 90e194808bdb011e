import { problem } from '../../problems/problem';
import type { ConceptRelation } from './conceptSink';
import { type GraphEdge, graphEdge, graphNode, type GraphNode, graphProperties, isObject, isObsolete, nodeDraft } from './graphNode';
import { type GraphPart, GraphScanner } from './graphScanner';
import { GrowingInts } from './growing';
import { IdTable } from './idTable';
import { Links } from './links';
import { conceptCurie } from './normalCurie';
import { abbreviationType } from './obo';
import { OntologyHead } from './ontologyHead';
import { Outline } from './outline';
import type { Line } from './problemLog';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { textChunks, wholeText } from './textPieces';

/** Bytes of a document that is parsed as a whole, which takes two thirds of the time and several times the memory. */
const mostWhole = 256 * 1024 * 1024;
/** Ids that are remembered with their CURIEs. */
const mostRemembered = 100_000;
/** A prefix that so many of the first graph's concepts have is the ontology's own. */
const ownShare = 0.1;

/** Relations of the Relation Ontology that ontologies use without saying what they are called. */
const commonRelations: Readonly<Record<string, string>> = {
  BFO_0000050: 'part of', BFO_0000051: 'has part', BFO_0000062: 'preceded by', BFO_0000066: 'occurs in', RO_0000052: 'characteristic of', RO_0000053: 'has characteristic',
  RO_0001000: 'derives from', RO_0001025: 'located in', RO_0002100: 'has soma location', RO_0002104: 'has plasma membrane part', RO_0002131: 'overlaps', RO_0002150: 'continuous with',
  RO_0002160: 'only in taxon', RO_0002162: 'in taxon', RO_0002170: 'connected to', RO_0002200: 'has phenotype', RO_0002202: 'develops from', RO_0002211: 'regulates',
  RO_0002215: 'capable of', RO_0002216: 'capable of part of', RO_0002220: 'adjacent to', RO_0002233: 'has input', RO_0002234: 'has output', RO_0002451: 'transmitted by',
  RO_0004001: 'has material basis in gain of function germline mutation in', RO_0004003: 'has material basis in germline mutation in', RO_0004026: 'disease has location',
  RO_0004028: 'realized in response to', RO_0004029: 'disease has feature',
};

/** Calls back for what a document holds, each part as parsed JSON. */
type Each = (take: (part: GraphPart, json: unknown, line: Line) => void) => Promise<void>;

/**
 * OBO Graphs (JSON). Read twice: first who is below whom, then the concepts. Parsed whole up to a size; larger documents, and
 * those that are no valid JSON, are read node by node.
 */
export async function readOboGraphs(parts: readonly TerminologyPart[], run: ReadingRun): Promise<void> {
  for (const part of parts) {
    const reader = new GraphReader(part.name, run);
    const text = await wholeText(part, run, mostWhole);
    const whole = text === undefined ? undefined : parsed(text);
    if (text !== undefined && whole !== undefined) await reader.read(eachOf(whole, text), (id) => lineOf(text, `${id.replace(':', '_')}"`));
    else await reader.read(text === undefined ? scanned(part, run) : eachIn([text], part.name, run));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parts of a parsed document. */
function eachOf(whole: unknown, text: string): Each {
  const graphs = isObject(whole) && Array.isArray(whole.graphs) ? (whole.graphs as unknown[]).filter(isObject) : isObject(whole) ? [whole] : [];
  return (take) => {
    for (const graph of graphs) {
      take('graph', undefined, 0);
      take('id', graph.id, 0);
      take('meta', graph.meta, 0);
      for (const edge of Array.isArray(graph.edges) ? graph.edges : []) take('edge', edge, 0);
      for (const node of Array.isArray(graph.nodes) ? graph.nodes : []) take('node', node, () => (isObject(node) ? lineOf(text, JSON.stringify(node.id)) : undefined));
    }
    return Promise.resolve();
  };
}

/** The line that an id stands in first, which is in its node, or in an edge before that. */
function lineOf(text: string, id: string | undefined): number | undefined {
  const at = id === undefined ? -1 : text.indexOf(id);
  if (at < 0) return undefined;
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

/** The parts of a document that is read piece by piece, at each call anew. */
function scanned(part: TerminologyPart, run: ReadingRun): Each {
  return (take) => eachIn(textChunks(part, run), part.name, run)(take);
}

function eachIn(pieces: AsyncIterable<string> | Iterable<string>, part: string, run: ReadingRun): Each {
  return async (take) => {
    const tell = (detail: string, line: number): void => run.tell(problem('json-syntax', 'error', { detail }), part, line);
    const scanner: GraphScanner = new GraphScanner(
      (kind, json, place) => {
        try {
          take(kind, json === '' ? undefined : JSON.parse(json), kind === 'node' || kind === 'edge' ? scanner.lineOf(place) : 0);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          tell(error.message, scanner.lineOf(place));
        }
      },
      (place) => tell('a bracket is missing', scanner.lineOf(place)),
    );
    for await (const piece of pieces) scanner.push(piece);
    scanner.push('', true);
    if (!scanner.isClosed) run.tell(problem('text-incomplete', 'error', { detail: 'the JSON ends too soon' }), part, scanner.lineOf(Number.POSITIVE_INFINITY));
  };
}

class GraphReader {
  private readonly outline: Outline;
  private readonly head: OntologyHead;
  private readonly predicates = new IdTable();
  private readonly relations = { from: new GrowingInts(), to: new GrowingInts(), predicate: new GrowingInts() };
  private links: Links | undefined;
  /** Labels of properties, by their ids: `http://purl.obolibrary.org/obo/BFO_0000050`, `part of`. */
  private readonly labels = new Map<string, string>();
  private readonly prefixes = new Map<string, number>();
  private readonly abbreviations = new Map<string, boolean>();
  private readonly curies = new Map<string, string>();
  private hasTypes = false;

  constructor(private readonly part: string, private readonly run: ReadingRun) {
    this.outline = new Outline(run.gate.ids);
    this.head = new OntologyHead(run);
  }

  /** @param lineOfConcept finds a concept's line, where the document is at hand as a whole */
  async read(each: Each, lineOfConcept?: (id: string) => number | undefined): Promise<void> {
    await this.run.outline(() => this.readOutline(each));
    this.outline.finish(this.run.log, this.part, lineOfConcept);
    this.links = new Links(this.relations.from, this.relations.to, this.run.gate.ids.length);
    await this.readConcepts(each);
    this.head.finish();
  }

  private async readOutline(each: Each): Promise<void> {
    let graph = -1;
    await each((part, json, line) => {
      if (part === 'graph') graph += 1;
      else if (graph === 0 && part === 'id' && typeof json === 'string') this.head.takeId(json);
      else if (graph === 0 && part === 'meta' && isObject(json)) this.takeMeta(json);
      else if (part === 'node') this.outlineNode(graphNode(json), graph, line);
      else if (part === 'edge') this.outlineEdge(graphEdge(json));
    });
  }

  private takeMeta(meta: Readonly<Record<string, unknown>>): void {
    if (typeof meta.version === 'string') this.head.takeVersion(meta.version);
    for (const [property, value] of graphProperties(meta)) this.head.takeProperty(property, value);
  }

  private outlineNode(node: GraphNode | undefined, graph: number, line: Line): void {
    if (!node) return;
    if (node.type === 'PROPERTY') this.labels.set(node.id, node.label);
    if (node.type !== undefined) this.hasTypes = true;
    if (node.type !== 'CLASS' && node.type !== undefined) return;
    const id = this.curie(node.id);
    if (graph <= 0) this.prefixes.set(prefixOf(id), (this.prefixes.get(prefixOf(id)) ?? 0) + 1);
    if (node.label !== '' && !isObsolete(node)) this.outline.add(id, node.label.slice(0, 200), typeof line === 'number' && line > 0 ? line : 1, []);
  }

  private outlineEdge(edge: GraphEdge | undefined): void {
    if (!edge) return;
    const subject = this.curie(edge.subject);
    const object = this.curie(edge.object);
    if (edge.predicate === 'is_a' || edge.predicate.endsWith('#subClassOf')) {
      this.outline.addBroader(subject, object);
      return;
    }
    this.relations.from.push(this.run.gate.ids.add(subject));
    this.relations.to.push(this.run.gate.ids.add(object));
    this.relations.predicate.push(this.predicates.add(edge.predicate));
  }

  private async readConcepts(each: Each): Promise<void> {
    const all = [...this.prefixes.values()].reduce((sum, count) => sum + count, 0);
    const own = new Set([...this.prefixes].filter(([, count]) => count >= ownShare * all).map(([prefix]) => prefix));
    const alternatives: [string, string][] = [];
    let graph = -1;
    await each((part, json, line) => {
      if (part === 'graph') graph += 1;
      const node = part === 'node' ? graphNode(json) : undefined;
      if (part === 'node' && !node) this.run.tell(problem('concept-without-id', 'warning', { name: '' }), this.part, line);
      if (!node || (node.type !== 'CLASS' && (node.type !== undefined || this.hasTypes))) return;
      // Further graphs are what the ontology imports; of those, only what is its own.
      if (graph > 0 && own.size > 0 && !own.has(prefixOf(this.curie(node.id)))) return;
      // A class that is only referred to.
      if (node.label === '' && !isObsolete(node)) return;
      this.takeConcept(node, line, alternatives);
    });
    for (const [id, holder] of alternatives) {
      if (!this.run.gate.has(id)) this.run.gate.pass({ id, name: '', synonyms: [], obsolete: true, replacedBy: [holder] }, { part: this.part, line: 0 });
    }
  }

  private takeConcept(node: GraphNode, line: Line, alternatives: [string, string][]): void {
    const draft = nodeDraft(node, this.curie(node.id), this.isAbbreviation);
    const number = this.run.gate.ids.find(draft.id);
    if (draft.types.length === 0) draft.types.push(...this.outline.typesOf(number));
    draft.broader = this.outline.broaderOf(number);
    draft.relations = this.relationsOf(number);
    const passed = this.run.gate.pass(draft, { part: this.part, line });
    for (const id of passed ? draft.alternatives : []) alternatives.push([id, draft.id]);
  }

  private relationsOf(number: number): ConceptRelation[] {
    const { links } = this;
    const found: ConceptRelation[] = [];
    for (let link = links?.start(number) ?? 0; links && number >= 0 && link < links.end(number); link += 1) {
      const predicate = this.predicates.idOf(this.relations.predicate.at(links.place(link)));
      found.push({ type: this.relationName(predicate), target: this.run.gate.ids.idOf(links.target(link)) });
    }
    return found;
  }

  /** `part of`: a property's label, or the end of its address. */
  private relationName(predicate: string): string {
    const end = predicate.slice(Math.max(predicate.lastIndexOf('/'), predicate.lastIndexOf('#')) + 1);
    return (this.labels.get(predicate) || commonRelations[end] || end).replace(/_/g, ' ');
  }

  /** A node's id stands in it, and in the edges from and to it. */
  private curie(iri: string): string {
    const known = this.curies.get(iri);
    if (known !== undefined) return known;
    const curie = conceptCurie(iri);
    if (this.curies.size < mostRemembered) this.curies.set(iri, curie);
    return curie;
  }

  private readonly isAbbreviation = (type: string): boolean => {
    const known = this.abbreviations.get(type);
    if (known !== undefined) return known;
    const is = abbreviationType.test(type) || abbreviationType.test(this.labels.get(type) ?? '');
    if (this.abbreviations.size < 1000) this.abbreviations.set(type, is);
    return is;
  };
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
