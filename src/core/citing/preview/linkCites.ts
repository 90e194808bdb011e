/** The address of a work's reference within the page, and its id there: pandoc's. */
export function referenceId(id: string): string {
  return `ref-${id}`;
}

/** An id as the target of a link. */
export function anchor(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

/** @param html safe HTML without links */
export function linkToReference(id: string, html: string): string {
  return `<a href="${anchor(referenceId(id))}" role="doc-biblioref">${html}</a>`;
}

/**
 * A citation without the links to references that are not there.
 * @param known the works that have one on the page; none where it has no references at all
 */
export function unlinked(html: string, known: ReadonlySet<string> = new Set()): string {
  const targets = new Set([...known].map((id) => anchor(referenceId(id))));
  return html.replace(/<a href="(#ref-[^"]*)"[^>]*>([^]*?)<\/a>/g, (link, target: string, words: string) => (targets.has(target) ? link : words));
}
