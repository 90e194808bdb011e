import { decode } from '../formats/decode';
import { Lines } from '../lines';
import type { Span } from '../text';
import { parseNote } from '../notes/parseNote';
import type { LocalFiles } from '../ports';
import type { KeyFileKind, KeyOccurrence } from './keyOccurrences';
import { keyOccurrences } from './keyOccurrences';

/** A file to look for keys in: its text or bytes, or its address alone for the worker to read. */
export interface KeySource {
  readonly uri: string;
  readonly kind: KeyFileKind;
  readonly content?: Uint8Array | string;
}

/** A line and a character in it, both from 0. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export interface PlacedKey extends KeyOccurrence {
  readonly start: Place;
  readonly end: Place;
}

export interface KeyFile {
  readonly uri: string;
  readonly kind: KeyFileKind;
  readonly keys: readonly PlacedKey[];
}

/** Larger files are no notes and no bibliographies (bytes). */
const largestFile = 200_000_000;

/**
 * Looks for keys in files, without parsing those that do not have their letters.
 * @returns the files that have one of the keys, with the places of those
 */
export async function findKeys(sources: readonly KeySource[], keys: readonly string[], files: LocalFiles): Promise<KeyFile[]> {
  const contents = await Promise.all(sources.map(({ uri, content }) => content ?? files.read(uri)));
  const exact = new Map(keys.map((key) => [key, key]));
  const anyCase = new Map(keys.map((key) => [key.toLowerCase(), key]));
  return sources.flatMap(({ uri, kind }, index) => {
    const text = textOf(contents[index]);
    if (text === undefined || !keys.some((key) => text.includes(key) || (kind === 'bibtex' && text.toLowerCase().includes(key.toLowerCase())))) return [];
    const found = keyOccurrences(text, kind).flatMap((each) => {
      // BibTeX finds the entry that `crossref` names in any case.
      const key = exact.get(each.key) ?? (kind === 'bibtex' && each.role === 'use' ? anyCase.get(each.key.toLowerCase()) : undefined);
      return key === undefined ? [] : [{ ...each, key }];
    });
    return found.length === 0 ? [] : [{ uri, kind, keys: placed(text, found) }];
  });
}

/**
 * @param offset where the cursor stands (UTF-16 units)
 * @returns the key there, its `@` included
 */
export function keyAt(text: string, kind: KeyFileKind, offset: number): PlacedKey | undefined {
  const found = keyOccurrences(text, kind).find(({ span }) => leadOf(text, span) <= offset && offset <= span.end);
  return found && placed(text, [found])[0];
}

/** @returns whether an offset of a note (UTF-16 units) is in a citation or right at its end, on its key or not */
export function inCitation(text: string, offset: number): boolean {
  return parseNote(text).citations.some(({ span }) => span.start <= offset && offset <= span.end);
}

/** Where the `@` before a key stands, or else the key. */
function leadOf(text: string, { start }: Span): number {
  const lead = text.startsWith('@{', start - 2) ? 2 : text[start - 1] === '@' ? 1 : 0;
  return start - lead;
}

function placed(text: string, found: readonly KeyOccurrence[]): PlacedKey[] {
  const lines = new Lines(text);
  return found.map((each) => ({ ...each, start: lines.at(each.span.start), end: lines.at(each.span.end) }));
}

function textOf(content: Uint8Array | string | undefined): string | undefined {
  return content === undefined || typeof content === 'string' ? content : decode(content, largestFile).text;
}
