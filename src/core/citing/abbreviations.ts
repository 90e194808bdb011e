import type { CslItem } from '../library/record';

/** Short names of journals and the like, as pandoc's `citation-abbreviations` names a file of them. */
export class Abbreviations {
  /** By variable; names in small letters, since pandoc heeds no case. */
  private readonly tables: readonly (readonly [variable: string, names: ReadonlyMap<string, string>])[];
  private readonly known = new WeakMap<CslItem, CslItem>();

  private constructor(tables: object) {
    this.tables = Object.entries(tables).map(([variable, names]) => [variable, namesOf(names)]);
  }

  /** @param json `{"default": {"container-title": {"Journal of Examples": "J Ex"}}}`; undefined where it is none such */
  static read(json: string): Abbreviations | undefined {
    try {
      const value: unknown = JSON.parse(json);
      const tables = typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
      return typeof tables === 'object' && tables !== null ? new Abbreviations(tables) : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns the item with its short names (`container-title-short`), which a style takes where it wants a short form */
  of(item: CslItem): CslItem {
    let short = this.known.get(item);
    if (!short) this.known.set(item, (short = this.shortened(item)));
    return short;
  }

  private shortened(item: CslItem): CslItem {
    const found = this.tables.flatMap(([variable, names]): [string, string][] => {
      const name = item[`${variable}-short`] ?? item[variable];
      const short = typeof name === 'string' ? names.get(name.toLowerCase()) : undefined;
      return short === undefined ? [] : [[`${variable}-short`, short]];
    });
    return found.length === 0 ? item : { ...item, ...Object.fromEntries(found) };
  }
}

function namesOf(names: unknown): ReadonlyMap<string, string> {
  const entries: readonly [string, unknown][] = typeof names === 'object' && names !== null ? Object.entries(names) : [];
  return new Map(entries.flatMap(([name, short]): [string, string][] => (typeof short === 'string' ? [[name.toLowerCase(), short]] : [])));
}
