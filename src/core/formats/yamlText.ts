import { boolCoreTag, CORE_SCHEMA, defineScalarTag, load, loadAll, mergeTag, NOT_RESOLVED, YAMLException } from 'js-yaml';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';

/** Enough for any hand-made file; a billion-laughs file needs few as well, which the copy budget stops. */
const maxAliases = 1000;

/** `12` is a number, but `010`, `1.10`, `1e3` and `12345678901234567890` would lose what was written: they stay texts. */
const exactInteger = defineScalarTag<number>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'-0123456789'],
  resolve: (source) => (/^(?:0|-?[1-9]\d{0,14})$/.test(source) ? Number(source) : NOT_RESOLVED),
  identify: (value) => Number.isSafeInteger(value),
});

const exactFloat = defineScalarTag<number>('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: [...'-0123456789'],
  resolve: (source) =>
    /^-?\d+\.\d+$/.test(source) && String(Number(source)) === source ? Number(source) : NOT_RESOLVED,
  identify: (value) => typeof value === 'number',
});

/** A title that reads `True` or `NO` stays one. */
const exactBoolean = defineScalarTag<boolean>('tag:yaml.org,2002:bool', {
  implicit: true,
  implicitFirstChars: ['t', 'f'],
  resolve: (source) => (source === 'true' ? true : source === 'false' ? false : NOT_RESOLVED),
  identify: boolCoreTag.identify,
});

const schema = CORE_SCHEMA.withTags(exactInteger, exactFloat, exactBoolean, mergeTag);

/** A YAML text's value, or what is wrong with it, at its place. */
export interface YamlReading {
  readonly value?: unknown;
  readonly problem?: Problem;
}

/**
 * Reads one YAML document, be it between `---` lines. No tag is ever executed, and nothing is thrown.
 *
 * @param offset where `text` begins in the whole, for the problem's place
 * @param lenient takes the last of two equal keys, so that a slip costs no record; the problem is still told by a
 *   strict reading before
 */
export function readYaml(text: string, offset = 0, lenient = false): YamlReading {
  try {
    const options = { schema, maxAliases, json: lenient };
    if (!/^---/m.test(text)) {
      return { value: text.trim() === '' ? undefined : load(text, options) };
    }
    return { value: loadAll(text, options).find((document) => document !== null && document !== undefined) };
  } catch (error) {
    return { problem: yamlProblem(error, text, offset) };
  }
}

/** Reads strictly, then leniently: the value of what can be read, and the problem all the same. */
export function readYamlOrRescue(text: string, offset = 0): YamlReading {
  const strict = readYaml(text, offset);
  if (!strict.problem) {
    return strict;
  }
  const rescued = readYaml(text, offset, true);
  return rescued.problem ? strict : { value: rescued.value, problem: strict.problem };
}

/** A metadata block, `---` to `---` or `...`, at a text's beginning, as pandoc reads it. */
export function metadataBlock(text: string): { readonly start: number; readonly end: number } | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) {
    return undefined;
  }
  const closing = /^(?:---|\.\.\.)[ \t]*$/m;
  const rest = text.slice(opening[0].length);
  const match = closing.exec(rest);
  return match ? { start: opening[0].length, end: opening[0].length + match.index } : undefined;
}

function yamlProblem(error: unknown, text: string, offset: number): Problem {
  const isYaml = error instanceof YAMLException;
  const detail = isYaml ? error.reason : 'it cannot be read';
  const position = isYaml ? (error.mark?.position ?? 0) : 0;
  const start = openQuote(text, position) ?? lineWithText(text, position);
  const lineEnd = text.indexOf('\n', start);
  const span = { start: offset + start, end: offset + (lineEnd < 0 ? text.length : lineEnd) };
  return problem('yaml-syntax', 'error', { detail }, span);
}

/** A quote that opens a value and does not close on its line: the reader notices only at the text's end. */
function openQuote(text: string, before: number): number | undefined {
  const match = /^(?:[^\n:]{1,80}:[ \t]+|[ \t]*-[ \t]+)(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$/m.exec(text.slice(0, before));
  return match && lineWithText(text, before) !== match.index ? match.index + match[0].search(/["']/) : undefined;
}

/** A position with something to underline: an error at a line's end is told at the line's first letter. */
function lineWithText(text: string, position: number): number {
  const at = Math.min(position, text.trimEnd().length);
  if (/\S/.test(text.charAt(at))) {
    return at;
  }
  const lineStart = text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1;
  return lineStart + (text.slice(lineStart, at).length - text.slice(lineStart, at).trimStart().length);
}
