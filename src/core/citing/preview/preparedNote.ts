import { aliasesOf } from '../../library/aliases';
import type { CslItem } from '../../library/record';
import type { CitationCluster, CitedText, Note } from '../../notes/note';
import { showsBibliography } from '../bibliographyPlace';
import type { Linkable, LinkedCitation, RenderedNote } from '../rendered';
import { unlinked } from './linkCites';
import { linkReference } from './linkReference';

/** A note's citations and bibliography, ready to be put into a page. All HTML is safe. */
export interface PreparedNote extends Pick<RenderedNote, 'format' | 'isSuperscript' | 'punctuationInQuote'> {
  /** For each citation that stands in no other, in the order of the text. */
  readonly citations: readonly PreparedCitation[];
  readonly entries: readonly { readonly id: string; readonly html: string }[];
  /** Keys that nothing is known of, each once. */
  readonly unknown: readonly string[];
}

export interface PreparedCitation {
  /** As it stands in the note. */
  readonly source: string;
  readonly html: string;
  /** Safe HTML of the authors that stay in the sentence, and of the footnote without them. */
  readonly apart?: { readonly author: string; readonly note: string };
  /** The ids of the works that it cites. */
  readonly works: readonly string[];
}

/** The outermost citations of a note, each with those that stand in it. */
export function outermost({ citations }: Pick<CitedText, 'citations'>): { readonly cluster: CitationCluster; readonly keys: readonly string[] }[] {
  const found: { cluster: CitationCluster; keys: string[] }[] = [];
  for (const cluster of citations) {
    const outer = found.at(-1);
    const keys = cluster.items.map(({ key }) => key);
    if (outer && cluster.span.start < outer.cluster.span.end) outer.keys.push(...keys);
    else found.push({ cluster, keys });
  }
  return found;
}

/** @param items what the note can cite, as it was rendered with */
export function prepareNote(note: CitedText, items: readonly CslItem[], rendered: RenderedNote): PreparedNote {
  const { linkCitations = true, linkBibliography = true } = note.frontMatter ?? {};
  const records = new Map(linkBibliography ? items.map((item) => [item.id, item]) : []);
  const listed = listedWorks(rendered);
  const write = ({ html, linked }: Linkable): string => (linkCitations ? unlinked(linked, listed) : html);
  return {
    citations: citedWorks(note, items, rendered).map(({ citation, works }) => ({
      source: note.text.slice(citation.start, citation.end),
      html: write(citation),
      ...(citation.apart && { apart: { author: citation.apart.author.html, note: write(citation.apart.note) } }),
      works,
    })),
    entries: rendered.bibliography.map(({ id, html }) => ({ id, html: linkBibliography ? linkReference(html, records.get(id)) : html })),
    unknown: unknownKeys(rendered),
    format: rendered.format,
    isSuperscript: rendered.isSuperscript,
    punctuationInQuote: rendered.punctuationInQuote,
  };
}

/** Keys in a note that nothing is known of, each once. */
export function unknownKeys({ problems }: Pick<RenderedNote, 'problems'>): readonly string[] {
  return [...new Set(problems.flatMap((problem) => (problem.code === 'citekey-unknown' ? problem.params.key : [])))];
}

/**
 * A rendered note as pandoc links it: with `link-citations` each citation leads to its references. What its bibliography says is
 * left as it is.
 */
export function linkedAsAsked(note: Note, rendered: RenderedNote): RenderedNote {
  if (!note.frontMatter?.linkCitations || !showsBibliography(note)) return rendered;
  const listed = listedWorks(rendered);
  const link = (one: Linkable): { readonly html: string } => ({ html: unlinked(one.linked, listed) });
  const citations = rendered.citations.map(({ apart, ...citation }) => ({
    ...citation, ...link(citation), ...(apart && { apart: { ...apart, note: { ...apart.note, ...link(apart.note) } } }),
  }));
  return { ...rendered, citations };
}

function listedWorks({ bibliography }: RenderedNote): ReadonlySet<string> {
  return new Set(bibliography.map(({ id }) => id));
}

/** For each rendered citation the ids of the works that it cites. */
function citedWorks(note: CitedText, items: readonly CslItem[], rendered: RenderedNote): { readonly citation: LinkedCitation; readonly works: readonly string[] }[] {
  const works = new Map<string, string>();
  const known = (key: string, { id }: CslItem): unknown => works.has(key) || works.set(key, id);
  for (const item of items) known(item.id, item);
  for (const item of items) for (const alias of aliasesOf(item)) known(alias, item);
  const keysAt = new Map(outermost(note).map(({ cluster, keys }) => [cluster.span.start, keys]));
  return rendered.citations.map((citation) => ({ citation, works: [...new Set((keysAt.get(citation.start) ?? []).flatMap((key) => works.get(key) ?? []))] }));
}

/** For each citation of another version of the note what is known of one with the same source, the first for the first. */
export function carriedOver(prepared: PreparedNote, note: CitedText): (PreparedCitation | undefined)[] {
  const bySource = new Map<string, PreparedCitation[]>();
  for (const citation of prepared.citations) bySource.set(citation.source, [...(bySource.get(citation.source) ?? []), citation]);
  return outermost(note).map(({ cluster: { span } }) => {
    const same = bySource.get(note.text.slice(span.start, span.end));
    return same && same.length > 1 ? same.shift() : same?.[0];
  });
}
