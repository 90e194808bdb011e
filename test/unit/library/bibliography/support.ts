import assert from 'node:assert/strict';
import { readText } from '../../../../src/core/formats/registry';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { rowOf } from '../../../../src/core/library/bibliography/rowOf';
import type { FileStamp, LocalFiles } from '../../../../src/core/ports';

/** Files in memory. */
export class MemoryFiles implements LocalFiles {
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly modified: number }>();
  reads = 0;

  put(uri: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.files.set(uri, { bytes, modified: (this.files.get(uri)?.modified ?? 0) + 1 });
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    this.reads += 1;
    return this.files.get(uri)?.bytes;
  }

  async stamp(uri: string): Promise<FileStamp | undefined> {
    const file = this.files.get(uri);
    return file && { size: file.bytes.length, modified: file.modified };
  }

  async write(uri: string, bytes: Uint8Array): Promise<boolean> {
    this.put(uri, bytes.slice());
    return true;
  }
}

/** Text as it comes back from bytes: a lone surrogate has none. */
export function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** Holds what a service says of a bibliography against what the format's own reader gives. */
export async function assertAsRead(work: BibliographyWork, uri: string, text: string, format?: string): Promise<void> {
  const { records, problems } = readText(text, format);
  const rows = work.rows(uri, 0, 1_000_000);
  assert.deepEqual(rows, records.map((record, index) => ({ uri, index, ...rowOf(record).row })));
  assert.deepEqual(await work.records(uri, rows.map(({ index }) => index)), records);
  assert.deepEqual(await work.problems(uri), problems);
}

/** Opens a text and holds it against the format's own reader. */
export async function assertOpensAsRead(text: string, format?: string): Promise<void> {
  const work = new BibliographyWork(new MemoryFiles());
  await work.open('a', { content: text, ...(format !== undefined && { format }) });
  await assertAsRead(work, 'a', text, format);
}

/** Entries and pieces of them, of which mistakes are made; none defines a macro after it is used. */
export const bibtexPieces: readonly string[] = [
  '@article{chen1995,\n  title = {A {DNA} case},\n  author = "Chen, Y. M. and M{\\"u}ller, J.",\n  year = 1995, month = aug,\n journal={Gut}\n}\n',
  '@article{müller,\n  title = {Größe & Gewicht},\n  author = {Müller, Jörg and others},\n  date = {2001-05/2002}\n}\n',
  '@book{b,\n title = {Book of {\\"U}bung}, subtitle={More}, editor = {van der Berg, Jan}, ids = {b1, b2}, year = {c1990}}\n',
  '@inbook{c, crossref = {b}, title = {C}}\n', '@incollection{d, xdata = {x}, crossref = {c}, title = {D}, author={D, E}}\n', '@xdata{x, year = 2000, journal = {XJ}}\n',
  '@inproceedings{C, crossref={B}}\n', '@misc{,title = {No key}, year=2003, author={Key, No}}\n', '@misc{title = {Key forgotten}}\n', '@misc{nofields,}\n', '@misc{b, note={again}}\n',
  '@comment{', '@preamble{"x"}\n', '@misc{', '{', '}', '"', '\\', '\n', '\n', ',', '=', '%', ' ', '\r\n', '@', '\n@', 'title', ' = ', 'k,', ')', '(', 'é', '\u00a0',
  'year = 1999,\n', '\n@a{b,', '\n  @a{b, t={}}', '=\n@article{q, title={Q}}\n', '😀', '@unpublished{u, title={U}, eventtitle={E}}\n', '@string{zz = {never used}}\n',
];
