import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { isBracketFormula, parseBracketFormula } from './citekeys/bracketFormula';
import { cleanKey } from './citekeys/cleanKey';
import { defaultSuffix } from './citekeys/controlFunctions';
import { FormulaFault } from './citekeys/formulaFault';
import type { FormulaNode, KeyContext, Suffix } from './citekeys/formulaTree';
import { longestText, suffixPlace } from './citekeys/formulaTree';
import { parseFormula } from './citekeys/parseFormula';
import { isGerman, withoutMarks } from './citekeys/plainText';
import { plainKey } from './citekeys/plainKey';
import type { CslItem } from './record';

/** The formula that gives the keys that Casebook makes by itself. */
export const defaultFormula = 'authorOrTitle + year';

/** A longer one is no formula. */
const longestFormula = 2000;

/** What stands before or after a suffix in the middle of a key is cut to this (UTF-16 units). */
const longestPart = 100;

/** A key before it is known whether it is taken: what stands before and after the place of a suffix. */
export interface KeyBase {
  readonly before: string;
  readonly after: string;
  readonly suffix: Suffix;
}

/** Makes the base of a record's key. */
export type KeyMaker = (record: Partial<CslItem>) => KeyBase;

export const plainKeyMaker: KeyMaker = (record) => ({ before: plainKey(record), after: '', suffix: defaultSuffix });

/** A formula read once, for any number of records. A wrong one has its problem, and makes the keys of the default. */
export interface CitekeyFormula {
  readonly make: KeyMaker;
  readonly problems: readonly Problem[];
}

/**
 * Reads a formula for citekeys, in Better BibTeX's form or its older one in brackets; `docs/citekeys.md` has all of it.
 * Nothing in it is run as code, and a key takes a time that grows with the formula alone.
 * @param text empty for the default
 */
export function citekeyFormula(text: string): CitekeyFormula {
  if (text.trim() === '' || text.trim() === defaultFormula) return { make: plainKeyMaker, problems: [] };
  if (text.length > longestFormula) return { make: plainKeyMaker, problems: [problem('formula-too-long', 'error', { limit: longestFormula })] };
  try {
    const tree = isBracketFormula(text) ? parseBracketFormula(text) : parseFormula(text);
    return { make: (record) => baseOf(tree, record), problems: [] };
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    return { make: plainKeyMaker, problems: [error.problem] };
  }
}

/** The first alternative that gives something; where none does, the default's key. */
function baseOf(tree: FormulaNode, record: Partial<CslItem>): KeyBase {
  const inGerman = isGerman(record.language);
  for (const choice of tree.kind === 'either' ? tree.choices : [tree]) {
    const context: KeyContext = { record, soFar: '', suffix: defaultSuffix };
    const text = valueOf(choice, context);
    if (text === undefined) continue;
    const place = text.indexOf(suffixPlace);
    const whole = cleanKey(text, inGerman);
    if (whole === '') continue;
    if (place < 0) return { before: whole, after: '', suffix: context.suffix };
    const [before = '', after = ''] = [text.slice(0, place), text.slice(place + 1)].map((part) => withoutMarks(part.slice(0, longestPart), inGerman));
    return { before, after, suffix: context.suffix };
  }
  return plainKeyMaker(record);
}

function valueOf(node: FormulaNode, context: KeyContext): string | undefined {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'call':
      return node.call.run(context, node.args)?.slice(0, longestText);
    case 'filter': {
      const text = valueOf(node.of, context);
      return text === undefined ? undefined : node.filter.run(text, node.args, context)?.slice(0, longestText);
    }
    case 'join':
      return joined(node.parts, context);
    case 'either':
      for (const choice of node.choices) {
        const text = valueOf(choice, context);
        if (text !== undefined && text !== '') return text;
      }
      return '';
  }
}

function joined(parts: readonly FormulaNode[], context: KeyContext): string | undefined {
  const before = context.soFar;
  let text = '';
  for (const part of parts) {
    context.soFar = before + text;
    const value = valueOf(part, context);
    if (value === undefined) return undefined;
    text = (text + value).slice(0, longestText);
  }
  context.soFar = before;
  return text;
}

/**
 * @param index how many of the kind have been tried; 0 is the first
 * @returns the key with its suffix, such as pandoc reads
 */
export function suffixedKey({ before, after, suffix }: KeyBase, index: number): string {
  const shown = index + suffix.start;
  if (after === '' && (shown === 0 || (suffix.before === '' && suffix.after === ''))) return before + count(shown, suffix);
  const counted = shown === 0 ? '' : suffix.before + count(shown, suffix) + suffix.after;
  return cleanKey(before + counted + after, false, 3 * longestPart);
}

function count(index: number, { count: kind, width }: Suffix): string {
  if (index === 0) return '';
  if (kind === 'n') return String(index).padStart(width, '0');
  return kind === 'A' ? letters(index).toUpperCase() : letters(index);
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((index - 1) % 26))}`;
}
