import type { Format } from './format';
import { ovidRecord } from './ovidRecord';
import type { TagAt, TaggedForm } from './tagged';
import { readTagged } from './tagged';

/** A record's own line: `<8>`. */
const marker = '<>';

/** Where a line's value begins is after the line: Ovid sets values below their names. */
const form: TaggedForm = {
  tagAt,
  begins: ({ tag, seen }) => tag === marker || !seen,
  lists: new Set(['author', 'authors', 'editor', 'editors', 'book author', 'book editor']),
  kept: new Set([
    marker, 'accession number', 'unique identifier', 'pmid', 'author', 'authors', 'book author', 'editor', 'editors', 'book editor', 'title',
    'chapter title', 'book title', 'source', 'abstract', 'author keywords', 'keywords', 'key words', 'keyword heading', 'issn',
    'issn print', 'issn electronic', 'isbn', 'doi number', 'digital object identifier', 'doi', 'language', 'document type', 'publication type',
    'publisher', 'year of publication', 'date of publication', 'publication date', 'status', 'pmc identifier', 'journal name', 'journal',
    'volume', 'issue', 'page', 'pages', 'url',
  ]),
};

/** Ovid's "Complete Reference" as text: `<1>`, then names of fields with their values indented below. */
export const ovid: Format = {
  id: 'ovid',
  name: 'Ovid',
  extensions: ['txt'],
  detect,
  read: (text) => readTagged(text, form, ovidRecord),
};

/** No name of a field is longer. */
const longestName = 60;

function tagAt(text: string, start: number, end: number, found: TagAt): boolean {
  const first = text.charCodeAt(start);
  if (end <= start || end - start > longestName || first === 32 || first === 9 || first === 13) {
    return false;
  }
  const line = text.slice(start, end).trimEnd();
  const isMarker = /^<\d{1,7}>$/.test(line);
  if (!isMarker && !/^[A-Z][A-Za-z /&()-]*:?$/.test(line)) return false;
  found.tag = isMarker ? marker : line.toLowerCase().replace(/\s*(?:\([^()]*\))?:?$/, '');
  found.valueAt = end;
  return true;
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  const first = /^[\s\uFEFF]*<\d{1,7}>[ \t]*\r?\n/.exec(head);
  const fields = [/^(?:Accession Number|Unique Identifier)\s*$/m, /^Authors?(?:\(s\))?\s*$/m, /^Title\s*$/m, /^Source\s*$/m, /^Abstract\s*$/m].filter((field) => field.test(head)).length;
  return first && fields > 0 ? 0.95 : fields > 2 ? 0.7 : 0;
}
