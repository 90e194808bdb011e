import { InputBoxValidationSeverity, l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import type { DeprecatedConcept } from '../../core/terms/folderConcepts';
import { foldName } from '../../core/terms/foldName';
import { nameLimit } from '../../core/terms/glossaryKeys';
import { type NewTerm, termFrom } from '../../core/terms/newTerm';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { UserError } from '../../platform/log';
import { applyAndSave, seeDocument } from '../../platform/seenDocument';
import { plainRow } from '../../platform/plainText';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { folderAtHand } from './folderAtHand';
import type { GlossaryFile } from './glossaryFile';
import type { NoteTerms } from './noteTerms';

/** More meanings than this share no name. */
const meaningsShown = 20;

/** What the user would be asked, for rows and key bindings that know it. */
export interface TermAnswers {
  readonly name?: string;
  /** The id of the concept that the entry is filled from; null for a meaning of its own. */
  readonly meaning?: string | null;
}

interface MeaningRow extends QuickPickItem {
  readonly meaning: string | null;
}

/** Adds terms to the folder's glossary, filled with what the terminologies know of them. */
export class TermDefiner {
  constructor(
    private readonly terms: NoteTerms,
    private readonly glossary: GlossaryFile,
    private readonly thread: Pick<WorkerThread<Work>, 'get'>,
  ) {}

  async define(answers: TermAnswers = {}): Promise<void> {
    const folder = folderAtHand(this.terms);
    if (folder === undefined) throw new UserError(l10n.t('Open a folder first: your glossary is a file in it.'));
    const name = answers.name ?? (await this.askName(folder));
    if (!name) return;
    const own = (await this.meanings(folder, name)).find((concept) => isEntryOf(concept, name));
    if (own?.source) return this.show(Uri.parse(own.source.uri), own.source.span.start);
    const meaning = answers.meaning === undefined ? await this.askMeaning(folder, name) : answers.meaning;
    if (meaning === undefined) return;
    const details = meaning === null ? undefined : await this.terms.details(folder, meaning);
    await this.add(Uri.parse(folder), termFrom(name, details));
  }

  private async askName(folder: string): Promise<string | undefined> {
    const name = await window.showInputBox({
      title: l10n.t('Define Term'),
      prompt: l10n.t('The name of the term, as it stands within a sentence'),
      value: await this.nameAtHand(),
      validateInput: (value) => this.remark(folder, value.trim()),
    });
    return name?.trim();
  }

  /** What is selected; else the term at the cursor. */
  private async nameAtHand(): Promise<string> {
    const editor = window.activeTextEditor;
    if (!editor) return '';
    const { document, selection } = editor;
    if (!selection.isEmpty) return oneLine(document.getText(selection)).slice(0, nameLimit);
    const mention = await this.terms.mentionAt(document, selection.active);
    return mention ? oneLine(document.getText(toRange(document, mention))) : '';
  }

  /** What there is to say of a name before it is taken. */
  private async remark(folder: string, name: string): Promise<{ message: string; severity: InputBoxValidationSeverity } | undefined> {
    if (name === '') return { message: l10n.t('A term needs a name.'), severity: InputBoxValidationSeverity.Error };
    if (name.length > nameLimit) return { message: l10n.t('A name has {0} letters at most.', nameLimit), severity: InputBoxValidationSeverity.Error };
    const [meanings, [deprecated]] = await Promise.all([this.meanings(folder, name), this.terms.deprecatedNamed(folder, name)]);
    if (meanings.some((concept) => isEntryOf(concept, name))) return { message: l10n.t('"{0}" is in your glossary: Enter opens its entry.', name), severity: InputBoxValidationSeverity.Info };
    if (deprecated) return { message: deprecatedRemark(name, deprecated), severity: InputBoxValidationSeverity.Warning };
    if (meanings.length < 2) return undefined;
    const which = meanings.slice(0, 5).map((concept) => concept.name).join(' · ');
    return { message: l10n.t('"{0}" has {1} meanings: {2}. You are asked which one is meant.', name, meanings.length, which), severity: InputBoxValidationSeverity.Warning };
  }

  /** The concepts that have the name. */
  private async meanings(folder: string, name: string): Promise<Concept[]> {
    const found = await this.terms.search(folder, name, meaningsShown);
    return found.filter((one) => foldName(one.name) === foldName(name)).map(({ concept }) => concept);
  }

  private async askMeaning(folder: string, name: string): Promise<string | null | undefined> {
    const found = await this.terms.search(folder, name, meaningsShown);
    if (found.length === 0) return null;
    const rows: MeaningRow[] = found.map(({ concept, name: by }) => ({
      label: plainRow(concept.name),
      description: plainRow([by === concept.name ? '' : by, concept.type ?? '', this.terms.labelOf(concept.terminology)].filter(Boolean).join(' · ')),
      detail: plainRow(concept.definition ?? ''),
      meaning: concept.id,
    }));
    const own: MeaningRow = { label: `$(add) ${l10n.t('A meaning of its own')}`, detail: l10n.t('The entry begins without a definition.'), meaning: null };
    const known = found.some((one) => foldName(one.name) === foldName(name));
    const separator: MeaningRow = { label: known ? '' : l10n.t('or one that is called alike'), kind: QuickPickItemKind.Separator, meaning: null };
    const choice = await window.showQuickPick(known ? [...rows, separator, own] : [own, separator, ...rows], {
      title: l10n.t('Define "{0}"', name),
      placeHolder: l10n.t('Which meaning does it have? Its definition, names and ids are filled in'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return choice?.meaning;
  }

  /** One step to undo; a glossary without unsaved changes has none afterwards. */
  private async add(folder: Uri, term: NewTerm): Promise<void> {
    const seen = await seeDocument(await this.glossary.made(folder));
    const { document } = seen;
    const added = await (await this.thread.get()).terms.addTerm(document.getText(), term);
    if (!added) throw new UserError(l10n.t('The glossary has a mistake, which the Problems view shows. Put it right first, so that the term does not land in the wrong place.'));
    const edit = new WorkspaceEdit();
    for (const { span, newText } of added.edits) edit.replace(document.uri, toRange(document, span), newText);
    await applyAndSave(edit, [seen]);
    await this.show(document.uri, added.start);
  }

  private async show(uri: Uri, offset: number): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const range = toRange(document, { start: offset, end: endOfLine(document, offset) });
    await window.showTextDocument(document, { selection: range });
  }
}

function deprecatedRemark(name: string, { concept, replacedBy }: DeprecatedConcept): string {
  const remark = l10n.t('"{0}" is deprecated ({1}).', name, concept.id);
  return replacedBy.length === 0 ? remark : `${remark} ${l10n.t('Use instead: {0}', replacedBy.map((other) => other.name).join(' · '))}`;
}

/** Whether a concept is the glossary's entry for a name; that it abbreviates itself so makes it none. */
function isEntryOf(concept: Concept, name: string): boolean {
  return concept.terminology === 'glossary' && [concept.name, ...concept.synonyms].some((own) => foldName(own) === foldName(name));
}

function endOfLine(document: TextDocument, offset: number): number {
  return document.offsetAt(document.lineAt(document.positionAt(offset)).range.end);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
