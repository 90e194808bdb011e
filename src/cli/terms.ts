import { parseNote } from '../core/notes/parseNote';
import type { Assets } from '../core/ports';
import type { Concept } from '../core/terms/concept';
import { readGlossary } from '../core/terms/glossary';
import { mergeTerminologies } from '../core/terms/mergeTerminologies';
import { findMentions } from '../core/terms/recognise';
import { resolveBroader } from '../core/terms/resolveBroader';
import { compileTermIndex } from '../core/terms/termIndex';
import { TermWork } from '../core/terms/termWork';
import { json, loses, problemLines, readInput, type Result } from './output';

/**
 * `casebook terms`: the terms that a text speaks of, as JSON with UTF-16 offsets into the file.
 * @param terminologies glossary files, the first taking precedence; without any, the built-in glossary
 */
export async function terms(path: string, terminologies: readonly string[], assets: Assets): Promise<Result> {
  const builtIn = await new TermWork(assets).builtInConcepts();
  const glossaries = await Promise.all(terminologies.map((file) => readTerminology(file, builtIn)));
  const concepts = terminologies.length === 0 ? builtIn : glossaries.reduceRight<readonly Concept[]>((below, { concepts }) => mergeTerminologies(below, concepts), []);
  const file = await readInput(path);
  const text = file.text ?? '';
  const prose = /\.(md|markdown|qmd|rmd)$/i.test(path) ? parseNote(text).prose : undefined;
  const mentions = findMentions(compileTermIndex(concepts), text, prose).map(({ start, end, concepts }) => ({
    start,
    end,
    text: text.slice(start, end),
    concepts: concepts.map(({ id, name, terminology }) => ({ id, name, terminology })),
  }));
  return {
    output: json(mentions),
    problems: [...glossaries.flatMap(({ lines }) => lines), ...problemLines(file, file.problems)],
    dropped: file.text === undefined || glossaries.some(({ dropped }) => dropped),
  };
}

async function readTerminology(
  path: string,
  builtIn: readonly Concept[],
): Promise<{ concepts: readonly Concept[]; lines: readonly string[]; dropped: boolean }> {
  const file = await readInput(path);
  const reading = readGlossary(file.text ?? '', { uri: path, terminology: 'glossary' });
  const resolved = resolveBroader(reading, builtIn);
  const problems = [...file.problems, ...reading.problems, ...resolved.problems];
  return { concepts: resolved.concepts, lines: problemLines(file, problems), dropped: file.text === undefined || problems.some(loses) };
}
