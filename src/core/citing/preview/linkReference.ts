import type { CslItem } from '../../library/record';
import { escapeHtml } from '../html';

/** What names a work on the web, in pandoc's order, and the page it leads to. */
const names: readonly (readonly [variable: string, page: string])[] = [
  ['DOI', 'https://doi.org/'],
  ['PMCID', 'https://www.ncbi.nlm.nih.gov/pmc/articles/'],
  ['PMID', 'https://www.ncbi.nlm.nih.gov/pubmed/'],
  ['URL', ''],
];
/** Without the sign that ends the sentence; what is markup in it is escaped already. */
const address = /https?:\/\/(?:[^\s<>&"]|&#38;)*(?:[^\s<>&".,;:!?)\]]|&#38;)/g;

/**
 * Links a rendered reference as pandoc does: its addresses, and the DOI, PMID or PMCID that it shows; where it shows none, its
 * title.
 * @param html safe HTML without links
 */
export function linkReference(html: string, item: CslItem | undefined): string {
  let linked = html.replace(/<[^>]*>|[^<]+/g, (piece) => (piece.startsWith('<') ? piece : piece.replace(address, (url) => link(url, url))));
  const known = names.flatMap(([variable, page]): (readonly [name: string, url: string])[] => {
    const name = item?.[variable];
    if (typeof name !== 'string' || name === '') return [];
    const url = page + name;
    // Nobody is led anywhere but to the web.
    return /^https?:\/\//i.test(url) ? [[escapeHtml(name), escapeHtml(url)]] : [];
  });
  for (const [name, url] of known) linked = linkWords(linked, name, url);
  const [first] = known;
  const { title } = item ?? {};
  if (linked !== html || !first || typeof title !== 'string') return linked;
  return title.includes('<') ? linkMarkedWords(html, title, first[1]) : linkWords(html, escapeHtml(title), first[1]);
}

/** Links words where they first stand by themselves, outside of tags and links, whatever a style has made of their case. */
function linkWords(html: string, words: string, url: string): string {
  let isDone = words.trim() === '';
  return html.replace(/<a\b[^]*?<\/a>|<[^>]*>|[^<]+/g, (piece) => {
    const at = isDone || piece.startsWith('<') ? -1 : placeOf(words, piece);
    if (at < 0) return piece;
    isDone = true;
    const end = at + words.length;
    return piece.slice(0, at) + link(url, piece.slice(at, end)) + piece.slice(end);
  });
}

/** Links words that have markup of their own, `<i>In vitro</i> effects`, where the link holds whole tags. */
function linkMarkedWords(html: string, words: string, url: string): string {
  const places: number[] = [];
  const bare = html.replace(/<[^>]*>|[^]/g, (piece, at: number) => (piece.length > 1 ? '' : (places.push(at), piece)));
  const sought = escapeHtml(words.replace(/<[^>]*>/g, ''));
  const at = sought.trim() === '' ? -1 : placeOf(sought, bare);
  if (at < 0) return html;
  const first = places[at] ?? 0;
  const last = (places[at + sought.length - 1] ?? 0) + 1;
  const before = /(?:<(?!\/)[^>]*>)*$/.exec(html.slice(0, first))?.[0].length ?? 0;
  const behind = /^(?:<\/[^>]*>)*/.exec(html.slice(last))?.[0].length ?? 0;
  const found = [[first, last], [first - before, last], [first, last + behind], [first - before, last + behind]] as const;
  const whole = found.find(([from, to]) => isBalanced(html.slice(from, to)));
  return whole ? html.slice(0, whole[0]) + link(url, html.slice(...whole)) + html.slice(whole[1]) : html;
}

function isBalanced(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<[^>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** A regular expression for each title, with classes of all letters in any case, would take milliseconds to make. */
function placeOf(words: string, text: string): number {
  const small = [text.toLowerCase(), words.toLowerCase()] as const;
  // Few letters have a small form of another length.
  const isAlike = small[0].length === text.length && small[1].length === words.length;
  const [within, sought] = isAlike ? small : ([text, words] as const);
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const before = within.slice(Math.max(0, at - 2), at);
    if (!/[\p{L}\p{N}/]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(within.slice(at + sought.length, at + sought.length + 2))) return at;
  }
  return -1;
}

function link(url: string, html: string): string {
  return `<a href="${url}">${html}</a>`;
}
