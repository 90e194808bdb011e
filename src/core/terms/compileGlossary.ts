import type { Problem } from '../problems/problem';
import type { Concept } from './concept';
import { foldName } from './foldName';
import { type GlossaryReading, readGlossary } from './glossary';
import { resolveBroader } from './resolveBroader';

/** One file of the built-in glossary. */
export interface GlossaryFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes one terminology, `casebook`, of the built-in glossary's files. A term may name a broader one of any file.
 *
 * @returns the concepts without their places, which mean nothing to the user, and each mistake as `file:line: what`
 */
export function compileGlossary(files: readonly GlossaryFile[]): { concepts: Concept[]; mistakes: string[] } {
  const readings = files.map(({ name, text }) => readGlossary(text, { uri: name, terminology: 'casebook' }));
  const whole = joined(readings);
  const resolved = resolveBroader(whole, []);
  const mistakes = readings.flatMap(({ problems, broaderNames }, at) => {
    const spans = new Set(broaderNames.map(({ span }) => span));
    const ofLinks = resolved.problems.filter(({ span }) => span && spans.has(span));
    return describe([...problems, ...ofLinks], files[at]);
  });
  mistakes.push(...duplicates(whole.concepts));
  const concepts = resolved.concepts.map((concept) => ({ ...concept, source: undefined }));
  return { concepts, mistakes };
}

function joined(readings: readonly GlossaryReading[]): GlossaryReading {
  return {
    concepts: readings.flatMap(({ concepts }) => concepts),
    broaderNames: readings.flatMap(({ broaderNames }) => broaderNames),
    problems: [],
  };
}

function describe(problems: readonly Problem[], file: GlossaryFile | undefined): string[] {
  return problems.map(({ code, params, span }) => {
    const line = (file?.text.slice(0, span?.start ?? 0).split('\n').length ?? 0).toString();
    return `${file?.name ?? '?'}:${line}: ${code} ${JSON.stringify(params)}`;
  });
}

/** Two files may not define one name, which reading each alone can't see. */
function duplicates(concepts: readonly Concept[]): string[] {
  const seen = new Map<string, Concept>();
  const mistakes: string[] = [];
  for (const concept of concepts) {
    const other = seen.get(foldName(concept.name)) ?? seen.get(concept.id);
    if (other && other.source?.uri !== concept.source?.uri) {
      mistakes.push(`${concept.source?.uri ?? '?'}: ${concept.name} is also in ${other.source?.uri ?? '?'}`);
    }
    seen.set(foldName(concept.name), concept).set(concept.id, concept);
  }
  return mistakes;
}
