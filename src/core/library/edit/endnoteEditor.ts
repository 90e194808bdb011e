import { formatById } from '../../formats/registry';
import type { Span } from '../../text';
import type { CslItem } from '../record';
import { alignRecords } from './alignRecords';
import { variablePlaces } from './contributions';
import { EditedText } from './editedText';
import type { FormatEditor, RecordText } from './formatEditor';
import { setFields } from './setFields';
import type { TextEdit } from './textEdit';
import { wholeLines } from './wholeLines';
import { XmlForm } from './xmlForm';
import { xmlTags } from './xmlTags';

/** Edits EndNote's XML. */
export class EndnoteEditor implements FormatEditor {
  private readonly form = new XmlForm();

  constructor(private readonly text: string) {}

  records(): readonly RecordText[] {
    return alignRecords(this.text, 'endnote-xml', recordSpans(this.text)).map((record) => ({ ...record, keySpan: undefined }));
  }

  variables(source: string): ReadonlyMap<string, Span> {
    return variablePlaces(this.form, source);
  }

  aliases(): readonly string[] {
    return [];
  }

  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
    const edits = setFields(this.form, source, variables);
    return edits && 'container-title' in variables ? this.withPeriodical(source, edits) : edits;
  }

  /** EndNote keeps a journal's name twice: what was set in the one place is not to be belied by the other. */
  private withPeriodical(source: string, edits: readonly TextEdit[]): readonly TextEdit[] {
    const edited = new EditedText(source);
    edited.apply(edits);
    const fields = this.form.fields(edited.text) ?? [];
    const [title, full] = ['titles/secondary-title', 'periodical/full-title'].map((name) => fields.find((field) => field.name === name));
    if (!title || !full || title.value === full.value) return edits;
    edited.apply([this.form.replaced(edited.text, full, title.value)]);
    return edited.edits();
  }

  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] | undefined {
    const out: TextEdit[] = gone.map(({ span }) => ({ span: wholeLines(this.text, span), newText: '' }));
    if (added.length === 0) {
      return out;
    }
    const written = formatById('endnote-xml')?.write?.(added) ?? '';
    const records = recordSpans(written).map(({ start, end }) => written.slice(start, end));
    const spans = recordSpans(this.text);
    const at = this.text.lastIndexOf('</records>');
    if (records.length !== added.length || at < (spans.at(-1)?.end ?? 0)) {
      return undefined;
    }
    // EndNote tells its records apart by their numbers.
    const numbered = records.map((record, index) => record.replace(/<rec-number>\d+</, `<rec-number>${spans.length + index + 1}<`));
    return [...out, { span: { start: at, end: at }, newText: numbered.join('') }];
  }
}

/** From each record's start tag to its end tag. */
function recordSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  for (const tag of xmlTags(text)) {
    if (tag.name !== 'record') continue;
    if (!tag.isEnd && start < 0) start = tag.start;
    if (tag.isEnd && start >= 0) {
      spans.push({ start, end: tag.end });
      start = -1;
    }
  }
  return spans;
}
