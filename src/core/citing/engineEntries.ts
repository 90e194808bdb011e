import type { Engine as CiteprocEngine } from 'citeproc';
import { safeHtml } from './html';

/** Stands for an entry's number while it is rendered, so that an entry is the same wherever it comes to stand. */
const placeholder = 987_654_321;
/** So many rendered entries are kept. */
const mostKept = 30_000;

/** The entries of a bibliography, each rendered when it is asked for and kept until what it hangs on changes. */
export class EngineEntries {
  private readonly rendered = new Map<string, string>();
  private readonly withAuthorBefore: boolean;

  constructor(private readonly engine: CiteprocEngine) {
    this.withAuthorBefore = engine.bibliography.opt['subsequent-author-substitute'] !== undefined;
  }

  /** The engine's ids of the works, in the style's order; none where the style makes no bibliography. */
  ids(): readonly string[] {
    return this.engine.bibliography.tokens.length === 0 ? [] : this.engine.registry.getSortedIds();
  }

  /** @returns safe HTML of some of them, by places in `ids`; empty for a work that the style prints nothing of */
  html(from = 0, to = Infinity): readonly string[] {
    const all = this.ids();
    const wanted = all.slice(from, to).map((id, index) => ({ id, key: this.key(id, all[from + index - 1]), before: all[from + index - 1] }));
    const lacking = wanted.filter(({ key }) => !this.rendered.has(key));
    if (lacking.length > 0) this.render(lacking, all.length);
    return wanted.map(({ id, key }) => this.numbered(this.rendered.get(key) ?? '', id));
  }

  /** Styles that count downwards look numbers up by the true ones. */
  private get byNumber(): boolean {
    return this.engine.bibliography_sort.tmp.citation_number_map === undefined;
  }

  private key(id: string, before: string | undefined): string {
    const entry = this.engine.registry.registry[id];
    return `${id} ${this.byNumber ? '' : entry?.seq} ${JSON.stringify(entry?.disambig)} ${this.withAuthorBefore ? before : ''}`;
  }

  private render(lacking: readonly { readonly id: string; readonly key: string; readonly before: string | undefined }[], all: number): void {
    if (this.rendered.size + lacking.length > mostKept) this.rendered.clear();
    // An entry whose author is the one before it needs that before it.
    const needed = new Set(lacking.flatMap(({ id, before }) => (this.withAuthorBefore && before !== undefined ? [before, id] : [id])));
    const numbers = new Map<string, number>();
    const { registry } = this.engine.registry;
    for (const id of needed) {
      const entry = registry[id];
      if (!entry || !this.byNumber) continue;
      numbers.set(id, entry.seq);
      entry.seq = placeholder;
    }
    try {
      const some = needed.size * 2 < all;
      const made = this.engine.makeBibliography(some ? { include: [...needed].map((id) => ({ field: 'id', value: id })) } : undefined);
      const html = new Map(made ? made[1].map((entry, index) => [made[0].entry_ids[index]?.[0], entry]) : []);
      for (const { id, key } of lacking) this.rendered.set(key, entryHtml(html.get(id) ?? ''));
    } finally {
      for (const [id, number] of numbers) {
        const entry = registry[id];
        if (entry) entry.seq = number;
      }
    }
  }

  private numbered(html: string, id: string): string {
    return this.byNumber ? html.replaceAll(String(placeholder), String(this.engine.registry.registry[id]?.seq ?? '')) : html;
  }
}

function entryHtml(html: string): string {
  const inner = /^\s*<div class="csl-entry">([^]*?)<\/div>\s*$/.exec(html)?.[1] ?? html;
  return safeHtml(inner.replace(/\s*(<\/?div\b[^>]*>)\s*/g, '$1').trim());
}
