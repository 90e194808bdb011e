import { yearOf } from './display';
import { fold } from './fold';
import type { Paper } from './paper';
import type { CslItem } from './record';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';

/** A paper and the file it stands in. */
type FiledPaper = Paper & { readonly uri: string; readonly folder?: string };

/** How two records were found to be of one work. */
export type SameBy = 'DOI' | 'PMID' | 'title';

/**
 * Papers of one folder that bear the same citekey.
 *
 * @returns for each such file, by its address, the problems to show at the citekey
 */
export function duplicateCitekeys(papers: Iterable<FiledPaper>): Map<string, Problem[]> {
  const byKey = new Map<string, FiledPaper[]>();
  for (const paper of papers) {
    // The folder counts: notes cite only the papers of their own.
    const key = `${paper.folder ?? ''}\n${paper.record.id}`;
    byKey.set(key, [...(byKey.get(key) ?? []), paper]);
  }
  const problems = new Map<string, Problem[]>();
  for (const same of byKey.values()) {
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

/**
 * A paper that is there already: with the same DOI, the same PMID, or the same title and year.
 *
 * @returns the first one found, and by what
 */
export function findSame<P extends Paper>(
  record: CslItem,
  papers: Iterable<P>,
): { readonly paper: P; readonly by: SameBy } | undefined {
  const own = identity(record);
  let byTitle: P | undefined;
  for (const paper of papers) {
    const other = identity(paper.record);
    if (own.doi !== '' && own.doi === other.doi) {
      return { paper, by: 'DOI' };
    }
    if (own.pmid !== '' && own.pmid === other.pmid) {
      return { paper, by: 'PMID' };
    }
    byTitle ??= own.title !== '' && own.title === other.title && own.year === other.year ? paper : undefined;
  }
  return byTitle && { paper: byTitle, by: 'title' };
}

interface Identity {
  readonly doi: string;
  readonly pmid: string;
  readonly title: string;
  readonly year: string;
}

function identity(record: CslItem): Identity {
  return {
    doi: (record.DOI ?? '').replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '').replace(/^doi:\s*/i, '').trim().toLowerCase(),
    pmid: (record.PMID ?? '').replace(/\D/g, ''),
    title: fold(record.title ?? '').replace(/<[^>]{1,40}>/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim(),
    year: yearOf(record),
  };
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
