import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { sharedPath } from '../../support/shared';

/** What a terminology says of an id. */
export interface TerminologyEntry {
  readonly names: readonly string[];
  readonly obsolete: boolean;
}

export type Terminology = ReadonlyMap<string, TerminologyEntry>;

/** The newest release of each terminology first; an older one serves for ids that the newer extract does not hold. */
const filesOf: Readonly<Record<string, readonly string[]>> = {
  MESH: ['mesh2024_terms.tsv.xz'],
  NCIT: ['ncit-disease-2018-06-08.json.gz', 'dict_bench_clean.tsv.xz'],
  HP: ['hp.v2024-08-13.json.gz'],
  DOID: [
    'doid-2026-NCIthesaurus.obo.xz', 'doid-2026-DO_rare_slim.obo.xz', 'doid-2026-DO_cancer_slim.obo.xz',
    'doid-2026-DO_infectious_disease_slim.obo.xz', 'doid-2018-07-05.json.gz',
  ],
  SYMP: ['symp-2026-07-30.obo.xz'],
  MMO: ['mmo-2026-07-29.obo.xz'],
  OBI: ['obi-2026-07-24.obo.xz'],
  CL: ['cl-base-2022-08.json.xz'],
  UBERON: ['UBERON-craft-2019.obo.zip'],
  HGNC: ['hgnc-2021.json.gz'],
  ORDO: ['ordo-2_6-2018-07-12.json.gz'],
};

/**
 * Reads all that is known of a prefix's ids.
 * @returns undefined where none of its files can be read here: no data, or no `xz`
 */
export function readTerminology(prefix: string): Terminology | undefined {
  const entries = new Map<string, TerminologyEntry>();
  for (const name of filesOf[prefix] ?? []) {
    const text = readPacked(sharedPath('data', 'terminologies', name));
    if (text === undefined) continue;
    for (const [id, entry] of parse(name, text)) if (!entries.has(id)) entries.set(id, entry);
  }
  return entries.size > 0 ? entries : undefined;
}

function readPacked(file: string | undefined): string | undefined {
  if (!file) return undefined;
  if (file.endsWith('.gz')) return gunzipSync(readFileSync(file)).toString('utf8');
  if (file.endsWith('.zip')) return firstOfZip(readFileSync(file)).toString('utf8');
  try {
    return execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28 }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The first file of a zip archive, by its central directory (PKWARE APPNOTE 4.3). */
function firstOfZip(zip: Buffer): Buffer {
  const directory = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  const size = zip.readUInt32LE(directory + 20);
  const header = zip.readUInt32LE(directory + 42);
  const data = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return inflateRawSync(zip.subarray(data, data + size));
}

function parse(name: string, text: string): Iterable<[string, TerminologyEntry]> {
  if (name.includes('.json')) return parseOboGraph(text);
  if (name.includes('.obo')) return parseObo(text);
  return name.startsWith('mesh') ? parseMesh(text) : parseNames(text);
}

interface OboGraphNode {
  readonly id: string;
  readonly lbl?: string;
  readonly meta?: { readonly deprecated?: boolean; readonly synonyms?: { readonly val: string }[]; readonly definition?: { readonly val: string } | null };
}

function* parseOboGraph(text: string): Iterable<[string, TerminologyEntry]> {
  const { graphs } = JSON.parse(text) as { graphs: { nodes: OboGraphNode[] }[] };
  for (const { id, lbl, meta } of graphs.flatMap(({ nodes }) => nodes)) {
    const curie = id.slice(id.lastIndexOf('/') + 1).replace('hgnc_', 'HGNC_').replace('_', ':');
    const names = [lbl ?? '', ...(meta?.synonyms ?? []).map(({ val }) => val)];
    // HGNC's extract keeps a gene's full name as its definition.
    if (curie.startsWith('HGNC:') && meta?.definition) names.push(meta.definition.val);
    yield [curie.replace(/^Orphanet:/, 'ORDO:'), { names, obsolete: meta?.deprecated === true }];
  }
}

function* parseObo(text: string): Iterable<[string, TerminologyEntry]> {
  for (const stanza of text.split(/\n\[Term\]\n/).slice(1)) {
    const id = /^id: (\S+)/m.exec(stanza)?.[1] ?? '';
    const names = [...stanza.matchAll(/^(?:name: (.*)|synonym: "((?:[^"\\]|\\.)*)")/gm)].map((match) => match[1] ?? match[2] ?? '');
    yield [id, { names, obsolete: /^is_obsolete: true/m.test(stanza) }];
  }
}

function* parseMesh(text: string): Iterable<[string, TerminologyEntry]> {
  const names = new Map<string, string[]>();
  for (const line of text.split('\n').slice(1)) {
    const [id = '', descriptor = '', , , term = ''] = line.split('\t');
    const known = names.get(id);
    if (known) known.push(term);
    else names.set(id, [descriptor, term]);
  }
  for (const [id, list] of names) yield [`MESH:${id}`, { names: list, obsolete: false }];
}

/** `name<tab>ncit:C199258`: names alone, of the NCI Thesaurus beyond its branch of diseases too. */
function* parseNames(text: string): Iterable<[string, TerminologyEntry]> {
  const names = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [name = '', id = ''] = line.split('\t');
    if (!id.startsWith('ncit:')) continue;
    const known = names.get(id);
    if (known) known.push(name);
    else names.set(id, [name]);
  }
  for (const [id, list] of names) yield [id.replace('ncit', 'NCIT'), { names: list, obsolete: false }];
}
