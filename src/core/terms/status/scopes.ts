import { type CueRule, Role } from './cue';
import type { Cue, Cues } from './cues';
import { WordKind } from './cueWords';
import type { StatusKind } from './status';

/** A cue and what it speaks of, by the words of the sentence: each from its first word to before its last. */
export interface Scope {
  readonly kind: StatusKind;
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly from: number;
  readonly to: number;
}

/** No clause is longer, in words; it keeps the time in proportion to the text. */
const longestClause = 60;

/** A noun phrase as adjectives speak of. */
const longestPhrase = 8;

const boundary = Role.Stop | Role.Contrast | Role.Relative;
const list = Role.Comma | Role.And | Role.Or;

/** The words that scopes treat in a way of their own, by their numbers. */
export interface ScopeWords {
  readonly of: number;
  readonly that: number;
  readonly articles: ReadonlySet<number>;
  /** Cues that stand before a noun as articles do, and may be of a subject: `no`. */
  readonly subjects: ReadonlySet<number>;
}

/** @returns how far each cue of a sentence speaks, in their order */
export function scopesOf(cues: Cues, words: ScopeWords): Scope[] {
  const scopes: Scope[] = [];
  for (const cue of cues.all) {
    const after = cue.after && scopeAfter(cues, cue, cue.after, words);
    if (after) scopes.push(after);
    const rule = cue.after?.side === 'both' ? cue.after : after ? undefined : cue.before ?? elliptic(cues, cue);
    const before = rule && scopeBefore(cues, cue, rule);
    if (before) scopes.push(before);
  }
  return scopes;
}

/** `Anemia was present, thrombocytopenia was not.` */
function elliptic(cues: Cues, { to, after }: Cue): CueRule | undefined {
  const ends = (cues.rolesAt(to) & (boundary | Role.Comma)) !== 0;
  return ends && after?.kind === 'negated' && after.reach === 'phrase' ? after : undefined;
}

function scopeAfter(cues: Cues, cue: Cue, rule: CueRule, words: ScopeWords): Scope | undefined {
  if (rule.kind === 'none' || rule.kind === 'affirmed') return undefined;
  let to = rule.reach === 'phrase' ? phraseEnd(cues, cue, rule, words) : rule.reach === 'whole' ? wholeEnd(cues, cue, rule) : clauseEnd(cues, cue, rule, words);
  while (to > cue.to && cues.rolesAt(to - 1) & list) to--;
  return to > cue.to ? { kind: rule.kind, cueFrom: cue.from, cueTo: cue.to, from: cue.to, to } : undefined;
}

function scopeBefore(cues: Cues, cue: Cue, rule: CueRule): Scope | undefined {
  if (rule.kind === 'none' || rule.kind === 'affirmed') return undefined;
  let from = rule.reach === 'whole' ? wholeStart(cues, cue) : clauseStart(cues, cue, rule);
  while (from < cue.from && cues.rolesAt(from) & list) from++;
  let to = from;
  while (to < cue.from && !absorbs(cues, to)) to++;
  if (to < cue.from) to++;
  return from < to ? { kind: rule.kind, cueFrom: cue.from, cueTo: cue.to, from, to } : undefined;
}

/** An adjective's noun phrase: to the first preposition but `of`, verb, comma or other phrase. */
function phraseEnd(cues: Cues, cue: Cue, rule: CueRule, words: ScopeWords): number {
  const limit = Math.min(cues.sentence.count, cue.to + longestPhrase);
  const ends = boundary | Role.Comma | Role.Verb | Role.Open | Role.Close | Role.Place;
  for (let at = cue.to; at < limit; at++) {
    const roles = cues.rolesAt(at);
    if (roles & ends || cues.ruleAt(at)?.kind === rule.kind) return at;
    if (roles & Role.Preposition && (at === cue.to || !cues.isWord(at, words.of))) return at;
    if (roles & (Role.And | Role.Or) && (at === cue.to || cues.rolesAt(at + 1) & Role.Determiner || cues.ruleAt(at + 1))) return at;
    if (absorbs(cues, at)) return at + 1;
  }
  return limit;
}

/** Whether what follows is no more spoken of: `of hepatitis` in `no cause of hepatitis`. */
function absorbs(cues: Cues, at: number): boolean {
  return (cues.rolesAt(at) & Role.Absorber) !== 0 && (cues.rolesAt(at + 1) & (Role.Preposition | Role.Place)) !== 0;
}

