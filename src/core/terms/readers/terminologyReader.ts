import { problem } from '../../problems/problem';
import { readCtd } from './ctd';
import { detectFormat, detectionLength, type PartKind } from './detectFormat';
import { finishedHead } from './finishedHead';
import type { KnownPart } from './knownPart';
import { readMeshAscii } from './meshAscii';
import { readMeshTerms } from './meshTerms';
import { readMeshXml } from './meshXml';
import { readObo } from './obo';
import { readOboGraphs } from './oboGraphs';
import { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import type { ReadTerminology, TerminologyFormat } from './readTerminology';
import { readSkos } from './skos';
import { readSsslm } from './ssslm';
import { readTable } from './table';
import { readUmls } from './umls';
import { firstBytes, unpackParts } from './unpackParts';

type Reader = (parts: readonly KnownPart[], run: ReadingRun) => Promise<void>;

const readers: Readonly<Record<TerminologyFormat, Reader>> = {
  obo: readObo, 'obo-graphs': readOboGraphs, 'mesh-xml': readMeshXml, 'mesh-ascii': readMeshAscii, 'mesh-terms': readMeshTerms, 'umls-rrf': readUmls, ctd: readCtd, skos: readSkos,
  ssslm: readSsslm, csv: readTable,
};

/** How often a format is read, where that is not once. */
const passes: Partial<Record<TerminologyFormat, number>> = { obo: 2, 'mesh-xml': 2, 'mesh-ascii': 2 };

/** Which parts are read together. */
const formatOf = (kind: PartKind): TerminologyFormat | undefined => (kind.startsWith('umls') ? 'umls-rrf' : kind === 'mesh-tree' ? undefined : (kind as TerminologyFormat));

/**
 * Reads a terminology: see `ReadTerminology`.
 *
 * @param parts one file; for UMLS and MeSH several, or an archive of them
 */
export const readTerminology: ReadTerminology = async (parts, options, sink) => {
  const run = new ReadingRun(options, sink);
  run.fileNames.push(...parts.map(({ name }) => name));
  const known = await knownParts(parts, run);
  const format = options.format ?? mainFormat(known);
  const read = format === undefined ? undefined : readers[format];
  if (read && format !== undefined) {
    const own = known.filter(({ kind }) => belongs(kind, format));
    for (const { name } of known.filter(({ kind }) => !belongs(kind, format))) run.tell(problem('part-ignored', 'information', { name }), name);
    run.begin(passes[format] ?? 1);
    await read(own, run);
    if (run.gate.counts.concepts === 0 && !run.isCancelled && !run.log.hasErrors) run.tell(problem('terminology-empty', 'error', { format }), parts[0]?.name);
  } else if (!run.isCancelled) {
    const [first] = parts;
    const isEmpty = first !== undefined && (await firstBytes(first, 1)).length === 0;
    run.tell(isEmpty ? problem('file-empty', 'error', {}) : problem('terminology-format-unknown', 'error', { name: first?.name ?? '' }), first?.name);
  }
  const head = finishedHead(run, parts[0]?.name ?? '');
  sink.head(head);
  const problems = run.log.all();
  return { format, head, counts: run.gate.counts, problems: run.isCancelled ? [] : problems, cancelled: run.isCancelled };
};

/** Unpacks the parts and finds out what they are; where the format is said, all parts are of it. */
async function knownParts(parts: readonly TerminologyPart[], run: ReadingRun): Promise<KnownPart[]> {
  const known: KnownPart[] = [];
  const { format } = run.options;
  for (const part of await unpackParts(parts.map((one) => run.counted(one)), run)) {
    const kind = detectFormat(await firstBytes(part, detectionLength)) ?? format;
    if (kind) known.push({ ...part, kind: format !== undefined && !belongs(kind, format) ? format : kind });
    else if (parts.length > 1) run.tell(problem('part-ignored', 'information', { name: part.name }), part.name);
  }
  return known;
}

function belongs(kind: PartKind, format: TerminologyFormat): boolean {
  return formatOf(kind) === format || (kind === 'mesh-tree' && format.startsWith('mesh'));
}

/** Of several formats in an archive the first; a table only where there is nothing else, as lists of files are tables too. */
function mainFormat(parts: readonly KnownPart[]): TerminologyFormat | undefined {
  const formats = parts.flatMap(({ kind }) => formatOf(kind) ?? []);
  return formats.find((format) => format !== 'csv') ?? formats[0];
}
