import type { CitationCluster, CitationItem } from '../notes/note';
import type { StyleTraits } from './styleTraits';
import { affixHtml } from './affix';
import { withoutMarks } from './citeMarks';
import { escapeHtml } from './html';

/** Adds the keys that nothing is known of to a rendered citation, as `key?`: `(Chen, 1995; see smith?)`. */
export function withUnknownKeys(
  html: string,
  cluster: CitationCluster,
  isKnown: (key: string) => boolean,
  style: StyleTraits,
): string {
  const unknown = cluster.items.filter(({ key }) => !isKnown(key)).map(written);
  if (unknown.length === 0) return html;
  const { delimiter, isSuperscript } = style.layout;
  const [prefix, suffix, between] = [style.layout.prefix, style.layout.suffix, delimiter].map(escapeHtml);
  const listed = unknown.join(between);
  const close = isSuperscript ? `${suffix}</sup>` : (suffix ?? '');
  if (html === '') return isSuperscript ? `<sup>${prefix}${listed}${close}` : `${prefix}${listed}${close}`;
  // What ends a footnote may have become part of what is marked.
  const body = html.endsWith(close) ? html.slice(0, html.length - close.length) : withoutMarks(html);
  return `${body}${between}${listed}${html.endsWith(close) ? close : ''}`;
}

/** With what stands around it, but for a locator, which is of no use without its work: pandoc's way. */
function written({ key, prefix, suffix }: CitationItem): string {
  const [before, after] = [prefix, suffix].map((text) => affixHtml(escapeHtml(text)));
  return `${before === '' ? '' : `${before} `}<b>${escapeHtml(key)}?</b>${after}`;
}
