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
import type { BibliographyRow } from '../../core/library/bibliography/row';
import { authorLabel, yearOf } from '../../core/library/display';
import type { CslItem } from '../../core/library/record';
import { writeKey } from '../../core/notes/citekey';
import { latexKeyAt } from '../../core/notes/latexCites';
import { internalCommandIds } from '../../platform/ids';
import { isNote, type Notes } from '../../platform/notes';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import type { CitableWorks } from '../../platform/citableWorks';
import type { CitekeySearch } from './citekeySearch';
import { abstractStart, addPlain } from './hoverMarkdown';

/** More would only be scrolled through; each key stroke searches again among all. */
const itemsShown = 100;

/** What was typed of a key before the cursor: `@chen-19`, `@{chen 19`; not in `me@example.org` or `\@`. */
const typedKey = /(?:^|[^\p{L}\p{N}\\@])@(\{?)((?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*))$/u;
/** What was typed of a key in a MyST role: `` {cite:p}`{see}chen19 ``, whose last backtick may be missing still. */
const typedInRole = /\{cite(?::[a-z]+)?\}`+(?:[^`]*[,;])?\s*(?:\{[^{}`]*\})?([^`,;{}\s]*)$/;
const restOfKey = /^(?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_/]))*/u;

/** A work as the list shows it; the data of one that stands in a bibliography are fetched when it is looked at. */
class WorkItem extends CompletionItem {
  constructor(
    key: string,
    label: string,
    readonly load: () => Promise<CslItem | undefined>,
  ) {
    super({ label: key, description: label }, CompletionItemKind.Reference);
    this.detail = label;
  }
}

/** A key as far as it is typed, and what takes its place. */
interface KeyPlace {
  readonly typed: string;
  readonly inBraces: boolean;
  readonly range: { readonly inserting: Range; readonly replacing: Range };
}

/** Completes citekeys after `@`, in `\cite{}` and in MyST's roles, from words of authors, title, year and journal too. */
export class CiteCompletions implements CompletionItemProvider<WorkItem> {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly search: CitekeySearch,
  ) {}

  async provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken): Promise<CompletionList<WorkItem> | undefined> {
    const wanted = this.placeAt(document, position);
    if (!wanted || token.isCancellationRequested) return undefined;
    const { typed, inBraces, range } = wanted;
    // A list without papers that are just being read would be taken for all there is.
    await this.works.loaded;
    if (token.isCancellationRequested) return undefined;
    const papers = this.search.find(this.works.papers(document), typed, itemsShown).map(({ record, matched }) => ({ item: paperItem(record, document), key: record.id, matched }));
    const rows = (await this.works.search(document, typed, itemsShown)).map((row) => ({ item: this.rowItem(row), key: row.key, matched: `${typed} ${row.title}` }));
    if (token.isCancellationRequested) return undefined;
    const keys = new Set(rows.map(({ key }) => key));
    // What pandoc would cite is offered: a bibliography of the note goes before a paper with the same citekey.
    const found = [...papers.filter(({ key }) => !keys.has(key)), ...rows];
    for (const [index, { item, key, matched }] of found.entries()) place(item, { key, matched, index, range, inBraces });
    return new CompletionList(found.map(({ item }) => item), true);
  }

  async resolveCompletionItem(item: WorkItem): Promise<WorkItem> {
    const record = await item.load();
    if (!record) return item;
    const markdown = new TrustedMarkdown();
    addPlain(markdown, record);
    const abstract = abstractStart(record);
    if (abstract) markdown.paragraph().text(abstract);
    item.documentation = markdown.build();
    return item;
  }

  /** Whether a citekey is being typed at a place. */
  isTypingKey(document: TextDocument, position: Position): boolean {
    return this.placeAt(document, position) !== undefined;
  }

  /** Where a key is being typed: behind an `@` in a note, or in the braces of a `\cite` of LaTeX, which stands in notes too. */
  private placeAt(document: TextDocument, position: Position): KeyPlace | undefined {
    const before = document.lineAt(position).text.slice(0, position.character);
    const match = isNote(document) ? typedKey.exec(before) : null;
    if (match) {
      const [, brace = '', typed = ''] = match;
      const start = position.translate(0, -typed.length);
      return this.isVerbatim(document, start) ? undefined : { typed, inBraces: brace !== '', range: rangeOf(document, start, position) };
    }
    const inRole = isNote(document) ? typedInRole.exec(before) : null;
    if (inRole) {
      const [, typed = ''] = inRole;
      const start = position.translate(0, -typed.length);
      return this.isVerbatim(document, start) ? undefined : { typed, inBraces: true, range: rangeOf(document, start, position) };
    }
    if (!/[{,][^{}]*$/.test(before)) return undefined;
    const offset = document.offsetAt(position);
    const latex = latexKeyAt(document.getText(), offset);
    if (!latex) return undefined;
    const start = document.positionAt(latex.start);
    const range = { inserting: new Range(start, position), replacing: new Range(start, document.positionAt(latex.end)) };
    return { typed: document.getText(range.inserting), inBraces: true, range };
  }

  private rowItem({ uri, key, names, year }: BibliographyRow): WorkItem {
    return new WorkItem(key, [names, year].filter(Boolean).join(' '), () => this.works.recordIn(uri, key));
  }

  /** In code, front matter and the like an `@` begins no citation. */
  private isVerbatim(document: TextDocument, position: Position): boolean {
    const offset = document.offsetAt(position);
    return this.notes.of(document).verbatimIn(offset, offset).some(({ start, end }) => start < offset && offset < end);
  }
}

/** Typing on replaces what was typed; accepting with Tab also replaces the rest of a key that the cursor stands in. */
function rangeOf(document: TextDocument, start: Position, cursor: Position): { inserting: Range; replacing: Range } {
  const after = document.lineAt(cursor).text.slice(cursor.character);
  const rest = restOfKey.exec(after)?.[0].length ?? 0;
  return { inserting: new Range(start, cursor), replacing: new Range(start, cursor.translate(0, rest)) };
}

function paperItem(record: CslItem, document: TextDocument): WorkItem {
  const label = [authorLabel(record), yearOf(record)].filter(Boolean).join(' ');
  const item = new WorkItem(record.id, label, () => Promise.resolve(record));
  item.command = { title: '', command: internalCommandIds.paperCited, arguments: [document.uri.toString(), record.id] };
  return item;
}

/** @param where `matched`: what VS Code must find the typed letters in, since it would not find them in the key */
function place(
  item: WorkItem,
  where: { key: string; matched: string; index: number; range: { inserting: Range; replacing: Range }; inBraces: boolean },
): void {
  item.insertText = where.inBraces ? where.key : writeKey(where.key).slice(1);
  item.filterText = where.matched;
  item.sortText = String(where.index).padStart(4, '0');
  item.range = where.range;
}
