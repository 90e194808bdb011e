import { YamlPlaces } from '../../formats/yamlPlaces';
import type { Span } from '../../text';
import { recordPlaces, type RecordPlaces } from '../recordPlaces';
import type { CslItem } from '../record';

/**
 * Looking for a record's fields takes as long as reading it many times: after so many records, findings stand at the citekey.
 * Of so many nobody works through all; as they are mended, the next are looked into.
 */
const mostLookedInto = 2000;

/** Where the records of a text stand, found out only once there is something to show. */
export class PlacesInText {
  private all: readonly RecordPlaces[] | undefined;
  private byKey: ReadonlyMap<string, RecordPlaces> | undefined;
  private readonly lookedInto = new Set<number>();
  private readonly yaml: YamlPlaces | undefined;

  constructor(private readonly text: string, private readonly formatId: string) {
    this.yaml = formatId === 'csl-yaml' ? new YamlPlaces(text) : undefined;
  }

  /**
   * @param at the record's index in what reading the text gave: the text may hold others that could not be read
   * @returns undefined in formats that we can only read
   */
  record(key: string, at: number): RecordPlaces | undefined {
    this.all ??= recordPlaces(this.text, this.formatId);
    const there = this.all[at];
    if (there?.key === key) return there;
    this.byKey ??= new Map(this.all.toReversed().map((record) => [record.key, record]));
    return this.byKey.get(key);
  }

  /** @returns where a variable's value stands, or else the record's citekey or first line */
  of(record: CslItem, at: number, variable: string): Span | undefined {
    return this.inYaml(record, at, variable) ?? this.inRecord(record, at, variable);
  }

  /** A paper file is one of thousands, and its places are at hand. */
  private inYaml({ id }: CslItem, at: number, variable: string): Span | undefined {
    const key = this.yaml?.of(['references', at, 'id']);
    const isThis = key !== undefined && this.text.slice(key.start, key.end) === id;
    return isThis ? (this.yaml?.of(['references', at, variable]) ?? key) : undefined;
  }

  private inRecord(record: CslItem, at: number, variable: string): Span | undefined {
    const places = this.record(record.id, at);
    const looks = record[variable] !== undefined && (this.lookedInto.has(at) || this.lookedInto.size < mostLookedInto);
    if (looks) this.lookedInto.add(at);
    return (looks ? places?.variables.get(variable) : undefined) ?? places?.keySpan ?? (places && firstLine(this.text, places.span));
  }
}

/** A squiggle under a whole record would be too much. */
function firstLine(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
