import { escapeHtml } from '../html';
import { referenceId } from './linkCites';
import type { PreparedCitation } from './preparedNote';
import type { ShownLabels } from './shownLabels';

/** More ways back than these nobody tries. */
const mostBacklinks = 26;
const arrow = '↩\ufe0e';

/** A bibliography as pandoc writes it, each entry with links back to where the work is cited. */
export function bibliographyHtml(
  entries: readonly { readonly id: string; readonly html: string }[],
  citations: readonly (PreparedCitation | undefined)[],
  labels: ShownLabels,
): string {
  const cited = new Map<string, number[]>();
  for (const [index, citation] of citations.entries()) {
    for (const id of citation?.works ?? []) cited.set(id, [...(cited.get(id) ?? []), index]);
  }
  const rows = entries.map(({ id, html }) => {
    const back = backlinks(cited.get(id) ?? [], labels);
    return `<div id="${escapeHtml(referenceId(id))}" class="csl-entry" role="doc-biblioentry">${within(html, back)}</div>`;
  });
  return `<div id="refs" class="references csl-bib-body" role="doc-bibliography">\n${rows.join('\n')}\n</div>`;
}

/** One arrow, and a letter for each place where there are several: `↩ᵃ ᵇ`. */
function backlinks(places: readonly number[], { backToText }: ShownLabels): string {
  const label = escapeHtml(backToText);
  const link = (place: number, content: string, name: string): string =>
    `<a href="#cite-${place}" class="casebook-back" role="doc-backlink" title="${name}" aria-label="${name}">${content}</a>`;
  const [first, ...more] = places.slice(0, mostBacklinks);
  if (first === undefined) return '';
  if (more.length === 0) return ` ${link(first, arrow, label)}`;
  const letters = [first, ...more].map((place, index) => {
    const letter = String.fromCharCode(97 + index);
    return link(place, index === 0 ? `${arrow}<sup>${letter}</sup>` : `<sup>${letter}</sup>`, `${label} (${letter})`);
  });
  return ` ${letters.join(' ')}`;
}

/** A reference beside its number stands in a block of its own, and the links go into it. */
function within(html: string, back: string): string {
  const end = /<div class="csl-right-inline">/.test(html) ? html.lastIndexOf('</div>') : -1;
  return end < 0 ? html + back : html.slice(0, end) + back + html.slice(end);
}
