import { problem } from '../../problems/problem';
import type { Span } from '../../text';
import { dateFormat } from './keyDates';
import { FormulaFault } from './formulaFault';
import { suffixFormat } from './controlFunctions';
import type { Arguments, FormulaFilter, FormulaFunction, Parameter, Value } from './formulaTree';

/** An argument as it stands in a formula, by place or by name. */
export interface GivenArgument {
  readonly name?: string;
  readonly value: Value;
  readonly span: Span;
}

/**
 * Gives each argument to its parameter.
 * @throws FormulaFault where one is too many, unknown, missing, or of another kind
 */
export function bindArguments(target: FormulaFunction | FormulaFilter, given: readonly GivenArgument[], span: Span): Arguments {
  if (target.takesWords) return { values: {}, words: given.map(({ value }) => String(value)) };
  const values: Record<string, Value> = {};
  for (const [name, fallback] of target.parameters.map((parameter) => [parameter.name, parameter.fallback] as const)) values[name] = fallback;
  const seen = new Set<string>();
  given.forEach((argument, index) => {
    const parameter = argument.name === undefined ? target.parameters[index] : target.parameters.find(({ name }) => name === argument.name);
    // What older formulas of Better BibTeX still say, and no longer means anything.
    if (argument.name === 'clean' && !parameter) return;
    if (!parameter || seen.has(parameter.name)) {
      const known = target.parameters.map(({ name }) => name).join(', ');
      throw fault(target, argument.name ?? String(argument.value), known === '' ? '()' : `(${known})`, argument.span);
    }
    seen.add(parameter.name);
    values[parameter.name] = checked(target, parameter, argument);
  });
  const missing = target.parameters.find(({ name, required }) => required && !seen.has(name));
  if (missing) throw new FormulaFault(problem('formula-argument-missing', 'error', { name: target.name, argument: missing.name }, span));
  return { values, words: [] };
}

function checked(target: FormulaFunction | FormulaFilter, parameter: Parameter, { value, span }: GivenArgument): Value {
  const { type, choices } = parameter;
  if (value === undefined) return parameter.fallback;
  const fits = type === 'text' ? typeof value === 'string' : type === 'number' ? typeof value === 'number' : typeof value === 'boolean';
  if (!fits) throw wrong(target, parameter, type === 'text' ? "'...'" : type === 'number' ? '1, 2, 3' : 'true, false', span);
  if (choices && !choices.includes(String(value))) throw wrong(target, parameter, choices.filter(Boolean).slice(0, 8).join(', '), span);
  const format = target.name === 'date' ? dateFormat : suffixFormat;
  if (parameter.name === 'format' && !format.test(String(value))) throw wrong(target, parameter, format === dateFormat ? '%Y-%m-%d' : '%(a)s, -%(n)s', span);
  return value;
}

function wrong({ name }: FormulaFunction | FormulaFilter, parameter: Parameter, expected: string, span: Span): FormulaFault {
  return new FormulaFault(problem('formula-argument-wrong', 'error', { name, argument: parameter.name, expected }, span));
}

function fault({ name }: FormulaFunction | FormulaFilter, argument: string, expected: string, span: Span): FormulaFault {
  return new FormulaFault(problem('formula-argument-unknown', 'error', { name, argument: argument.slice(0, 40), expected }, span));
}
