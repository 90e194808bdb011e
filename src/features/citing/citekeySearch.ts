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
  /** Key, authors, year, title, journal: folded, each word after a space. */
  readonly text: string;
}

/** VS Code looks no further into a completion's text than this. */
const matchedLength = 120;

/** Finds works by the beginning of any word that a user may remember them by; made for a search per key stroke. */
export class CitekeySearch {
  private readonly entries = new WeakMap<LibraryPaper, SearchEntry>();

  /** @returns the works in which a word begins with `typed`, those whose key does first; all where nothing was typed */
  find(papers: readonly LibraryPaper[], typed: string, most: number): FoundWork[] {
    const wanted = ` ${fold(typed)}`;
    const textFrom = (entry: SearchEntry, at: number) => typed + entry.text.slice(at + wanted.length, at + matchedLength);
    const found: { readonly entry: SearchEntry; readonly at: number }[] = [];
    for (const paper of papers) {
      const entry = this.entry(paper);
      const at = entry.text.indexOf(wanted);
      if (at >= 0) found.push({ entry, at });
    }
    return found
      .sort((a, b) => a.at - b.at || compare(a.entry.record.id, b.entry.record.id))
      .slice(0, most)
      .map(({ entry, at }) => ({ record: entry.record, matched: textFrom(entry, at) }));
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

function searchText(record: CslItem): string {
  const names = (record.author ?? []).flatMap(({ family, literal }) => family ?? literal ?? []);
  const year = record.issued?.['date-parts']?.[0]?.[0] ?? '';
  const words = [...names, year, record.title ?? '', record['container-title'] ?? ''].join(' ');
  return ` ${fold(record.id)} ${fold(words).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
