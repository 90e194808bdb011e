import type { CslName } from '../library/record';
import { isGroup, nameFromGivenFirst, tidy } from './names';
import { isBadge, isHeading } from './portalSections';
import type { PropertyTable } from './portalTable';
import { withoutSign } from './trimSigns';
import { singleSpaced } from './whiteSpace';

/** A page's head: title and authors, as far as they are there. */
export interface PageHeader {
  readonly title: string | undefined;
  readonly names: readonly CslName[];
  readonly truncated: boolean;
  /** The line after the head's last. */
  readonly end: number;
}

/** A portal's navigation, which a selection of the whole page begins with. */
const navigation =
  /^(?:skip to .*|.{0,60}\bhome|profiles?|research units?|research groups?|organi[sz]ations?|departments?|(?:research )?outputs?|publications?|projects?|datasets?|prizes?|activities|press\/media|student theses|equipment|facilities|search.*|help.{0,10}faq|log ?in.*|my portal|english|nederlands|dansk|deutsch|researchers|people|experts|link to .*|impacts?|research|teaching|about.*|back to .*|menu|share|close|contact.*)$/i;

const particleOrInitial = /^(?:\p{Lu}[\p{L}'’.\-‐]*|\p{Ll}{1,3}['’]\p{Lu}[\p{L}'’-]*|(?:van|von|de|der|den|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|y|e|ter|ten|op|zu|zum|af|av|'t|’t)|\p{Lo}+|(?:al|el)-\p{Lu}[\p{L}-]*)$/u;

const more = /(?:,|;|&|\band\b|\+)?\s*(?:et\.? al\.?|(?:and\s+|&\s+|\+\s*)?\d+\s+(?:others|more)(?:\s+authors?)?|(?:and|&)\s+others|show \d+ (?:more|others).*)\s*\.?\s*$/i;

/** Reads title and authors from the lines above the kind of work, the abstract or the table. */
export function pageHeader(
  lines: readonly string[],
  at: { readonly kindAt: number; readonly table: PropertyTable | undefined },
): PageHeader {
  const limit = headEnd(lines, at);
  const head: { readonly text: string; readonly index: number }[] = [];
  for (let index = 0; index < limit; index += 1) {
    const text = (lines[index] ?? '').trim();
    if (text !== '' && !navigation.test(text) && !isBadge(text) && !isHeading(text) && !isFootnote(text) && !isRest(text)) head.push({ text, index });
  }
  const announced = announcedTitle(lines);
  const known = head.findIndex(({ text }) => announced !== undefined && sameText(text, announced));
  const authorsAt = authorLine(head.map(({ text }) => text), known, at.kindAt >= 0);
  const titleAt = known >= 0 ? known : titleLine(head.map(({ text }) => text), authorsAt, at.kindAt >= 0);
  const title = head[titleAt]?.text ?? announced;
  const authors = authorsAt >= 0 ? namesOf(head[authorsAt]?.text ?? '') : { names: [], truncated: false };
  const last = head[Math.max(titleAt, authorsAt)];
  return { ...authors, title: title && cleanTitle(title), end: last ? last.index + 1 : 0 };
}

/** PubMed's closing full stop is not part of a title, and styles set their own. (`… central necrosis.`) */
export function cleanTitle(title: string): string {
  const text = withoutSign(singleSpaced(title).replace(/ : /g, ': '), '*');
  return /[^.\s]{3}\.$/.test(text) && !/\b(?:etc|al|Jr|Sr|Inc|vs|spp?|\p{Lu}\.\p{Lu})\.$/u.test(text) ? text.slice(0, -1) : text;
}

/** Where the head ends: at the kind of work, else the abstract's heading, else the table. */
function headEnd(lines: readonly string[], at: { readonly kindAt: number; readonly table: PropertyTable | undefined }): number {
  if (at.kindAt >= 0) {
    return at.kindAt;
  }
  const abstract = lines.findIndex((line) => /^\s*(?:abstract|summary|overview)\s*$/i.test(line));
  const ends = [abstract, at.table?.start ?? -1].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : 0;
}

/** `Dive into the research topics of '…'. Together they form a unique fingerprint.` names the title exactly. */
export function announcedTitle(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const match = /Dive into the research topics of ['‘"“](.{1,2000}?)['’"”]\.? Together/.exec(line.slice(0, 3000));
    if (match?.[1] !== undefined) return match[1];
  }
  return undefined;
}

/** What is left of a line that a selection began in the middle of: `. Perng`. */
function isRest(text: string): boolean {
  return /^[.,;:)\]]/.test(text);
}

function isFootnote(text: string): boolean {
  return /^\*?\s*corresponding author|^these authors contributed|^\d+ \w+ author/i.test(text);
}

/** The line of authors: right after the title where that is known, else the last line of names above the kind of work. */
function authorLine(head: readonly string[], titleAt: number, hasKind: boolean): number {
  if (titleAt >= 0) {
    return head.findIndex((text, index) => index > titleAt && index <= titleAt + 2 && looksLikeNames(text));
  }
  if (!hasKind) {
    return head.length > 1 && looksLikeNames(head[1] ?? '', true) ? 1 : -1;
  }
  const last = head.findLastIndex((text) => looksLikeNames(text));
  // One line alone is a title, unless it can only be names: the page's upper part was left out.
  return last === 0 && !looksLikeNames(head[0] ?? '', true) ? -1 : last;
}

function titleLine(head: readonly string[], authorsAt: number, hasKind: boolean): number {
  if (authorsAt >= 0) {
    return authorsAt - 1;
  }
  if (hasKind) {
    return head.length - 1;
  }
  // Without `Research output:` the first line is the title, unless it is the abstract's first sentences.
  const isProse = (text: string): boolean => text.length > 300 || (/[.!?] \p{Lu}.*\.$/u.test(text) && head.length === 1);
  return head.length > 0 && !isProse(head[0] ?? '') ? 0 : -1;
}

/** @param surely names that cannot be a title's words: with initials, or three and more of them */
function looksLikeNames(line: string, surely = false): boolean {
  if (line.length > 5000 || /[?!:"“”()[\]/=%]/.test(tidy(line).replace(/\([^()]*\)/g, ''))) {
    return false;
  }
  const names = splitNames(line.replace(more, ''));
  const all = names.length > 0 && names.every((name) => isName(name) || (names.length > 1 && isGroup(name)));
  const hasInitials = /(?:^|[\s,])\p{Lu}\.(?:[\s-]?\p{Lu}\.)*\s*\p{L}/u.test(line);
  return all && (!surely || hasInitials || names.length > 2) && (names.length > 1 || line.trim().split(/\s+/).length <= 5);
}

function isName(name: string): boolean {
  const words = name.split(' ');
  return words.length >= 1 && words.length <= 7 && words.every((word) => particleOrInitial.test(word)) && /\p{L}{2}/u.test(name);
}

function splitNames(line: string): string[] {
  const marked = line.replace(/\s+/g, ' ').replace(/\([^()]{0,60}\)/g, '');
  const parts = marked.split(/\s?[,;]\s?(?!(?:Jr|Sr|II|III|IV)\b)|\s+(?:and|&)\s+/);
  return parts.map(tidy).filter((name) => name !== '' && !/^\d+$/.test(name));
}

function namesOf(line: string): { readonly names: readonly CslName[]; readonly truncated: boolean } {
  const truncated = more.test(line);
  const names = splitNames(line.replace(more, '')).map(nameFromGivenFirst).filter((name) => name !== undefined);
  return { names, truncated };
}

function sameText(a: string, b: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(a) === letters(b);
}
