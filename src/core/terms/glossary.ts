import { type Document, isMap, isSeq, LineCounter, parseDocument, YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../problems/problem';
import type { Span } from '../text';
import { isTooDeep } from '../yamlDepth';
import type { Concept } from './concept';
import { conceptId } from './conceptId';
import { foldName } from './foldName';
import { type GlossaryEntry, GlossaryNodes, type PlacedText } from './glossaryEntry';
import { glossaryKeys } from './glossaryKeys';

/** What a glossary file holds: every term that could be read, and a problem for everything that could not. */
export interface GlossaryReading {
  /** In the order of the file; `broader` is empty until `resolveBroader`. */
  readonly concepts: readonly Concept[];
  /** The broader terms by name, since a name may be that of a concept in another file. */
  readonly broaderNames: readonly BroaderName[];
  readonly problems: readonly Problem[];
}

/** `broader: [leukocytosis]` as it stands in the file. */
export interface BroaderName {
  /** The narrower concept's id. */
  readonly concept: string;
  readonly name: string;
  readonly span: Span;
}

/** A file of another kind under this name has a mistake in each line; nobody reads further than this. */
const problemLimit = 1000;

/** Whose file it is: where it lies, and which terminology its concepts belong to (`glossary`, `casebook`). */
export interface GlossaryOrigin {
  readonly uri: string;
  readonly terminology: string;
}

/**
 * Reads a glossary: YAML with a list `terms` (the format stands in docs/decisions/terms.md).
 *
 * @param text the whole file; an empty one is a glossary without terms
 * @returns the concepts, and each mistake with its exact place; never throws
 */
export function readGlossary(text: string, origin: GlossaryOrigin): GlossaryReading {
  const lines = new LineCounter();
  const { document, problems } = parse(text, lines);
  if (!document) return { concepts: [], broaderNames: [], problems };
  const nodes = new GlossaryNodes(document, text);
  const entries = readEntries(nodes, document);
  const terms = collectTerms(entries, origin, nodes.problems, (offset) => lines.linePos(offset).line);
  return { ...terms, problems: [...problems, ...nodes.problems].slice(0, problemLimit) };
}

function parse(text: string, lineCounter: LineCounter): { document?: Document; problems: Problem[] } {
  if (isTooDeep(text)) {
    return { problems: [{ code: 'yaml-syntax', severity: 'error', params: { detail: 'it is nested too deep' } }] };
  }
  try {
    // `uniqueKeys` compares each key with every other, which takes minutes for a map of 100,000; `eachKey` sees to it.
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', lineCounter, uniqueKeys: false });
    const problems = document.errors.map(({ message, pos }): Problem => {
      const span = { start: Math.min(pos[0], text.length), end: Math.min(pos[1], text.length) };
      return { code: 'yaml-syntax', severity: 'error', params: { detail: message }, span };
    });
    return { document, problems };
  } catch (error) {
    return { problems: [{ code: 'yaml-syntax', severity: 'error', params: { detail: String(error) } }] };
  }
}

function readEntries(nodes: GlossaryNodes, document: Document): GlossaryEntry[] {
  const root = nodes.resolve(document.contents);
  if (!root || (!isMap(root) && !isSeq(root) && (root as { value?: unknown }).value === null)) return [];
  if (!isMap(root)) {
    nodes.wrongType('glossary', 'a map with the key `terms`', nodes.spanOf(root));
    return [];
  }
  let list: YAMLSeq | undefined;
  nodes.eachKey(root, glossaryKeys, (key, value) => {
    const node = nodes.resolve(value);
    if (isSeq(node)) list = node;
    else if (node && (node as { value?: unknown }).value !== null) {
      const span = nodes.spanOf(node);
      nodes.problems.push({ code: 'not-a-list', severity: 'error', params: { key }, ...(span && { span }) });
    }
  });
  return (list?.items ?? []).flatMap((item) => readEntry(nodes, item));
}

function readEntry(nodes: GlossaryNodes, item: unknown): GlossaryEntry[] {
  const node = nodes.resolve(item);
  const span = nodes.spanOf(item) ?? nodes.spanOf(node);
  if (!node || !span) return [];
  if (node instanceof YAMLMap) return [nodes.entry(node, span)];
  nodes.wrongType('terms', 'a list of maps with `name`', span);
  return [];
}

function collectTerms(
  entries: readonly GlossaryEntry[],
  origin: GlossaryOrigin,
  problems: Problem[],
  lineOf: (offset: number) => number,
): { concepts: Concept[]; broaderNames: BroaderName[] } {
  const concepts: Concept[] = [];
  const broaderNames: BroaderName[] = [];
  const named = new Map<string, GlossaryEntry & { name: PlacedText }>();
  const slugs = new Map<string, number>();
  for (const entry of entries) {
    if (!entry.name) {
      problems.push({ code: 'term-without-name', severity: 'error', params: {}, span: entry.span });
      continue;
    }
    const name = entry.name.text;
    const other = named.get(foldName(name));
    if (other) {
      const params = { name, other: other.name.text, line: lineOf(other.name.span.start) };
      problems.push({ code: 'term-duplicate', severity: 'error', params, span: entry.name.span });
      continue;
    }
    named.set(foldName(name), { ...entry, name: entry.name });
    const concept = toConcept(entry, name, freeId(conceptId(origin.terminology, name), slugs), origin);
    concepts.push(concept);
    for (const broader of entry.broader) {
      broaderNames.push({ concept: concept.id, name: broader.text, span: broader.span });
    }
  }
  return { concepts, broaderNames };
}

/** `C3+` and `C3-` are two names with one slug: the second becomes `c3--2`, which no slug can be. */
function freeId(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}--${count}`;
}

function toConcept(entry: GlossaryEntry, name: string, id: string, { uri, terminology }: GlossaryOrigin): Concept {
  return {
    id,
    name,
    synonyms: entry.synonyms.map(({ text }) => text),
    abbreviations: entry.abbreviations.map(({ text }) => text),
    ...(entry.definition && { definition: entry.definition.text }),
    ...(entry.type && { type: entry.type.text }),
    xrefs: entry.ids.map(({ text }) => text),
    broader: [],
    terminology,
    source: { uri, span: entry.span },
  };
}
