import { fold } from '../library/fold';
import { otherNames, shippedStyles } from './styles';
import { renamedStyles } from './renamedStyles';

/** A citation style as it can be chosen. */
export interface StyleEntry {
  readonly id: string;
  readonly title: string;
  /** The style whose rules it follows, where it has none of its own. */
  readonly parent?: string;
  /** ISSNs of the journal that it is for. */
  readonly issn: readonly string[];
}

/** All styles of the CSL repository by id, and found by words. */
export class StyleCatalogue {
  private readonly entries = new Map<string, StyleEntry>();
  private readonly renamed = new Map<string, string>();
  /** By their ids without small words; undefined for several that are alike. */
  private byWords: Map<string, StyleEntry | undefined> | undefined;
  /** What a search looks at, made when one is first asked for. */
  private searched: readonly { readonly entry: StyleEntry; readonly text: string }[] | undefined;

  /** @param lines of `id`, `title`, `parent` and ISSNs, parted by tabs; the build writes them */
  constructor(lines: string) {
    for (const line of lines.split('\n')) {
      const [id, title, parent, issn] = line.split('\t');
      if (id && title) this.entries.set(id, { id, title, ...(parent && { parent }), issn: issn ? issn.split(' ') : [] });
    }
    for (const [id, earlier] of Object.entries(renamedStyles)) for (const old of earlier) this.renamed.set(old, id);
  }

  get size(): number {
    return this.entries.size;
  }

  /** @param name an id of now or of earlier times, or either as an address or a file name: `http://www.zotero.org/styles/apa` */
  find(name: string): StyleEntry | undefined {
    const bare = bareName(name);
    const id = this.renamed.get(bare) ?? bare;
    return this.entries.get(id) ?? this.entries.get(Object.hasOwn(otherNames, bare) ? (otherNames[bare] ?? '') : '') ?? this.alike(bare);
  }

  /** `american-journal-of-surgery` is `the-american-journal-of-surgery` by now: most renames only brought such words into line. */
  private alike(name: string): StyleEntry | undefined {
    if (!this.byWords) {
      this.byWords = new Map();
      for (const entry of this.entries.values()) {
        const words = withoutSmallWords(entry.id);
        this.byWords.set(words, this.byWords.has(words) ? undefined : entry);
      }
    }
    return this.byWords.get(withoutSmallWords(name));
  }

  /** The entry whose rules a style follows, which may be its own. */
  independent(name: string): StyleEntry | undefined {
    const entry = this.find(name);
    return entry?.parent === undefined ? entry : this.find(entry.parent);
  }

  /** @returns the styles that every word is in (title, id or ISSN, at the beginning of one of their words), the fittest first */
  search(query: string, limit: number): readonly StyleEntry[] {
    const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    if (words.length === 0) return [];
    this.searched ??= [...this.entries.values()].map((entry) => ({ entry, text: searchText(entry) }));
    const whole = words.join(' ');
    const found = this.searched.filter(({ text }) => words.every((word) => text.includes(` ${word}`)));
    const rank = ({ entry, text }: { readonly entry: StyleEntry; readonly text: string }): number =>
      (text.startsWith(` ${whole} `) ? 0 : text.startsWith(` ${whole}`) ? 1000 : 2000) + (favourites.has(entry.id) ? 0 : 500) + Math.min(entry.title.length, 499);
    return found
      .map((one) => ({ entry: one.entry, rank: rank(one) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ entry }) => entry);
  }
}

const favourites = new Set(shippedStyles.map(({ id }) => id));

function searchText({ id, title, issn }: StyleEntry): string {
  // An ISSN is two words to who types its hyphen.
  return ` ${fold(`${title} ${id} ${issn.join(' ')}`).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function withoutSmallWords(id: string): string {
  return id.split('-').filter((word) => !smallWords.has(word)).join('-');
}

const smallWords = new Set(['the', 'and', 'of', 'in', 'for', 'on', 'a', 'an', 'et', 'de', 'des', 'du', 'la', 'le', 'les', 'der', 'die', 'und']);

function bareName(name: string): string {
  return name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//i, '').replace(/\.csl$/i, '').toLowerCase();
}
