import { problemMessage } from '../../src/core/problems/messages';
import type { SourceConcept } from '../../src/core/terms/readers/conceptSink';
import { readTerminology } from '../../src/core/terms/readers/terminologyReader';
import type { TerminologyPart } from '../../src/core/terms/readers/terminologyPart';
import type { ReadOptions, TerminologyReading } from '../../src/core/terms/readers/readTerminology';

/** A text of a few kB may take so much of the processor's time (ms). */
const longest = 1000;

/** @returns what is wrong with how a terminology is read, or nothing */
export async function checkTerminology(part: TerminologyPart, options: ReadOptions, lines: number): Promise<string | undefined> {
  const concepts: SourceConcept[] = [];
  let heads = 0;
  const start = process.cpuUsage();
  try {
    const reading = await readTerminology([part], options, { head: () => (heads += 1), add: (concept) => concepts.push(concept) });
    const time = process.cpuUsage(start).user / 1000;
    if (time > longest) return `took ${time.toFixed(0)} ms`;
    if (heads !== 1) return `gave ${heads} heads`;
    return wrongIn(concepts) ?? wrongReading(reading, concepts, lines);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function wrongIn(concepts: readonly SourceConcept[]): string | undefined {
  const ids = new Set<string>();
  for (const concept of concepts) {
    const { id, name, synonyms, abbreviations, inexact, broader, xrefs } = concept;
    if (ids.has(id)) return `the id ${id} twice`;
    ids.add(id);
    if (!/^[^\s:]+:\S+$/.test(id)) return `an id ${JSON.stringify(id)}`;
    const names = [name, ...synonyms, ...abbreviations, ...inexact.map((one) => one.name)];
    if (names.some((text) => text === '' || text.length > 2000 || text !== text.trim() || /[\x00-\x1f]/.test(text))) return `a name of ${id}: ${JSON.stringify(names).slice(0, 200)}`;
    if (new Set(names).size !== names.length) return `a name of ${id} twice`;
    if ([...broader, ...xrefs].some((other) => other === id || other === '')) return `${id} refers to itself or to nothing`;
  }
  return undefined;
}

function wrongReading({ counts, problems }: TerminologyReading, concepts: readonly SourceConcept[], lines: number): string | undefined {
  const live = concepts.filter(({ obsolete }) => !obsolete);
  if (counts.concepts !== live.length || counts.concepts + counts.obsolete !== concepts.length) return 'counts wrong';
  if (concepts.length === 0 && problems.length === 0) return 'found nothing and says nothing';
  for (const problem of problems) {
    if (problemMessage(problem, gaps) !== '') return `a message with a gap: ${problemMessage(problem)}`;
    if (problem.line !== undefined && (problem.line < 1 || problem.line > lines)) return `a problem in line ${problem.line} of ${lines}: ${problem.code}`;
  }
  return Object.hasOwn(Object.prototype, 'polluted') ? 'polluted a prototype' : undefined;
}

/** The places of a message that its values leave empty. */
function gaps(message: string, values: Record<string, string | number>): string {
  return [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => !Object.hasOwn(values, name)).join();
}
