import { commands, l10n, Selection, type TextEditor, TextEditorRevealType, type Uri, window, workspace } from 'vscode';
import { type Annotation, type Body, meaningOf, quoteOf, tagsOf, textSelectors } from '../../core/annotating/annotation';
import type { Library, LibraryPaper } from '../../core/library/library';
import { toRange } from '../../platform/convert';
import { internalCommandIds } from '../../platform/ids';
import { UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import { plainMessage } from '../../platform/plainText';
import { paperPageUri } from '../../platform/readingPages';
import type { Settings } from '../../platform/settings';
import { now, passageIn } from './annotateCommands';
import { isAnnotationNode } from './annotationNodes';
import { askTags } from './askTags';
import { type Marks, placed } from './marks';
import { pickMeaning } from './meanings';

/** An annotation that a command is meant for. */
export interface Meant {
  readonly paper: LibraryPaper;
  readonly annotation: Annotation;
}

/** What is done with annotations that are there. Each is named by a row of the Annotations view, or its paper's address and its id. */
export class MarkCommands {
  constructor(
    private readonly library: Library,
    private readonly annotations: PaperAnnotations,
    private readonly texts: PaperTexts,
    private readonly marks: Marks,
    private readonly settings: Settings,
  ) {}

  /** Opens the text at its words; of a paper alone its page. */
  async open(what: unknown, id: unknown): Promise<void> {
    const whole = typeof what === 'string' && id === undefined ? this.library.at(what) : undefined;
    if (whole) {
      await commands.executeCommand('vscode.open', paperPageUri(whole));
      return;
    }
    const { paper, annotation } = await this.meant(what, id);
    const file = this.texts.uriOf(paper, annotation.target.source) ?? this.annotations.fileOf(paper, annotation);
    if (!file) throw new UserError(l10n.t('"{0}", which this was marked in, is not among the files of {1}.', annotation.target.source, paper.record.id));
    if (/\.pdf$/i.test(file.path)) {
      await commands.executeCommand(internalCommandIds.openPdf, file.toString(), annotation.id);
      return;
    }
    const editor = await this.editorOf(file);
    const mark = editor && placed((await this.marks.in(editor.document)) ?? []).find((one) => one.annotation.id === annotation.id);
    if (mark) {
      const range = toRange(editor.document, mark.span);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    } else if (editor && quoteOf(annotation)) {
      const words = quoteOf(annotation)?.exact.slice(0, 80) ?? '';
      void window.showWarningMessage(plainMessage(l10n.t('The words "{0}" were not found in this text any more. Select where they belong, and choose "Set to Selected Words" on the annotation.', words)));
    }
  }

  async changeMeaning(what: unknown, id: unknown): Promise<void> {
    const { paper, annotation } = await this.meant(what, id);
    const meaning = await pickMeaning(this.settings.annotatingMeanings(paper.folder), meaningOf(annotation));
    if (meaning === undefined) return;
    const others = annotation.body.filter(({ purpose }) => purpose !== 'classifying');
    await this.change({ paper, annotation }, { body: [{ type: 'TextualBody', purpose: 'classifying', value: meaning }, ...others] });
  }

  async tag(what: unknown, id: unknown): Promise<void> {
    const { paper, annotation } = await this.meant(what, id);
    const tags = await askTags(this.annotations, tagsOf(annotation));
    if (!tags) return;
    const others = annotation.body.filter(({ purpose }) => purpose !== 'tagging');
    await this.change({ paper, annotation }, { body: [...others, ...tags.map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value }))] });
  }

  async remove(what: unknown, id: unknown): Promise<void> {
    const { paper, annotation } = await this.meant(what, id);
    await this.annotations.remove(paper, annotation);
    const undo = l10n.t('Undo');
    void window.showInformationMessage(l10n.t('The annotation was removed.'), undo).then((choice) => choice === undo && this.annotations.undo());
  }

  /** The words that were found are the ones that were meant. */
  async confirm(what: unknown, id: unknown): Promise<void> {
    const { paper, annotation } = await this.meant(what, id);
    if (await this.placedInPdf({ paper, annotation }, 'confirm')) return;
    const file = this.texts.uriOf(paper, annotation.target.source);
    const document = file && (await workspace.openTextDocument(file));
    const mark = document && placed((await this.marks.in(document)) ?? []).find((one) => one.annotation.id === annotation.id);
    const part = mark && this.texts.partsOf(document).find(({ source }) => source === annotation.target.source);
    if (!part) throw new UserError(l10n.t('Its words were not found in the text any more.'));
    const { start, end } = part.span;
    await this.retarget({ paper, annotation }, document.getText().slice(start, end), { start: mark.span.start - start, end: mark.span.end - start });
  }

  /** Puts an annotation, maybe one whose words are gone, on the words that are selected. */
  async reattach(what: unknown, id: unknown): Promise<void> {
    const meant = await this.meant(what, id);
    if (!window.activeTextEditor && (await this.placedInPdf(meant, 'reattach'))) return;
    const passage = passageIn(window.activeTextEditor, this.texts);
    if (passage.paper.uri !== meant.paper.uri) throw new UserError(l10n.t('The selected words are in a text of another paper.'));
    await this.retarget(meant, passage.text, passage.span, passage.source);
  }

  /** @returns whether it is on a PDF, whose page knows where the words are and which are selected */
  private async placedInPdf({ paper, annotation }: Meant, how: 'confirm' | 'reattach'): Promise<boolean> {
    const file = this.annotations.fileOf(paper, annotation);
    if (!file || !/\.pdf$/i.test(file.path)) return false;
    await commands.executeCommand(internalCommandIds.placeInPdf, file.toString(), annotation.id, how);
    return true;
  }

  private async retarget({ paper, annotation }: Meant, text: string, span: { readonly start: number; readonly end: number }, source = annotation.target.source): Promise<void> {
    await this.change({ paper, annotation }, { target: { ...annotation.target, source, selector: textSelectors(text, span) } });
  }

  private async change({ paper, annotation }: Meant, change: Partial<Annotation>): Promise<void> {
    await this.annotations.change(paper, annotation, { ...change, modified: now() });
  }

  /** What is no text is opened by whatever VS Code has for it. */
  private async editorOf(file: Uri): Promise<TextEditor | undefined> {
    try {
      return await window.showTextDocument(await workspace.openTextDocument(file));
    } catch {
      await commands.executeCommand('vscode.open', file);
      return undefined;
    }
  }

  private async meant(what: unknown, id: unknown): Promise<Meant> {
    if (isAnnotationNode(what)) return what.mark;
    const paper = typeof what === 'string' ? this.library.at(what) : undefined;
    const annotation = paper && this.annotations.of(paper).find((one) => one.id === id);
    if (annotation) return { paper, annotation };
    const editor = window.activeTextEditor;
    const [mark] = editor ? await this.marks.at(editor.document, editor.document.offsetAt(editor.selection.active)) : [];
    if (!mark) throw new UserError(l10n.t('Put the cursor on marked words, or choose an annotation in the Annotations view.'));
    return mark;
  }
}
