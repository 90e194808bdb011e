import type { Span } from '../text';
import { splitLocator } from './locator';
import type { LocatorTerms } from './locatorTerms';
import type { CitationCluster, CitationItem } from './note';

/** A MyST role that cites: `` {cite:p}`{see}a{p. 3},b` ``. Its span is the whole. */
export interface MystRole extends Span {
  /** `cite:p` */
  readonly name: string;
  /** What stands between the backticks. */
  readonly content: Span;
}

const longestName = 24;
/** `{see}key{p. 3}` */
const part = /^(\s*)(?:\{([^{}]*)\})?(\s*)([^{}]*?)\s*(?:\{([^{}]*)\})?\s*$/;

/**
 * The role that a stretch of code belongs to; undefined for code by itself.
 * @param code the code with its backticks
 */
export function mystRole(text: string, code: Span): MystRole | undefined {
  const before = /(?<!\\)\{(cite(?::[a-z]+)?)\}$/.exec(text.slice(Math.max(0, code.start - longestName), code.start));
  const name = before?.[1];
  if (!before || name === undefined) return undefined;
  const ticks = /^`+/.exec(text.slice(code.start, code.end))?.[0].length ?? 0;
  return { start: code.start - before[0].length, end: code.end, name, content: { start: code.start + ticks, end: code.end - ticks } };
}

/** What a role cites; undefined where it names no key. */
export function roleCitation(text: string, role: MystRole, terms: LocatorTerms): CitationCluster | undefined {
  const items = parts(text, role.content).flatMap((span) => roleItem(text, span, isYear(role.name), terms) ?? []);
  const { start, end, name } = role;
  return items.length === 0 ? undefined : { span: { start, end }, authorInText: isInText(name), items, role: name };
}

/** In the sentence, as `{cite}` and `{cite:t}` are, against `{cite:p}` and what else goes without or in brackets. */
function isInText(name: string): boolean {
  return /^cite(?::c?ts?)?$/.test(name);
}

/** `{cite:year}`: the year alone. */
function isYear(name: string): boolean {
  return /^cite:year/.test(name);
}

/** `{cite:author}`: the authors alone. */
export function isAuthorRole(name: string): boolean {
  return /^cite:c?authors?/.test(name);
}

/** `{cite:alp}`: without the brackets that a style sets around a citation. */
export function isBareRole(name: string): boolean {
  return /^cite:(?:alps?|year|label)$/.test(name);
}

/** `{cite:authorpar}`: in brackets, where the style sets none. */
export function isBracketedRole(name: string): boolean {
  return /^cite:c?authors?pars?$/.test(name);
}

/** `{cite:ts}`: with all authors, whatever the style shortens. */
export function hasAllAuthors(name: string): boolean {
  return /^cite:(?:p|c?t|alp|c?author)s(?:pars?)?$|^cite:c?authorpars$/.test(name);
}

/** `{cite:ct}`: as a sentence begins, `Van den Berg (1995)`. */
export function isCapitalRole(name: string): boolean {
  return /^cite:c(?:ts?|authors?(?:pars?)?)$/.test(name);
}

/** A comma or a semicolon parts keys, where it is in no braces. */
function parts(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === ',' || char === ';')) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...found, { start: from, end }];
}

function roleItem(text: string, { start, end }: Span, suppressAuthor: boolean, terms: LocatorTerms): CitationItem | undefined {
  const match = part.exec(text.slice(start, end));
  const [, lead = '', prefix, gap = '', key = '', suffix = ''] = match ?? [];
  if (key === '' || /\s/.test(key)) return undefined;
  const keyStart = start + lead.length + (prefix === undefined ? 0 : prefix.length + 2) + gap.length;
  const { locator, suffix: rest } = splitLocator(suffix.replace(/\s+/g, ' ').trim(), terms);
  return {
    key,
    keySpan: { start: keyStart, end: keyStart + key.length },
    prefix: (prefix ?? '').replace(/\s+/g, ' ').trim(),
    suffix: rest,
    ...(locator && { locator }),
    suppressAuthor,
  };
}
