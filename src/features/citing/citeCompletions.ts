import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionItemProvider,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import { authorLabel, yearOf } from '../../core/library/display';
import type { CslItem } from '../../core/library/record';
import { writeKey } from '../../core/notes/citekey';
import type { Notes } from '../../platform/notes';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import type { CitableWorks } from './citableWorks';
import type { CitekeySearch } from './citekeySearch';
import { abstractStart, addPlain } from './hoverMarkdown';

/** More would only be scrolled through; each key stroke searches again among all. */
const itemsShown = 100;

/** What was typed of a key before the cursor: `@chen-19`, `@{chen 19`; not in `me@example.org` or `\@`. */
const typedKey = /(?:^|[^\p{L}\p{N}\\@])@(\{?)((?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*))$/u;
const restOfKey = /^(?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_/]))*/u;

class WorkItem extends CompletionItem {
  constructor(readonly record: CslItem) {
    const label = [authorLabel(record), yearOf(record)].filter(Boolean).join(' ');
    super({ label: record.id, description: label }, CompletionItemKind.Reference);
    this.detail = label;
  }
}

/** Completes citekeys after `@`, from words of authors, title, year and journal too. */
export class CiteCompletions implements CompletionItemProvider<WorkItem> {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly search: CitekeySearch,
  ) {}

  provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken): CompletionList<WorkItem> | undefined {
    const before = document.lineAt(position).text.slice(0, position.character);
    const match = typedKey.exec(before);
    if (!match || token.isCancellationRequested) return undefined;
    const [, brace = '', typed = ''] = match;
    const start = position.translate(0, -typed.length);
    if (this.isVerbatim(document, start)) return undefined;
    const found = this.search.find(this.works.papers(document), typed, itemsShown);
    const range = rangeOf(document, start, position);
    const items = found.map(({ record, matched }, index) => toItem(record, { matched, index, range, inBraces: brace !== '' }));
    return new CompletionList(items, true);
  }

  resolveCompletionItem(item: WorkItem): WorkItem {
    const markdown = new TrustedMarkdown();
    addPlain(markdown, item.record);
    const abstract = abstractStart(item.record);
    if (abstract) markdown.paragraph().text(abstract);
    item.documentation = markdown.build();
    return item;
  }

  /** In code, front matter and the like an `@` begins no citation. */
  private isVerbatim(document: TextDocument, position: Position): boolean {
    const offset = document.offsetAt(position);
    const { frontMatter, verbatim } = this.notes.of(document);
    const spans = frontMatter ? [frontMatter.span, ...verbatim] : verbatim;
    return spans.some(({ start, end }) => start < offset && offset < end);
  }
}

/** Typing on replaces what was typed; accepting with Tab also replaces the rest of a key that the cursor stands in. */
function rangeOf(document: TextDocument, start: Position, cursor: Position): { inserting: Range; replacing: Range } {
  const after = document.lineAt(cursor).text.slice(cursor.character);
  const rest = restOfKey.exec(after)?.[0].length ?? 0;
  return { inserting: new Range(start, cursor), replacing: new Range(start, cursor.translate(0, rest)) };
}

/** @param place `matched`: what VS Code must find the typed letters in, since it would not find them in the key */
function toItem(
  record: CslItem,
  place: { matched: string; index: number; range: { inserting: Range; replacing: Range }; inBraces: boolean },
): WorkItem {
  const item = new WorkItem(record);
  item.insertText = place.inBraces ? record.id : writeKey(record.id).slice(1);
  item.filterText = place.matched;
  item.sortText = String(place.index).padStart(4, '0');
  item.range = place.range;
  return item;
}
