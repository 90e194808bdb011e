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

/** Papers by what tells a work from another, to find those that are there already. */
export class KnownWorks<P extends Paper> {
  private readonly byDoi = new Map<string, P>();
  private readonly byPmid = new Map<string, P>();
  private readonly byTitle = new Map<string, P>();

  constructor(papers: Iterable<P>) {
    for (const paper of papers) {
      const { doi, pmid, title } = identity(paper.record);
      setFirst(this.byDoi, doi, paper);
      setFirst(this.byPmid, pmid, paper);
      setFirst(this.byTitle, title, paper);
    }
  }

  /** @returns the paper with the same DOI, the same PMID, or the same title and year, and which of these it is */
  find(record: CslItem): { readonly paper: P; readonly by: SameBy } | undefined {
    const { doi, pmid, title } = identity(record);
    const found = (paper: P | undefined, by: SameBy) => paper && { paper, by };
    return found(this.byDoi.get(doi), 'DOI') ?? found(this.byPmid.get(pmid), 'PMID') ?? found(this.byTitle.get(title), 'title');
  }
}

/** What a record does not say, it has in common with none. */
function setFirst<P>(papers: Map<string, P>, key: string, paper: P): void {
  if (key !== '' && !papers.has(key)) {
    papers.set(key, paper);
  }
}

interface Identity {
  readonly doi: string;
  readonly pmid: string;
  /** With the year: case reports of one name there are many. */
  readonly title: string;
}

function identity(record: CslItem): Identity {
  const title = fold(record.title ?? '').replace(/<[^>]{1,40}>/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return {
    doi: (record.DOI ?? '').replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '').replace(/^doi:\s*/i, '').trim().toLowerCase(),
    pmid: (record.PMID ?? '').replace(/\D/g, ''),
    title: title && `${title} ${yearOf(record)}`,
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
