import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import type { GivenArgument } from './formulaArguments';
import { FormulaFault } from './formulaFault';
import type { FormulaNode, Value } from './formulaTree';
import { filterNamed } from './formulaWords';
import { callNode, filterNode } from './parseFormula';

/** `auth3_1+initials`, `shorttitle3_3`, `postfix=-%(n)s`: a name, its numbers, its flags. */
const head = /^([A-Za-z.]+?)(?:(\d+)(?:_(\d+))?)?((?:\+[^+:]+)*)(?:[=,](.*))?$/s;

/**
 * Reads a formula in the older form, which JabRef has too: `[auth:lower]_[year]|[title:clean]`.
 * @throws FormulaFault at the first thing that is wrong
 */
export function parseBracketFormula(formula: string): FormulaNode {
  const choices: FormulaNode[][] = [[]];
  for (let at = 0; at < formula.length; ) {
    const open = formula[at] === '[';
    const end = open ? closing(formula, at) : firstOf(formula, /[[|]/g, at);
    const piece = formula.slice(at, end);
    if (piece.startsWith('|')) choices.push([]);
    else if (open) choices.at(-1)?.push(...fieldNode(formula.slice(at + 1, end - 1), { start: at, end }));
    else if (piece.trim() !== '') choices.at(-1)?.push({ kind: 'text', text: piece });
    at = piece.startsWith('|') ? at + 1 : end;
  }
  const joined = choices.filter((parts) => parts.length > 0).map((parts): FormulaNode => ({ kind: 'join', parts }));
  return { kind: 'either', choices: joined };
}

function closing(formula: string, at: number): number {
  for (let end = at + 1; end < formula.length; end += 1) {
    if (formula[end] === '\\') end += 1;
    else if (formula[end] === ']') return end + 1;
  }
  throw new FormulaFault(problem('formula-unfinished', 'error', { expected: ']' }, { start: at, end: formula.length }));
}

function firstOf(text: string, pattern: RegExp, from: number): number {
  if (text[from] === '|') return from + 1;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** What stands between brackets; nothing for `[]`. */
function fieldNode(inner: string, span: Span): FormulaNode[] {
  if (inner === '') return [];
  if (inner === '0') return [callNode('postfix', [{ value: '-%(n)s', span }], span)];
  const test = /^(>|<|>=|<=|!=|=)(\d+)$/.exec(inner);
  if (test) return [callNode('len', [{ value: test[1], span }, { value: Number(test[2]), span }], span)];
  const types = /^(?:=|(language)=)([A-Za-z/_-]+)$/.exec(inner);
  if (types) return [callNode(types[1] ?? 'type', (types[2] ?? '').split('/').map((value) => ({ value, span })), span)];
  const [first = '', ...filters] = inner.split(/(?<!\\):/);
  let node = methodNode(first, span);
  for (const filter of filters) node = withFilter(node, filter, span);
  return [node];
}

function methodNode(text: string, span: Span): FormulaNode {
  const [, name = text, n, m, flags = '', argument] = head.exec(text) ?? [];
  // `authors` counts and says `EtAl` in this form.
  const asked = /^(authors|editors)$/i.test(name) ? `${name}n` : name;
  const args: GivenArgument[] = [n, m].filter((value) => value !== undefined).map((value) => ({ value: Number(value), span }));
  if (argument !== undefined) args.push({ value: unescaped(argument), span });
  for (const flag of flags.split('+').slice(1)) args.push(flag === 'initials' ? { name: 'initials', value: true, span } : { name: 'sep', value: flag, span });
  const node = callNode(asked, args, span);
  return /^(?:auth|edtr|editor)/.test(name) ? filterNode(node, 'fold', [], span) : node;
}

/** `:lower`, `:prefix,_`, `:select=1,2`, `:>3`, and `:(text)` for what stands where there is nothing. */
function withFilter(node: FormulaNode, text: string, span: Span): FormulaNode {
  const fallback = /^\((.*)\)$/s.exec(text);
  if (fallback) return filterNode(node, 'default', [{ value: fallback[1] ?? '', span }], span);
  const long = /^(?:>|longer=)(\d+)$/.exec(text);
  if (long) return filterNode(node, 'len', [{ value: '>', span }, { value: Number(long[1]), span }], span);
  const [name = '', ...given] = text.split(/(?<!\\)[,=]/);
  const parameters = filterNamed(name)?.parameters ?? [];
  return filterNode(node, name, given.map((value, index) => ({ value: typed(unescaped(value), parameters[index]?.type), span })), span);
}

function typed(value: string, type: 'text' | 'number' | 'flag' | undefined): Value {
  if (type === 'number' && /^-?\d{1,6}$/.test(value)) return Number(value);
  return type === 'flag' ? value === 'true' : value;
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/gs, '$1');
}

/** Whether a formula is written in brackets. */
export function isBracketFormula(formula: string): boolean {
  return /^\s*\[/.test(formula);
}
