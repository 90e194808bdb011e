import { CompletionItem, CompletionItemKind, type CompletionItemProvider, l10n, type Position, Range, type TextDocument } from 'vscode';
import type { Work } from '../../../core/work';
import type { Notes } from '../../../platform/notes';
import type { WorkerThread } from '../../../platform/workers/workerThread';

const key = String.raw`@(?:\{[^{}\s]+\}|[\p{L}\p{N}_][^\s;,\]]*)`;
/** A comma behind a key in brackets, and what was typed of a word since: `[see @chen1995, ch`. */
const inGroup = new RegExp(String.raw`\[(?:[^[\]]*;)?[^[\];]*${key},[ \u00a0]*([\p{L}.§¶]*)$`, 'u');
/** A bracket behind an author in the sentence: `@chen1995 [p`. */
const behindAuthor = new RegExp(String.raw`(?:^|[^\p{L}\p{N}\\[;-])${key}[ ]?\[([\p{L}.§¶]*)$`, 'u');

/** Completes words for places in a work, in the note's language: `p.`, `chap.`, `S.`. */
export class LocatorCompletions implements CompletionItemProvider {
  constructor(
    private readonly notes: Notes,
    private readonly thread: WorkerThread<Work>,
  ) {}

  async provideCompletionItems(document: TextDocument, position: Position): Promise<CompletionItem[] | undefined> {
    const before = document.lineAt(position).text.slice(0, position.character);
    const typed = (inGroup.exec(before) ?? behindAuthor.exec(before))?.[1];
    if (typed === undefined) return undefined;
    const note = this.notes.of(document);
    const offset = document.offsetAt(position);
    if (note.verbatimIn(offset, offset).some(({ start, end }) => start < offset && offset < end)) return undefined;
    // As pandoc does, which asks the note alone and not the settings.
    const words = await (await this.thread.get()).languages.locators(note.frontMatter?.lang ?? '');
    const range = new Range(position.translate(0, -typed.length), position);
    const items = words.flatMap(({ label, single, multiple, long }) => {
      const forms = multiple === single ? [single] : [single, multiple];
      return forms.map((form) => item(form, long === form ? label : long, range));
    });
    for (const [index, one] of items.entries()) one.sortText = String(index).padStart(3, '0');
    return items;
  }
}

function item(word: string, meaning: string, range: Range): CompletionItem {
  const completion = new CompletionItem({ label: word, description: meaning }, CompletionItemKind.Constant);
  completion.insertText = `${word}\u0020`;
  completion.filterText = `${word} ${meaning}`;
  completion.detail = l10n.t('Locator');
  completion.range = range;
  return completion;
}
