import { aliasesOf } from '../../core/library/aliases';
import { nameLabel, yearOf } from '../../core/library/display';
import { fold } from '../../core/library/fold';
import type { LibraryPaper } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';

/** A work that what was typed may mean; `matched` is what was typed and how its text goes on. */
export interface FoundWork {
  readonly record: CslItem;
  readonly matched: string;
}

interface SearchEntry {
  readonly record: CslItem;
  /** Key, other keys, authors, year, title, journal: folded. */
  readonly text: string;
}

/** VS Code looks no further into a completion's text than this. */
const matchedLength = 120;

/** As many papers as are readied within a few milliseconds. */
const slice = 250;

/** Finds works by the beginning of any word that a user may remember them by; made for a search per key stroke. */
export class CitekeySearch {
  private readonly entries = new WeakMap<LibraryPaper, SearchEntry>();

  /** @returns the works in which a word begins with `typed`, those whose key does first; all where nothing was typed */
  find(papers: readonly LibraryPaper[], typed: string, most: number): FoundWork[] {
    const wanted = fold(typed);
    const found: { readonly entry: SearchEntry; readonly at: number }[] = [];
    for (const paper of papers) {
      const entry = this.entry(paper);
      const at = wordBeginning(entry.text, wanted);
      if (at >= 0) found.push({ entry, at });
    }
    return found
      .sort((a, b) => a.at - b.at || compare(a.entry.record.id, b.entry.record.id))
      .slice(0, most)
      .map(({ entry, at }) => ({ record: entry.record, matched: typed + entry.text.slice(at + wanted.length, at + matchedLength) }));
  }

  /** Readies the search for papers it does not know yet, in slices that leave the thread to others in between. */
  async prepare(papers: readonly LibraryPaper[]): Promise<void> {
    for (let done = 0; done < papers.length; done += slice) {
      for (const paper of papers.slice(done, done + slice)) this.entry(paper);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  private entry(paper: LibraryPaper): SearchEntry {
    let entry = this.entries.get(paper);
    if (!entry) {
      entry = { record: paper.record, text: searchText(paper.record) };
      this.entries.set(paper, entry);
    }
    return entry;
  }
}

/** Where a word begins with the letters, or -1. */
function wordBeginning(text: string, wanted: string): number {
  let at = text.indexOf(wanted);
  while (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) at = text.indexOf(wanted, at + 1);
  return at;
}

function searchText(record: CslItem): string {
  const names = (record.author ?? []).map(nameLabel);
  return fold([record.id, ...aliasesOf(record), ...names, yearOf(record), record.title, record['container-title']].join(' '));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
