import type { Span } from '../text';
import { EditedText } from './edit/editedText';
import type { FormatEditor, RecordText } from './edit/formatEditor';
import { formatEditor } from './edit/formatEditors';
import type { RecordChange } from './edit/recordChange';
import type { TextEdit } from './edit/textEdit';
import type { CslItem } from './record';

/**
 * The smallest edits that change a bibliography's records as asked. Each change sees what those before it did.
 *
 * @param formatId as `formatById` takes it: `bibtex`, `csl-yaml`
 * @returns in the order of the text, not overlapping; undefined where the text holds no such record, is broken at that
 *   place, or its format has no place for what is asked
 */
export function editBibliography(text: string, formatId: string, changes: readonly RecordChange[]): readonly TextEdit[] | undefined {
  const editor = formatEditor(text, formatId);
  if (!editor) {
    return undefined;
  }
  const editing = new BibliographyEditing(text, editor);
  return changes.every((change) => editing.apply(change)) ? editing.edits() : undefined;
}

interface OpenRecord {
  readonly record: RecordText;
  readonly source: EditedText;
}

/** One text while it is edited: only records that change are looked into. */
class BibliographyEditing {
  private all: readonly RecordText[] | undefined;
  private byKey: ReadonlyMap<string, RecordText> | undefined;
  /** Records that change, by where they begin. */
  private readonly opened = new Map<number, OpenRecord>();
  /** The records that a key means after what was done so far; undefined where none is left. */
  private readonly moved = new Map<string, RecordText | undefined>();
  /** The keys in the text that are others now. */
  private readonly newKeys = new Map<string, string>();
  private readonly gone = new Set<RecordText>();
  private readonly added: CslItem[] = [];

  constructor(private readonly text: string, private readonly editor: FormatEditor) {}

  /** @returns whether it could be done */
  apply(change: RecordChange): boolean {
    if (change.kind === 'add') {
      this.added.push(change.item);
      return true;
    }
    const record = this.find(change.key, change.near);
    if (!record) {
      return false;
    }
    if (change.kind === 'remove') {
      return this.remove(record, change.key, change.instead);
    }
    return change.kind === 'set' ? this.set(record, change.variables) : this.rename(record, change.key, change.newKey, change.keepAlias === true);
  }

  edits(): readonly TextEdit[] | undefined {
    this.refer();
    const list = this.gone.size > 0 || this.added.length > 0 ? this.editor.list([...this.gone], this.added) : [];
    if (!list) {
      return undefined;
    }
    const inRecords = [...this.opened.values()].filter(({ record }) => !this.gone.has(record)).flatMap(({ record, source }) => (
      source.edits().map(({ span, newText }) => ({ span: moved(span, record.span.start), newText }))
    ));
    return [...inRecords, ...list].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  }

  private find(key: string, near: Span | undefined): RecordText | undefined {
    const known = this.moved.get(key);
    if (known || (this.moved.has(key) && (!near || this.newKeys.has(key)))) {
      return known;
    }
    return (near && this.near(key, near)) ?? (this.moved.has(key) ? undefined : this.recordsByKey().get(key));
  }

  private near(key: string, near: Span): RecordText | undefined {
    return this.editor.recordNear ? this.editor.recordNear(key, near) : this.records().find((record) => record.key === key && record.span.start === near.start);
  }

  private records(): readonly RecordText[] {
    this.all ??= this.editor.records();
    return this.all;
  }

  /** Of two records with one key the first counts. */
  private recordsByKey(): ReadonlyMap<string, RecordText> {
    this.byKey ??= new Map(this.records().toReversed().map((record) => [record.key, record]));
    return this.byKey;
  }

  private open(record: RecordText): EditedText {
    const { start, end } = record.span;
    const known = this.opened.get(start) ?? { record, source: new EditedText(this.text.slice(start, end)) };
    this.opened.set(start, known);
    return known.source;
  }

  private set(record: RecordText, variables: Readonly<Record<string, unknown>>): boolean {
    const source = this.open(record);
    const edits = this.editor.set(source.text, variables);
    if (edits) source.apply(edits);
    return edits !== undefined;
  }

  private remove(record: RecordText, key: string, instead: string | undefined): boolean {
    this.gone.add(record);
    this.moved.set(key, undefined);
    if (instead !== undefined && instead !== key) this.newKeys.set(record.key, instead);
    return true;
  }

  private rename(record: RecordText, key: string, newKey: string, keepAlias: boolean): boolean {
    const aliases = keepAlias ? this.editor.aliases(this.open(record).text).filter((alias) => alias !== newKey && alias !== key) : [];
    if (!this.set(record, { id: newKey, ...(keepAlias && { 'other-ids': [...aliases, key] }) })) {
      return false;
    }
    this.moved.set(key, undefined);
    this.moved.set(newKey, record);
    this.newKeys.set(record.key, newKey);
    return true;
  }

  /** Names the renamed records by their new keys wherever others name them. */
  private refer(): void {
    if (this.newKeys.size === 0 || !this.editor.refer) {
      return;
    }
    // BibTeX takes `Chen` for `chen` where there is no other.
    const inSmall = new Map([...this.newKeys].map(([key, newKey]) => [key.toLowerCase(), newKey]));
    const newKey = (key: string): string | undefined => this.newKeys.get(key) ?? (this.recordsByKey().has(key) ? undefined : inSmall.get(key.toLowerCase()));
    for (const record of this.records()) {
      const found = new Map((record.refersTo ?? []).map((key) => [key, newKey(key)] as const).filter((pair): pair is [string, string] => pair[1] !== undefined));
      if (found.size === 0 || this.gone.has(record)) continue;
      const source = this.open(record);
      source.apply(this.editor.refer(source.text, found));
    }
  }
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
