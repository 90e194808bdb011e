import { formatById } from '../../formats/registry';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import { alignRecords } from './alignRecords';
import { variablePlaces } from './contributions';
import type { FormatEditor, RecordText } from './formatEditor';
import { setFields } from './setFields';
import { TaggedForm } from './taggedForm';
import type { TaggedLine } from './taggedLines';
import { nbibTag, risTag, taggedLines } from './taggedLines';
import type { TextEdit } from './textEdit';
import { lineBreakOf, wholeLines } from './wholeLines';

/** What makes one format of tags different from another. */
export interface TaggedEditing {
  readonly formatId: string;
  /** How a line with a tag begins. */
  readonly tag: RegExp;
  /** The tag that holds the citekey; without one the keys are made when the text is read. */
  readonly keyTag?: string;
  /** Whether a record begins with a line; `seen` are the tags of the record that it would go on. */
  readonly begins: (line: TaggedLine, seen: ReadonlySet<string>, isSpread: boolean) => boolean;
  /** The tag that ends a record. */
  readonly endTag?: string;
}

const openers: ReadonlySet<string> = new Set(['PMID', 'UI', 'PMC', 'OWN', 'STAT', 'TI']);

export const risEditing: TaggedEditing = {
  formatId: 'ris', tag: risTag, keyTag: 'ID', endTag: 'ER',
  begins: ({ tag }, seen) => tag === 'TY' || seen.size === 0,
};

export const nbibEditing: TaggedEditing = {
  formatId: 'nbib', tag: nbibTag,
  begins: ({ tag, afterBlank }, seen, isSpread) => seen.size === 0 || (isSpread ? openers.has(tag) && seen.has(tag) : afterBlank || (tag === 'PMID' && seen.has('PMID'))),
};

/** Edits a text of tags and values. */
export class TaggedEditor implements FormatEditor {
  private readonly lineBreak: string;
  private readonly form: TaggedForm;

  constructor(private readonly text: string, private readonly editing: TaggedEditing) {
    this.lineBreak = lineBreakOf(text);
    this.form = new TaggedForm(editing.formatId, editing.tag, this.lineBreak);
  }

  records(): readonly RecordText[] {
    const { keyTag, formatId } = this.editing;
    const found = this.stretches();
    const lines = new Map(found.map((each) => [each.span.start, each.lines]));
    return alignRecords(this.text, formatId, found.map(({ span }) => span)).map(({ key, span }) => {
      const own = lines.get(span.start)?.find(({ tag, valueSpan }) => tag === keyTag && this.text.slice(valueSpan.start, valueSpan.end).trim() === key);
      return { key, span, keySpan: own?.valueSpan };
    });
  }

  recordNear(key: string, { start, end }: Span): RecordText | undefined {
    const { keyTag } = this.editing;
    // A record made of some thousand lines is found by reading the text.
    const head = this.text.slice(Math.max(start - 2000, 0), Math.min(end + 2000, start + 40_000));
    const from = Math.max(start - 2000, 0);
    const found = keyTag === undefined ? [] : stretchesOf(head, this.editing).filter(({ span, isWhole }) => isWhole && from + span.start <= end && from + span.end >= start);
    for (const { span, lines } of found) {
      const own = lines.find(({ tag, valueSpan }) => tag === keyTag && head.slice(valueSpan.start, valueSpan.end).trim() === key);
      if (own) return { key, span: moved(span, from), keySpan: moved(own.valueSpan, from) };
    }
    return undefined;
  }

  variables(source: string): ReadonlyMap<string, Span> {
    return variablePlaces(this.form, source);
  }

  aliases(): readonly string[] {
    return [];
  }

  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
    return setFields(this.form, source, variables);
  }

  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] {
    const edits: TextEdit[] = gone.map(({ span }) => ({ span: wholeLines(this.text, span), newText: '' }));
    if (added.length > 0) {
      const { text, lineBreak } = this;
      const written = formatById(this.editing.formatId)?.write?.(added).replace(/\n/g, lineBreak) ?? '';
      const gap = text.trim() === '' || /\n\r?\n$/.test(text) ? '' : /[\r\n]$/.test(text) ? lineBreak : lineBreak + lineBreak;
      edits.push({ span: { start: text.length, end: text.length }, newText: gap + written });
    }
    return edits;
  }

  private stretches(): Stretch[] {
    return stretchesOf(this.text, this.editing);
  }
}

interface Stretch {
  readonly span: Span;
  readonly lines: readonly TaggedLine[];
  /** Its end is told, or another begins after it. */
  readonly isWhole: boolean;
}

/** The stretches of a text that may be a record each. */
function stretchesOf(text: string, { begins, endTag, tag }: TaggedEditing): Stretch[] {
  const found: Stretch[] = [];
  let lines: TaggedLine[] = [];
  let seen = new Set<string>();
  const close = (isWhole: boolean): void => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first && last) found.push({ span: { start: first.start, end: last.valueSpan.end }, lines, isWhole });
    lines = [];
    seen = new Set();
  };
  const all = taggedLines(text, tag);
  const isSpread = all.length > 6 && all.filter(({ afterBlank }) => afterBlank).length > 0.4 * all.length;
  for (const line of all) {
    if (line.tag !== endTag && begins(line, seen, isSpread)) close(true);
    lines.push(line);
    seen.add(line.tag);
    if (line.tag === endTag) close(true);
  }
  close(false);
  return found;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