/** Over lists to the clause's end; to its verb, or back to where the verb's own subject begins. */
function clauseEnd(cues: Cues, cue: Cue, rule: CueRule, words: ScopeWords): number {
  const limit = Math.min(cues.sentence.count, cue.to + longestClause);
  const isItem = rule.kind === 'negated' && (cues.rolesAt(cue.from - 1) & Role.Comma) !== 0 && !hasOr(cues, cue.to, limit);
  const isObject = hasVerbBefore(cues, cue);
  const leads = !isObject && !words.subjects.has(cues.sentence.word[cue.from] ?? 0);
  let verbs = cues.isWord(cue.to - 1, words.that) ? 1 : 0;
  let divide = -1;
  let comma = -1;
  let depth = 0;
  for (let at = cues.isWord(cue.to, WordKind.Colon) ? cue.to + 1 : cue.to; at < limit; at++) {
    const roles = cues.rolesAt(at);
    if (roles & boundary) return at;
    if (roles & Role.Open) depth++;
    else if (roles & Role.Close && --depth < 0) return at;
    const other = cues.ruleAt(at);
    if (other?.kind === 'affirmed') return divide >= 0 ? divide : at;
    if (other && other.kind === rule.kind && other.side !== 'before') return at;
    // `failed to show a sinus, suggestive of thrombosis`
    if (other && other.kind !== rule.kind && cues.rolesAt(at - 1) & Role.Comma) return at;
    if (absorbs(cues, at)) return at + 1;
    if (roles & Role.Verb && verbs-- <= 0) return isObject && divide >= 0 ? divide : leads && comma >= 0 ? comma : at;
    if (roles & Role.Place && rule.reach === 'clause' && rule.kind === 'negated' && at > cue.to) return at;
    if (roles & Role.Comma && isItem) return at;
    if (roles & list && !(cues.rolesAt(at - 1) & list && divide >= 0)) divide = at;
    // `Without fever, an abscess was seen`
    if (roles & Role.Comma && !(cues.rolesAt(at + 1) & (Role.And | Role.Or))) comma = at;
    if (roles & Role.And && rule.kind === 'negated' && words.articles.has(cues.sentence.word[at + 1] ?? 0)) return at;
  }
  return limit;
}

function hasOr(cues: Cues, from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) {
    const roles = cues.rolesAt(at);
    if (roles & (boundary | Role.Verb)) return false;
    if (roles & Role.Or) return true;
  }
  return false;
}

function hasVerbBefore(cues: Cues, cue: Cue): boolean {
  for (let at = cue.to - 1; at >= Math.max(0, cue.from - longestClause); at--) {
    const roles = cues.rolesAt(at);
    if (roles & Role.Verb) return true;
    if (roles & boundary) return false;
  }
  return false;
}

/** Over verbs, to a contrast, or to where the patient comes in. */
function wholeEnd(cues: Cues, cue: Cue, rule: CueRule): number {
  const limit = Math.min(cues.sentence.count, cue.to + longestClause);
  let divide = -1;
  for (let at = cue.to; at < limit; at++) {
    const roles = cues.rolesAt(at);
    if (roles & (Role.Stop | Role.Contrast) && at > cue.to) return at;
    if (roles & Role.Patient && rule.kind === 'family') return divide >= 0 ? divide : at;
    if (roles & Role.Comma && rule.side === 'both' && at > cue.to) return at;
    if (roles & list && !(cues.rolesAt(at - 1) & list && divide >= 0)) divide = at;
  }
  return limit;
}

function wholeStart(cues: Cues, cue: Cue): number {
  const limit = Math.max(0, cue.from - longestClause);
  for (let at = cue.from - 1; at >= limit; at--) {
    const roles = cues.rolesAt(at);
    if (roles & (Role.Stop | Role.Contrast) || (roles & Role.Comma && at < cue.from - 1)) return at + 1;
  }
  return limit;
}

/** Back over lists to where the subject of the cue's verb begins. */
function clauseStart(cues: Cues, cue: Cue, rule: CueRule): number {
  const limit = Math.max(0, cue.from - longestClause);
  const { at: begin, overVerb } = antecedent(cues, cue);
  let passed = !overVerb;
  let divide = -1;
  let hasAnd = false;
  let depth = 0;
  let at = begin;
  for (; at >= limit; at--) {
    const roles = cues.rolesAt(at);
    if (roles & Role.Close) depth++;
    else if (roles & Role.Open && --depth < 0) break;
    if (roles & boundary) break;
    if (cues.ruleAt(at)?.kind === rule.kind && passed) break;
    if (roles & Role.Verb) {
      if (passed) return divide >= 0 ? divide + 1 : at + 1;
      passed = (cues.rolesAt(at - 1) & Role.Verb) === 0;
      divide = -1;
      hasAnd = false;
    } else if (roles & (Role.And | Role.Or)) {
      hasAnd = true;
      divide = at;
    } else if (roles & Role.Comma) {
      if (!hasAnd && at < begin) break;
      divide = at;
    }
  }
  return afterIntroduction(cues, at + 1, cue.from);
}

/**
 * Where the subject ends: before `, which`; in the clause before `, but` if it was left out; before the clause's verb where the cue
 * is none (`was diagnosed in his brother`).
 */
function antecedent(cues: Cues, cue: Cue): { readonly at: number; readonly overVerb: boolean } {
  let at = cue.from - 1;
  const roles = cues.rolesAt(at);
  if (at >= 0 && cues.isWord(at, WordKind.Colon)) return { at: at - 1, overVerb: false };
  if (at < 0 || !(roles & (boundary | list))) return { at, overVerb: (cues.rolesAt(cue.from) & Role.Place) !== 0 };
  const overVerb = (roles & (Role.Contrast | Role.And)) !== 0;
  while (at >= 0 && cues.rolesAt(at) & (boundary | list)) at--;
  return { at, overVerb };
}

/** `On examination, the liver and spleen were normal`: without what stands before the comma. */
function afterIntroduction(cues: Cues, from: number, to: number): number {
  if (!(cues.rolesAt(from) & (Role.Preposition | Role.Place))) return from;
  for (let at = from; at < to; at++) {
    if (cues.rolesAt(at) & Role.Comma) return at + 1;
  }
  return from;
}
