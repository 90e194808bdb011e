import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import { FormulaFault } from './formulaFault';

/** A formula's smallest parts. A text's `value` is without its quotes. */
export interface Token extends Span {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  readonly value: string;
}

const blank = /\s+/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d+/y;
const text = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/suy;

/**
 * @returns the formula's parts, an `end` last
 * @throws FormulaFault at a sign that no formula has
 */
export function formulaTokens(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < formula.length) {
    if (take(blank)) continue;
    const start = at;
    const push = (kind: Token['kind'], value: string): void => void tokens.push({ kind, value, start, end: at });
    const word = take(name)?.[0];
    if (word !== undefined) {
      push('name', word);
      continue;
    }
    const digits = take(number)?.[0];
    if (digits !== undefined) {
      push('number', digits);
      continue;
    }
    const quoted = take(text);
    if (quoted) push('text', (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/gs, (_match, sign: string) => (sign === 'n' || sign === 't' ? ' ' : sign)));
    else push('sign', signAt(formula, at++));
  }
  tokens.push({ kind: 'end', value: '', start: formula.length, end: formula.length });
  return tokens;
}

function signAt(formula: string, at: number): string {
  const sign = formula[at] ?? '';
  const span = { start: at, end: formula.length };
  if (sign === "'" || sign === '"') throw new FormulaFault(problem('formula-quote-open', 'error', {}, span));
  if (sign === '/') throw new FormulaFault(problem('formula-regex', 'error', {}, span));
  if ('.,()+;|=-'.includes(sign)) return sign;
  throw new FormulaFault(problem('formula-syntax', 'error', { found: sign, expected: '+' }, { start: at, end: at + 1 }));
}
