import { RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';
import { matchKey } from '../../core/notes/citekey';
import type { Note } from '../../core/notes/note';
import { parseNote } from '../../core/notes/parseNote';
import type { Span } from '../../core/text';
import { inParallel } from './inParallel';

/** A note that cites a key, and where: each span is the `@` with the key. */
export interface CitingNote {
  readonly document: TextDocument;
  readonly spans: readonly Span[];
}

const filesAtOnce = 16;

/** @returns the notes of a workspace folder that cite a key */
export async function findCitingNotes(folder: Uri, key: string): Promise<CitingNote[]> {
  const uris = await workspace.findFiles(new RelativePattern(folder, '**/*.{md,markdown,qmd,Rmd,rmd}'), '**/node_modules/**');
  const notes = await inParallel(uris, filesAtOnce, async (uri) => ((await mentions(uri, key)) ? citing(uri, key) : undefined));
  return notes.filter((note) => note !== undefined && note.spans.length > 0) as CitingNote[];
}

/** A look at the bytes spares us opening every note. */
async function mentions(uri: Uri, key: string): Promise<boolean> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
  return text.includes(key);
}

async function citing(uri: Uri, key: string): Promise<CitingNote> {
  const document = await workspace.openTextDocument(uri);
  const note = parseNote(document.getText());
  const cited = note.citations.flatMap(({ items }) => items.filter((item) => item.key === key).map(({ keySpan }) => keySpan));
  return { document, spans: [...unseenlyCited(note, key), ...cited] };
}

/** `nocite: '@chen1995, @wang2001'` names papers in the front matter, which is no text with citations. */
function unseenlyCited({ text, frontMatter }: Note, key: string): Span[] {
  if (!frontMatter?.nocite.includes(key)) return [];
  const spans: Span[] = [];
  for (let at = text.indexOf('@', frontMatter.span.start); at >= 0 && at < frontMatter.span.end; at = text.indexOf('@', at + 1)) {
    const match = matchKey(text, at);
    if (match?.key === key) spans.push({ start: match.start, end: match.end });
  }
  return spans;
}
