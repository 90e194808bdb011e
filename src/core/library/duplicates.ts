import type { Paper } from './paper';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';

/** A paper and the file it stands in. */
type FiledPaper = Paper & { readonly uri: string; readonly folder?: string };

/**
 * Papers of one folder that bear the same citekey.
 *
 * @returns for each such file, by its address, the problems to show at the citekey
 */
export function duplicateCitekeys(papers: Iterable<FiledPaper>): Map<string, Problem[]> {
  // The folder counts: notes cite only the papers of their own.
  const folders = new Map<string, Map<string, FiledPaper>>();
  const clashes = new Map<FiledPaper, FiledPaper[]>();
  for (const paper of papers) {
    const { folder = '', record } = paper;
    const byKey = folders.get(folder) ?? new Map<string, FiledPaper>();
    const first = byKey.get(record.id);
    if (first) clashes.set(first, [...(clashes.get(first) ?? [first]), paper]);
    else folders.set(folder, byKey.set(record.id, paper));
  }
  const problems = new Map<string, Problem[]>();
  for (const same of clashes.values()) {
    for (const paper of same) {
      const other = same.find((each) => each !== paper);
      if (other) {
        const params = { id: paper.record.id, other: fileName(other.uri) };
        const found = problem('citekey-duplicate', 'error', params, paper.idSpan);
        problems.set(paper.uri, [...(problems.get(paper.uri) ?? []), found]);
      }
    }
  }
  return problems;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
