import { type CancellationToken, CompletionItem, CompletionItemKind, type CompletionItemProvider, CompletionList, l10n, type Position, Range, type TextDocument } from 'vscode';
import type { FoundConcept } from '../../core/terms/conceptSearch';
import { spellGreek } from '../../core/terms/greekLetters';
import { cased, typedNames } from '../../core/terms/typedNames';
import { inTime } from '../../platform/answered';
import { isNote, type Notes } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import { conceptTooltip } from './conceptTooltip';
import { meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';
import { terminologyLabel } from './terminologyLabel';

/** More would only be scrolled through. */
const itemsShown = 50;

/** Words of the text, which VS Code offers beside ours, never wait longer than this (ms), whatever else the worker does. */
const patience = 300;

/**
 * Where terms are completed. It matches less exactly than the selectors of other completions do, so that VS Code asks for
 * those first and alone, and for terms only where none of them has anything to offer.
 */
export const completionSelector = { language: '*' };

const restOfWord = /^[\p{L}\p{M}\p{N}]*/u;

class TermItem extends CompletionItem {
  constructor(
    label: string,
    description: string,
    readonly concept: string,
    readonly folder: string | undefined,
  ) {
    super({ label, description }, CompletionItemKind.Value);
  }
}

/** Completes names of concepts in prose, and writes abbreviations out. */
export class TermCompletions implements CompletionItemProvider<TermItem> {
  constructor(
    private readonly terms: NoteTerms,
    private readonly notes: Notes,
    private readonly settings: Settings,
  ) {}

  async provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken): Promise<CompletionList<TermItem> | undefined> {
    if (!isNote(document) || this.settings.termsCompletion(document) === 'off') return undefined;
    const typed = typedNames(document.lineAt(position).text.slice(0, position.character));
    if (typed.length === 0 || !this.isProse(document, position)) return undefined;
    const items = await inTime(this.items(document, position, typed), patience);
    // What came too late is asked for again with the next letter.
    return token.isCancellationRequested ? undefined : new CompletionList(items ?? [], !items || items.length >= itemsShown);
  }

  /** Readies the search for a document's names while nobody waits for it. */
  async prepare(document: TextDocument): Promise<void> {
    if (this.settings.termsCompletion(document) !== 'off') await this.terms.beginning(this.terms.folderOf(document), 'a', 1);
  }

  async resolveCompletionItem(item: TermItem): Promise<TermItem> {
    const details = await this.terms.details(item.folder, item.concept);
    if (details) item.documentation = conceptTooltip(details);
    return item;
  }

  /** Whether running words stand before a position, outside of citations. */
  isProse(document: TextDocument, position: Position): boolean {
    const offset = document.offsetAt(position);
    const note = this.notes.of(document);
    const inCitation = note.citationsIn(offset, offset).some(({ span }) => span.start < offset && offset < span.end);
    return !inCitation && note.proseIn(offset, offset).some(({ start, end }) => start < offset && offset <= end);
  }

  private async items(document: TextDocument, position: Position, typed: readonly string[]): Promise<TermItem[]> {
    const folder = this.terms.folderOf(document);
    const [defined, ...found] = await Promise.all([
      this.definedHere(document, position, folder),
      ...typed.map((words) => this.terms.beginning(folder, words, itemsShown)),
    ]);
    const items = found.flatMap((names, at) => names.map((one) => itemOf(one, { typed: typed[at] ?? '', document, position, folder })));
    const all = [...defined, ...items.filter(({ insertText }) => !defined.some((one) => one.insertText === insertText))];
    all.forEach((item, index) => (item.sortText = String(index).padStart(4, '0')));
    return all.slice(0, itemsShown);
  }

  /** What an abbreviation before the cursor stands for, by the text's own definition of it. */
  private async definedHere(document: TextDocument, position: Position, folder: string | undefined): Promise<TermItem[]> {
    const mention = await this.terms.mentionAt(document, position);
    const concept = mention?.via === 'abbreviation' ? meaningOf(mention) : undefined;
    if (!mention || !concept) return [];
    const start = document.positionAt(mention.start);
    if (start.line !== position.line) return [];
    const typed = document.getText(new Range(start, position));
    const item = new TermItem(typed, concept.name, concept.id, folder);
    item.insertText = concept.name;
    item.filterText = typed;
    item.range = rangeOf(document, start, position);
    return [item];
  }
}

/** An abbreviation is offered to be written out, any other name as it is. */
function itemOf({ concept, name }: FoundConcept, at: { readonly typed: string; readonly document: TextDocument; readonly position: Position; readonly folder: string | undefined }): TermItem {
  const { typed, document, position, folder } = at;
  const isAbbreviation = concept.abbreviations.includes(name);
  const description = isAbbreviation || name === concept.name ? (concept.type ?? terminologyLabel(concept.terminology)) : concept.name;
  const item = new TermItem(isAbbreviation ? l10n.t('{0}: {1}', name, concept.name) : name, description, concept.id, folder);
  item.insertText = cased(isAbbreviation ? concept.name : name, typed);
  // As it was typed, so that VS Code finds it whatever its accents, capitals and Greek letters.
  item.filterText = typed + name.slice((/\p{Script=Greek}/u.test(name) ? typed : spellGreek(typed)).length);
  item.range = rangeOf(document, position.translate(0, -typed.length), position);
  return item;
}

/** Typing on replaces what was typed; accepting with Tab also replaces the rest of the word that the cursor stands in. */
function rangeOf(document: TextDocument, start: Position, cursor: Position): { inserting: Range; replacing: Range } {
  const rest = restOfWord.exec(document.lineAt(cursor).text.slice(cursor.character))?.[0].length ?? 0;
  return { inserting: new Range(start, cursor), replacing: new Range(start, cursor.translate(0, rest)) };
}
