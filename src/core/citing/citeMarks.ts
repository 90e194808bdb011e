import CSL, { type Engine as CiteprocEngine, type SortedItem } from 'citeproc';
import type { StyleTraits } from './styleTraits';

/** Characters that Unicode keeps from texts: around the id of a work, and behind what is said of it. */
const [open, named, close] = ['\ufdd0', '\ufdd1', '\ufdd2'];
const anyMark = /\ufdd0\w*\ufdd1|\ufdd2/g;
const emptyMarks = /\ufdd0\w*\ufdd1\ufdd2/g;
const marks = /([[(]?)\ufdd0(\w*)\ufdd1([^\ufdd2]*)\ufdd2([\])]?)/g;
const partners: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/**
 * Has an engine mark what a citation says of each work, as pandoc links it: without its prefix and its suffix, and without what
 * the style sets around the whole.
 */
export function markCites(engine: CiteprocEngine): void {
  engine.fun.decorate['@cite'] = { entry: (_, html, id = '') => marked(html, id) };
  const { tokens } = engine.citation;
  const start = tokens.findIndex(({ name, tokentype }) => name === 'layout' && tokentype === CSL.START);
  const end = tokens.findLastIndex(({ name, tokentype }) => name === 'layout' && tokentype === CSL.END);
  // The engine puts a token for the prefix behind the first, and one for the suffix before the last.
  const [prefix, suffix] = [tokens[start + 1], tokens[end - 1]];
  let isOpen = false;
  prefix?.execs.push((state, item, cite) => {
    isOpen = state.tmp.just_looking !== true && state.tmp.area === 'citation' && cite?.isUnmarked !== true;
    if (!isOpen) return undefined;
    const group = new CSL.Token('group', CSL.START);
    group.decorations = [['@cite', 'entry', item.id]];
    state.output.startTag('casebook_cite', group);
    return undefined;
  });
  suffix?.execs.unshift((state) => {
    if (isOpen) state.output.endTag('casebook_cite');
    isOpen = false;
    return undefined;
  });
}

/**
 * What of a citation is not to be marked: letters that the style puts behind one year (`2010a, b`), which the engine knows as
 * such only where nothing is around them.
 */
export function markable(engine: CiteprocEngine, items: readonly SortedItem[]): readonly SortedItem[] {
  if (!/^year-suffix/.test(String(engine.citation.opt.collapse))) return items;
  const hasLetter = items.map(([{ id }]) => typeof engine.registry.registry[id]?.disambig === 'object' && engine.registry.registry[id].disambig.year_suffix !== false);
  if (hasLetter.filter((has) => has).length < 2) return items;
  return items.map(([item, cite], index) => [item, { ...cite, isUnmarked: hasLetter[index] === true }]);
}

export function marked(html: string, id: string): string {
  return `${open}${id}${named}${html}${close}`;
}

export function withoutMarks(html: string): string {
  return html.replace(anyMark, '');
}

/** Without marks around nothing. */
export function withoutEmptyMarks(html: string): string {
  return html.replace(emptyMarks, '');
}

/**
 * A citation with links in the place of its marks, which take a number's own brackets in, as in pandoc.
 * @param link writes the link of a work
 */
export function linkedMarks(html: string, style: StyleTraits, link: (id: string, html: string) => string): string {
  const linked = html.replace(marks, (_, before: string, id: string, content: string, after: string) => {
    const isBracketed = style.format === 'numeric' && before !== '' && partners[before] === after && !style.layout.prefix.endsWith(before);
    return isBracketed ? link(id, before + content + after) : before + link(id, content) + after;
  });
  return withoutMarks(linked);
}

/** As a sentence begins: the first letter is behind tags and marks. */
export function capital(html: string): string {
  return html.replace(/^((?:<[^>]*>|\ufdd0\w*\ufdd1|[^\p{L}<\ufdd0])*)(\p{Ll})/u, (_, before: string, first: string) => before + first.toUpperCase());
}
