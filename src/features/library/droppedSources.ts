import { type DataTransfer, Uri } from 'vscode';
import { nameOf } from './findPapers';
import type { ImportSource } from './importSource';

const uriListMime = 'text/uri-list';

/** What files are by their endings that hold no bibliography: the papers themselves, pictures, slides, data. */
const attachable = /\.(?:pdf|epub|djvu|ps|docx?|odt|rtf|pptx?|odp|xlsx?|ods|csv|tsv|png|jpe?g|gif|tiff?|bmp|webp|svg|heic|dcm|mp[34]|mov|wav|zip|gz|7z)$/i;

/** What may be dropped on the Papers view. */
export const dropMimeTypes: readonly string[] = [uriListMime, 'files', 'text/plain'];

/**
 * @returns the files that were dropped, by address where they have one (in a browser, files of the desktop have none and
 *   come with their content); else the text that was
 */
export async function droppedSources(transfer: DataTransfer): Promise<ImportSource[]> {
  const list = (await transfer.get(uriListMime)?.asString()) ?? '';
  const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const uris = lines.map((line) => Uri.parse(line)).filter(({ scheme }) => !/^https?$/.test(scheme));
  if (uris.length > 0) return uris;
  const files = [...transfer].flatMap(([, item]) => item.asFile() ?? []);
  if (files.length > 0) return Promise.all(files.map(async (file) => file.uri ?? { name: file.name, content: await file.data() }));
  const text = (await transfer.get('text/plain')?.asString()) ?? '';
  return text.trim() === '' ? [] : [{ name: undefined, content: text }];
}

/** @returns whether a file can only be meant to lie beside a paper */
export function isAttachable(source: ImportSource): boolean {
  return attachable.test(sourceName(source));
}

/** @returns what a source is called; empty for text that came from no file */
export function sourceName(source: ImportSource): string {
  return source instanceof Uri ? nameOf(source) : (source.name ?? '');
}
