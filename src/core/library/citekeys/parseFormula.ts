import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import type { GivenArgument } from './formulaArguments';
import { bindArguments } from './formulaArguments';
import { FormulaFault } from './formulaFault';
import type { Token } from './formulaTokens';
import { formulaTokens } from './formulaTokens';
import type { FormulaNode, Value } from './formulaTree';
import { filterMeant, filterNamed, functionMeant, functionNamed } from './formulaWords';

/** Brackets within brackets: more are a mistake. */
const deepest = 20;

/**
 * Reads a formula as Better BibTeX writes it now: `auth.lower + shorttitle(3, 3) + year | title.clean`.
 * @throws FormulaFault at the first thing that is wrong
 */
export function parseFormula(formula: string): FormulaNode {
  return new FormulaParser(formulaTokens(formula)).parse();
}

/** @throws FormulaFault where there is no such function, or not with these arguments */
export function callNode(name: string, args: readonly GivenArgument[], span: Span): FormulaNode {
  const call = functionNamed(name);
  if (!call) throw new FormulaFault(problem('formula-function-unknown', 'error', { name: name.slice(0, 40), meant: functionMeant(name) }, span));
  return { kind: 'call', call, args: bindArguments(call, args, span) };
}

/** @throws FormulaFault where there is no such filter, or not with these arguments */
export function filterNode(of: FormulaNode, name: string, args: readonly GivenArgument[], span: Span): FormulaNode {
  const filter = filterNamed(name);
  if (!filter) throw new FormulaFault(problem('formula-filter-unknown', 'error', { name: name.slice(0, 40), meant: filterMeant(name) }, span));
  return { kind: 'filter', of, filter, args: bindArguments(filter, args, span) };
}

class FormulaParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): FormulaNode {
    const node = this.either(';');
    if (this.token.kind !== 'end') throw this.unexpected('+');
    return node;
  }

  private get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  private takes(sign: string): boolean {
    const found = this.token.kind === 'sign' && this.token.value === sign;
    if (found) this.at += 1;
    return found;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw this.unexpected(sign);
  }

  /** Alternatives: `a | b`, `a || b`, and at the top `a; b` too. */
  private either(also?: string): FormulaNode {
    const choices = [this.join()];
    while (this.takes('|') || (also !== undefined && this.takes(also))) {
      this.takes('|');
      if (this.token.kind === 'end' && also !== undefined) break; // a last `;` ends nothing
      choices.push(this.join());
    }
    const [first] = choices;
    return choices.length === 1 && first ? first : { kind: 'either', choices };
  }

  private join(): FormulaNode {
    const parts = [this.term()];
    while (this.takes('+')) parts.push(this.term());
    const [first] = parts;
    return parts.length === 1 && first ? first : { kind: 'join', parts };
  }

  private term(): FormulaNode {
    let node = this.primary();
    while (this.takes('.')) {
      const { token } = this;
      if (token.kind !== 'name') throw this.unexpected('.lower');
      this.at += 1;
      const args = this.arguments();
      node = filterNode(node, token.value, args, { start: token.start, end: this.end });
    }
    return node;
  }

  private primary(): FormulaNode {
    const { token } = this;
    if (token.kind === 'text') {
      this.at += 1;
      return { kind: 'text', text: token.value };
    }
    if (token.kind === 'name') {
      this.at += 1;
      const args = this.arguments();
      return callNode(token.value, args, { start: token.start, end: this.end });
    }
    if (this.depth === deepest || !this.takes('(')) throw this.unexpected('auth, year, …');
    this.depth += 1;
    const node = this.either();
    this.expect(')');
    this.depth -= 1;
    return node;
  }

  private get end(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  private arguments(): GivenArgument[] {
    const args: GivenArgument[] = [];
    if (!this.takes('(')) return args;
    while (!this.takes(')')) {
      if (args.length > 0) this.expect(',');
      args.push(this.argument());
    }
    return args;
  }

  private argument(): GivenArgument {
    const { token } = this;
    const next = this.tokens[this.at + 1];
    if (token.kind === 'name' && next?.kind === 'sign' && next.value === '=') {
      this.at += 2;
      return { name: token.value, value: this.value(), span: { start: token.start, end: this.end } };
    }
    return { value: this.value(), span: { start: token.start, end: this.end } };
  }

  /** A quoted text, a number, `true`, or a word that stands for itself: `prefix(_)`. */
  private value(): Value {
    const negative = this.takes('-');
    const { token } = this;
    if (token.kind === 'sign' || token.kind === 'end' || (negative && token.kind !== 'number')) throw this.unexpected("1, '…'");
    this.at += 1;
    if (token.kind === 'number') return Number(token.value.slice(0, 6)) * (negative ? -1 : 1);
    if (token.kind === 'text') return token.value;
    if (token.value === 'true' || token.value === 'false') return token.value === 'true';
    return token.value === 'undefined' ? undefined : token.value;
  }

  private unexpected(expected: string): FormulaFault {
    const { token } = this;
    const span = { start: token.start, end: token.end };
    if (token.kind === 'end') return new FormulaFault(problem('formula-unfinished', 'error', { expected }, span));
    return new FormulaFault(problem('formula-syntax', 'error', { found: token.value.slice(0, 40), expected }, span));
  }
}
