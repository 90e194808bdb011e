import type { Note } from '../notes/note';
import { findBibliography } from './bibliographyPlace';
import type { RenderedCitation, RenderedNote } from './rendered';

/** `text` and `html`: the note with citations and bibliography in place; `json`: only these, with their places. */
export type DocumentFormat = 'text' | 'html' | 'json';

/** Writes a note out with its citations rendered; front matter stays as it is. */
export function renderDocument(note: Note, rendered: RenderedNote, format: DocumentFormat): string {
  if (format === 'json') return json(rendered);
  const bibliography = format === 'html' ? htmlBibliography(rendered) : textBibliography(rendered);
  const place = bibliography === '' ? undefined : findBibliography(note);
  let output = '';
  let at = 0;
  let isPlaced = bibliography === '';
  for (const citation of rendered.citations) {
    if (place && !isPlaced && citation.start >= place.start) {
      output += `${note.text.slice(at, place.start)}\n\n${bibliography}\n\n`;
      at = place.end;
      isPlaced = true;
    }
    if (citation.start < at) continue;
    output += spaceKept(note.text.slice(at, citation.start), rendered) + shown(citation, rendered, format);
    at = citation.end;
  }
  if (isPlaced) return output + note.text.slice(at);
  if (place) return `${output}${note.text.slice(at, place.start)}\n\n${bibliography}\n\n${note.text.slice(place.end)}`;
  return `${(output + note.text.slice(at)).trimEnd()}\n\n${bibliography}\n`;
}

/** Raised numbers stand at the word, as pandoc sets them. */
function spaceKept(before: string, { isSuperscript }: RenderedNote): string {
  return isSuperscript ? before.replace(/[ \t]+$/, '') : before;
}

function shown(citation: RenderedCitation, { format }: RenderedNote, as: 'text' | 'html'): string {
  const value = as === 'html' ? citation.html : citation.text;
  return format === 'note' && value !== '' ? `^[${value}]` : value;
}

function textBibliography({ bibliography }: RenderedNote): string {
  return bibliography.map(({ text }) => text).join('\n\n');
}

function htmlBibliography({ bibliography }: RenderedNote): string {
  if (bibliography.length === 0) return '';
  const entries = bibliography.map(({ html }) => `<div class="csl-entry">${html}</div>`);
  return ['<div id="refs" class="references csl-bib-body">', ...entries, '</div>'].join('\n');
}

function json({ citations, bibliography }: RenderedNote): string {
  return JSON.stringify(
    {
      citations: citations.map(({ start, end, text }) => ({ start, end, text })),
      bibliography: bibliography.map(({ id, text }) => ({ id, text })),
    },
    undefined,
    2,
  );
}
