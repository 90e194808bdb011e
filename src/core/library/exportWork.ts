import { formatById, formats } from '../formats/registry';
import type { BibliographyWork } from './bibliography/bibliographyWork';
import type { CslItem } from './record';

/** What is to be written: records at hand, and all of some bibliographies. */
export interface ExportScope {
  readonly records: readonly CslItem[];
  /** Addresses of open bibliographies. */
  readonly bibliographies: readonly string[];
}

export interface Exported {
  readonly content: Uint8Array;
  /** How many records were written. */
  readonly count: number;
  /** Citekeys that another record before had already: a bibliography can't have both. */
  readonly leftOut: readonly string[];
}

/** So many records at a time are asked for: a reading is told apart from the next by their keys alone. */
const recordsAtOnce = 2000;

/** Writes records down in the formats that can be written. */
export class ExportWork {
  constructor(private readonly bibliographies: BibliographyWork) {}

  /** @returns the formats that can be written, for the user to choose from */
  writableFormats(): { readonly id: string; readonly name: string; readonly extension: string }[] {
    return formats.filter(({ write }) => write).map(({ id, name, extensions }) => ({ id, name, extension: extensions[0] ?? 'txt' }));
  }

  /** @returns the records as one text in UTF-8; undefined where the format can't be written */
  async write({ records, bibliographies }: ExportScope, formatId: string): Promise<Exported | undefined> {
    const write = formatById(formatId)?.write;
    if (!write) return undefined;
    const chosen = new Map<string, CslItem>();
    const leftOut: string[] = [];
    const take = (record: CslItem): void => {
      if (chosen.has(record.id)) leftOut.push(record.id);
      else chosen.set(record.id, record);
    };
    records.forEach(take);
    for (const uri of bibliographies) await this.each(uri, take);
    return { content: new TextEncoder().encode(write([...chosen.values()])), count: chosen.size, leftOut };
  }

  private async each(uri: string, take: (record: CslItem) => void): Promise<void> {
    const count = this.bibliographies.count(uri);
    for (let from = 0; from < count; from += recordsAtOnce) {
      const indexes = Array.from({ length: Math.min(recordsAtOnce, count - from) }, (_, index) => from + index);
      for (const record of await this.bibliographies.records(uri, indexes)) if (record) take(record);
    }
  }
}
