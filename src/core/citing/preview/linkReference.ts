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
  return linked === html && first && typeof title === 'string' ? linkWords(html, escapeHtml(title), first[1]) : linked;
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
