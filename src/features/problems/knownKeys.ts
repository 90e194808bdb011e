import type { TextDocument } from 'vscode';
import { aliasesOf } from '../../core/library/aliases';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';

/** Keys of larger bibliographies (records) are not compared all: those are searched for that begin alike. */
const mostCompared = 20_000;
const mostFound = 200;

/** @returns the keys that a note could cite by and that may be near to a mistyped one */
export async function knownKeys(typed: string, document: TextDocument, works: CitableWorks, bibliographies: Bibliographies): Promise<string[]> {
  const papers = works.papers(document).flatMap(({ record }) => [record.id, ...aliasesOf(record)]);
  const visible = new Set(await bibliographies.visibleTo(document));
  const small: string[] = [];
  const large: string[] = [];
  for (const { uri, state } of bibliographies.list()) {
    if (state.kind === 'ready' && visible.has(uri.toString())) (state.count > mostCompared ? large : small).push(uri.toString());
  }
  const listed = await bibliographies.keys(small);
  const begin = /^[\p{L}]{3}|^.{4}/u.exec(typed)?.[0] ?? typed;
  const found = large.length > 0 ? (await bibliographies.search(large, begin, mostFound)).rows.map(({ key }) => key) : [];
  return [...works.inlineKeys(document), ...papers, ...listed, ...found];
}
