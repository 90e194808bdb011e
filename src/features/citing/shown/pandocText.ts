import { findBibliography } from '../../../core/citing/bibliographyPlace';
import { linkedAsAsked } from '../../../core/citing/preview/preparedNote';
import { referenceId } from '../../../core/citing/preview/linkCites';
import { writeDocument } from '../../../core/citing/renderDocument';
import type { RenderedEntry, RenderedNote } from '../../../core/citing/rendered';
import type { Note } from '../../../core/notes/note';
import { referenceToMarkdown, runsToMarkdown } from '../noteMarkdown';
import { styledReference, styledRuns } from '../styledRuns';

/** A note in pandoc's Markdown, with its citations and its bibliography written out, so that pandoc has nothing to look up. */
export function pandocText(note: Note, rendered: RenderedNote): string {
  const linked = linkedAsAsked(note, rendered);
  return writeDocument(note, linked, { citation: ({ html }) => runsToMarkdown(styledRuns(html)), bibliography: bibliography(note, rendered) });
}

/** In the divs that pandoc gives a bibliography, by which it knows the paragraphs' style. */
function bibliography(note: Note, rendered: RenderedNote): string {
  if (rendered.bibliography.length === 0) return '';
  const entries = rendered.bibliography.map(entry).join('\n\n');
  const place = findBibliography(note);
  const isInDiv = place !== undefined && /#refs\b[^\n]*$/.test(note.text.slice(0, place.start));
  return isInDiv ? entries : `::: {#refs .references .csl-bib-body}\n\n${entries}\n\n:::`;
}

function entry({ id, html }: RenderedEntry): string {
  const text = referenceToMarkdown(styledReference(html)).replace(/^(\d+)\. /, '$1\\. ');
  const isPlain = /^[\p{L}\p{N}_.:-]+$/u.test(id);
  return `::: {${isPlain ? `#${referenceId(id)} ` : ''}.csl-entry}\n${text}\n:::`;
}
