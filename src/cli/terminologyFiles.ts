import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { joinedBytes } from '../core/joinedBytes';
import { problemMessage } from '../core/problems/messages';
import { compileStores } from '../core/terms/compiled/compileStores';
import { openIndex } from '../core/terms/compiled/indexFile';
import type { Concept } from '../core/terms/concept';
import { readGlossary } from '../core/terms/glossary';
import type { ColumnMapping, TerminologyProblem } from '../core/terms/readers/readTerminology';
import { readTerminology } from '../core/terms/readers/terminologyReader';
import { resolveBroader } from '../core/terms/resolveBroader';
import { sourceOf } from '../core/terms/store/byteSource';
import { ConceptStore } from '../core/terms/store/conceptStore';
import { StoreWriter } from '../core/terms/store/storeWriter';
import type { Steps } from '../core/terms/steps';
import type { TermIndex } from '../core/terms/termIndex';
import { filePart } from '../core/terms/terminologies/fileParts';
import { IndexMemory } from '../core/terms/wasm/indexMemory';
import { LocalOwnFiles } from '../platform/workers/localOwnFiles';
import { loses, problemLines, readInput, UsageError } from './output';

/** A glossary's concepts, or a terminology with too many to hold; and what is wrong in the file. */
export interface ReadTerms {
  readonly concepts?: readonly Concept[];
  readonly store?: ConceptStore;
  readonly lines: readonly string[];
  readonly dropped: boolean;
}

/** Whether a file is a glossary, which has its own place before terminologies. */
export function isGlossary(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** @param others concepts that its terms may name as broader ones */
export async function readGlossaryFile(path: string, others: readonly Concept[]): Promise<ReadTerms> {
  const file = await readInput(path);
  const reading = readGlossary(file.text ?? '', { uri: path, terminology: 'glossary' });
  const resolved = resolveBroader(reading, others);
  const problems = [...file.problems, ...reading.problems, ...resolved.problems];
  return { concepts: resolved.concepts, lines: problemLines(file, problems), dropped: file.text === undefined || problems.some(loses) };
}

/**
 * Reads a terminology of any format, a piece at a time.
 * @param columns what the columns of a table hold; guessed from their names without it
 * @throws UsageError where there is no such file
 */
export async function readTerminologyFile(path: string, columns: ColumnMapping | undefined): Promise<ReadTerms> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`${path}: ${found ? 'not a file' : 'no such file'}`);
  const part = await filePart({ uri: pathToFileURL(resolve(path)).href }, new LocalOwnFiles());
  if (!part) throw new UsageError(`${path}: cannot be read`);
  const writer = new StoreWriter();
  const { problems } = await readTerminology([{ ...part, name: basename(path) }], columns ? { columns } : {}, writer);
  const opening = await ConceptStore.open(sourceOf(joinedBytes(writer.finish())));
  const lines = problems.map((problem) => problemLine(path, problem));
  return { ...(opening.kind === 'opened' && { store: opening.file }), lines, dropped: problems.some(loses) };
}

/**
 * @param stores the most preferred first
 * @param branches ids of concepts: of a terminology that holds some of them, only what is below these counts
 */
export async function compileTerminologies(stores: readonly ConceptStore[], branches: readonly string[], steps: Steps): Promise<TermIndex> {
  const choices = stores.map((store) => ({ store, branches: branches.filter((id) => store.placeOf(id) >= 0) }));
  const compilation = await compileStores(choices, { steps });
  const home = compilation.kind === 'compiled' ? IndexMemory.of(compilation.file) : undefined;
  const opening = home && (await openIndex(sourceOf(home.bytes), stores, home));
  if (opening?.kind !== 'opened') throw new Error('Terminologies that were just read cannot be compiled');
  return opening.index;
}

/** In the form of `problemLines`; a part of an archive stands behind the file's own name. */
function problemLine(path: string, problem: TerminologyProblem): string {
  const part = problem.part !== undefined && problem.part !== basename(path) ? `!${problem.part}` : '';
  return `${path}${part}:${problem.line ?? 1}:1: ${problem.severity}: ${problemMessage(problem)} [${problem.code}]`;
}
