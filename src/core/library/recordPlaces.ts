import type { Span } from '../text';
import type { FormatEditor, RecordText } from './edit/formatEditor';
import { formatEditor } from './edit/formatEditors';

/** Where a record and its parts stand in a text, for problems and for going there. */
export interface RecordPlaces {
  readonly key: string;
  readonly span: Span;
  /** Undefined where the format has no keys, or this record none. */
  readonly keySpan: Span | undefined;
  /** By CSL variable, where its value stands: of several fields the first. Found out when first asked for. */
  readonly variables: ReadonlyMap<string, Span>;
}

/**
 * Where the records of a text stand, in the order in which reading the text gives them.
 * @returns nothing for formats that can only be read
 */
export function recordPlaces(text: string, formatId: string): readonly RecordPlaces[] {
  const editor = formatEditor(text, formatId);
  return (editor?.records() ?? []).filter(({ isOnlyData }) => isOnlyData !== true).map((record) => new PlacesOfRecord(text, record, editor));
}

class PlacesOfRecord implements RecordPlaces {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span | undefined;
  private found: ReadonlyMap<string, Span> | undefined;

  constructor(private readonly text: string, record: RecordText, private readonly editor: FormatEditor | undefined) {
    this.key = record.key;
    this.span = record.span;
    this.keySpan = record.keySpan;
  }

  get variables(): ReadonlyMap<string, Span> {
    this.found ??= this.find();
    return this.found;
  }

  private find(): ReadonlyMap<string, Span> {
    const { start, end } = this.span;
    const inSource = this.editor?.variables(this.text.slice(start, end)) ?? new Map<string, Span>();
    return new Map([...inSource].filter(([variable]) => variable !== 'id').map(([variable, span]) => [variable, { start: start + span.start, end: start + span.end }]));
  }
}
