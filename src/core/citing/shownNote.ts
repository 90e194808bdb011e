import type { CitedText } from '../notes/note';
import type { Span } from '../text';
import type { NoteView } from './noteView';
import type { RenderedCitation, RenderedNote } from './rendered';
import type { StyleTraits } from './styleTraits';

/** What is to be seen of a note beside its text: what a view of its references and its inline citations are made of. */
export interface ShownNote extends Pick<RenderedNote, 'format' | 'isSuperscript'> {
  /** Those in the stretch asked for. */
  readonly citations: readonly RenderedCitation[];
  /** The works of the bibliography, in the style's order. */
  readonly works: readonly ShownWork[];
  /** Keys that nothing is known of, in the order of the text. */
  readonly unknown: readonly { readonly key: string; readonly places: readonly Span[] }[];
}

/** A work of a bibliography, and where the note cites it. */
export interface ShownWork {
  readonly id: string;
  /** The keys with their `@`, by any key of the work; none for one that only `nocite` names. */
  readonly places: readonly Span[];
}

export function shownNote(note: CitedText, view: NoteView, style: StyleTraits, visible: Span): ShownNote {
  const places = new Map<string, Span[]>();
  const unknown = new Map<string, Span[]>();
  for (const { items } of note.citations) {
    for (const { key, keySpan } of items) {
      const id = view.workOf(key);
      const of = id === undefined ? unknown : places;
      const listed = of.get(id ?? key) ?? [];
      listed.push(keySpan);
      of.set(id ?? key, listed);
    }
  }
  return {
    citations: view.citations(visible),
    works: view.works().map(({ id }) => ({ id, places: places.get(id) ?? [] })),
    unknown: [...unknown].map(([key, spans]) => ({ key, places: spans })),
    format: style.format,
    isSuperscript: style.layout.isSuperscript,
  };
}
