import type { Span } from '../text';

/** `\citep[see][p. 3]{a,b}`, `\parencites[1]{a}[2]{b}`, `\nocite{a}`: a command for citing up to the braces with its keys. */
const command = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\s*(?:\[[^\]]*\]|\{[^{}]*\}))*?\s*\{/g;
/** Commands are written on one line or two; further back (characters) none is looked for. */
const longest = 1000;

/** A key in a LaTeX command, and where it stands. */
export interface LatexKey extends Span {
  readonly key: string;
}

/**
 * The place for a key in a LaTeX command for citing that an offset stands in, be it in a `.tex` file or as raw TeX in a note.
 * @returns the key there, which may be empty; undefined where the offset is in none
 */
export function latexKeyAt(text: string, offset: number): LatexKey | undefined {
  const from = Math.max(0, text.lastIndexOf('\n\n', offset - 1), offset - longest);
  const open = text.lastIndexOf('{', offset - 1);
  if (open < from || text.slice(open, offset).includes('}')) return undefined;
  const before = text.slice(from, open + 1);
  const isCite = [...before.matchAll(command)].some((match) => match.index + match[0].length === before.length || endsWithGroups(before.slice(match.index + match[0].length)));
  const line = text.slice(text.lastIndexOf('\n', from + before.length) + 1, offset);
  if (!isCite || /(?:^|[^\\])%/.test(line)) return undefined;
  const start = open + 1 + (/[^,]*$/.exec(text.slice(open + 1, offset))?.index ?? 0);
  const rest = /^[^,{}\n]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const raw = text.slice(start, offset + rest);
  const lead = raw.length - raw.trimStart().length;
  const key = raw.trim();
  return { key, start: Math.min(start + lead, offset), end: Math.min(start + lead, offset) + key.length };
}

/** `\cites{a}[p. 2]{`: what lies between a command's first braces and those at the end. */
function endsWithGroups(text: string): boolean {
  return /^[^{}]*\}(?:\s*(?:\[[^\]]*\]|\([^)]*\)|\{[^{}]*\}))*\s*\{$/.test(text);
}

/**
 * A comment; or a command for citing with its first keys, and what may follow where it takes several: `\cites[1]{a}[2]{b}`. A name's length
 * is bounded, and no bracket looked for beyond the next one, so that the time is linear in any text.
 */
const commentOrCiting = /(?<!\\)%[^\n]*|\\([A-Za-z]{0,40}[cC]ite[A-Za-z]{0,40})\*?(?:\s*(?:\[[^[\]]*\]|\([^()]*\)))*\s*\{([^{}]*)\}/g;
const nextGroup = /(?:\s*(?:\[[^[\]]*\]|\([^()]*\)))*\s*\{([^{}]*)\}/y;

/** @returns every key in a LaTeX command for citing, in order; those in comments are left out */
export function latexKeys(text: string): LatexKey[] {
  return [...text.matchAll(commentOrCiting)].flatMap(({ 0: whole, 1: command, 2: keys = '', index }) => {
    if (command === undefined) return [];
    const end = index + whole.length;
    return [...keysIn(keys, end - 1 - keys.length), ...(/[cC]ites$/.test(command) ? keysInGroups(text, end) : [])];
  });
}

function keysInGroups(text: string, from: number): LatexKey[] {
  const found: LatexKey[] = [];
  nextGroup.lastIndex = from;
  for (let match = nextGroup.exec(text); match; match = nextGroup.exec(text)) {
    const [, keys = ''] = match;
    found.push(...keysIn(keys, nextGroup.lastIndex - 1 - keys.length));
  }
  return found;
}

/** `a, b` between braces, where it begins at an offset. */
function keysIn(list: string, from: number): LatexKey[] {
  return [...list.matchAll(/[^\s,](?:[^,\n]*[^\s,])?/g)].map(({ 0: key, index }) => ({ key, start: from + index, end: from + index + key.length }));
}

/** @returns the bibliographies that a LaTeX document names: `\addbibresource{refs.bib}`, `\bibliography{refs,more}` */
export function latexBibliographies(text: string): string[] {
  const found = text.matchAll(/^[^%\n]*?\\(?:addbibresource|addglobalbib|bibliography)\s*(?:\[[^\]]*\])?\{([^{}]*)\}/gm);
  return [...found].flatMap(([, names = '']) => names.split(',')).map((name) => name.trim()).filter((name) => name !== '')
    .map((name) => (/\.\w+$/.test(name) ? name : `${name}.bib`));
}
