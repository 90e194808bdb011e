import { Lines } from '../lines';
import type { RangedProblem } from '../problems/rangedProblem';
import { fileName } from './fileName';
import { isMarkupText, readMarkupText, runningWords, wordsOfPlainText } from './fullText';

/** A full text beside a paper: its file's bytes, or its address alone for the worker to read. */
export interface AttachedText {
  readonly uri: string;
  readonly content?: Uint8Array;
}

/** What a full text says, and what is wrong in its file. */
export interface AttachedReading {
  readonly uri: string;
  /** Empty where it cannot be read, or is no text to read. */
  readonly words: string;
  readonly problems: readonly RangedProblem[];
}

/** Reads a full text for its words. XML that is no JATS is nobody's mistake here: it may be any data. */
export function readAttachedText(uri: string, content: Uint8Array): AttachedReading {
  const name = fileName(uri);
  if (!isMarkupText(name)) return { uri, words: wordsOfPlainText(name, content) ?? '', problems: [] };
  const { page, problems, source = '' } = readMarkupText(name, content);
  if (!page && source !== '') return { uri, words: '', problems: [] };
  const lines = new Lines(source);
  const placed = problems.map((problem) => ({ problem, ...(problem.span && { range: { start: lines.at(problem.span.start), end: lines.at(problem.span.end) } }) }));
  return { uri, words: page ? runningWords(page) : '', problems: placed };
}
