import { renderDocument } from '../../../core/citing/renderDocument';
import type { RenderedCitation, RenderedNote } from '../../../core/citing/rendered';
import type { Note } from '../../../core/notes/note';
import { referenceToMarkdown, runsToMarkdown } from '../noteMarkdown';
import { styledReference, styledRuns } from '../styledRuns';

/** A note in pandoc's Markdown, with its citations and its bibliography written out, so that pandoc has nothing to look up. */
export function pandocText(note: Note, rendered: RenderedNote): string {
  const citations = rendered.citations.map((citation) => written(note, citation, rendered.format === 'note' && !isInFootnote(note, citation)));
  const bibliography = rendered.bibliography.map((entry) => ({ ...entry, text: referenceToMarkdown(styledReference(entry.html)) }));
  return renderDocument(note, { ...rendered, format: 'author', citations, bibliography }, 'text');
}

/** A style's footnote goes behind a full stop, without the space before it. */
function written(note: Note, citation: RenderedCitation, asNote: boolean): RenderedCitation {
  const text = runsToMarkdown(styledRuns(citation.html));
  if (!asNote || text === '') return { ...citation, text };
  const spaces = /[ \t]*$/.exec(note.text.slice(Math.max(0, citation.start - 20), citation.start))?.[0].length ?? 0;
  const after = /^[.,;:!?]*/.exec(note.text.slice(citation.end, citation.end + 9))?.[0] ?? '';
  return { ...citation, start: citation.start - spaces, end: citation.end + after.length, text: `${after}^[${text}]` };
}

function isInFootnote({ footnotes }: Note, { start }: RenderedCitation): boolean {
  return [...footnotes.definitions, ...footnotes.inline].some((one) => one.start <= start && start < one.end);
}
