import type { CslItem } from '../record';

/** What an argument can be; `undefined` is one that was not given and has no default. */
export type Value = string | number | boolean | undefined;

export interface Parameter {
  readonly name: string;
  readonly type: 'text' | 'number' | 'flag';
  readonly fallback?: Value;
  /** The words it can be, where not every text will do. */
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

/** Arguments by their parameters' names; those of a function that takes any number of words are its `words`. */
export interface Arguments {
  readonly values: Readonly<Record<string, Value>>;
  readonly words: readonly string[];
}

/** How keys that would be the same are told apart: `%(a)s` letters, `%(n)s` numbers. */
export interface Suffix {
  readonly before: string;
  readonly count: 'n' | 'a' | 'A';
  readonly width: number;
  readonly after: string;
  /** 1 where even the only one of its kind gets a suffix. */
  readonly start: 0 | 1;
}

/** What functions see while one key is made. */
export interface KeyContext {
  readonly record: Partial<CslItem>;
  /** The key up to the place where the formula is. */
  soFar: string;
  suffix: Suffix;
}

/** Gives a text, or undefined where the formula's next alternative has to do. */
export interface FormulaFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether it takes any number of words instead of parameters. */
  readonly takesWords?: boolean;
  readonly run: (context: KeyContext, args: Arguments) => string | undefined;
}

/** Makes another text of a text, or undefined where the formula's next alternative has to do. */
export interface FormulaFilter {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly takesWords?: boolean;
  readonly run: (text: string, args: Arguments, context: KeyContext) => string | undefined;
}

export type FormulaNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly call: FormulaFunction; readonly args: Arguments }
  | { readonly kind: 'filter'; readonly of: FormulaNode; readonly filter: FormulaFilter; readonly args: Arguments }
  | { readonly kind: 'join'; readonly parts: readonly FormulaNode[] }
  | { readonly kind: 'either'; readonly choices: readonly FormulaNode[] };

/** Stands in a key where `infix` wants the suffix; no record's text has it, since control characters are taken out. */
export const suffixPlace = '\u001A';

/** A text in a formula, and what filters make of it, gets no longer (UTF-16 units): a key is typed by hand. */
export const longestText = 2000;

export function textArgument({ values }: Arguments, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function numberArgument({ values }: Arguments, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' ? value : undefined;
}

export function flagArgument({ values }: Arguments, name: string): boolean {
  return values[name] === true;
}
