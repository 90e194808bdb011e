import { commands, l10n, type Memento, type TextDocument, type TextEditor, window } from 'vscode';
import { annotationId, type Annotation, type Body, textSelectors } from '../../core/annotating/annotation';
import type { Span } from '../../core/text';
import { UserError } from '../../platform/log';
import type { PaperAnnotations, PaperSource } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';
import { pickMeaning } from './meanings';
import { askTags } from './askTags';

const lastMeaningKey = 'annotating.lastMeaning';

/** Words that were chosen to be marked. */
interface Passage extends PaperSource {
  readonly text: string;
  readonly span: Span;
}

/** Marks the words that are selected in a paper's text. */
export class Annotator {
  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly settings: Settings,
    private readonly state: Memento,
  ) {}

  /** @param given the meaning, where a key or another extension names it */
  async highlight(given: unknown): Promise<void> {
    await this.mark(given, {});
  }

  async underline(given: unknown): Promise<void> {
    await this.mark(given, { styleClass: 'underline' });
  }

  /** Opens VS Code's own box for a comment on the selected words. */
  async comment(): Promise<void> {
    passageIn(window.activeTextEditor, this.annotations);
    await commands.executeCommand('workbench.action.addComment');
  }

  async tag(given: unknown): Promise<void> {
    const passage = passageIn(window.activeTextEditor, this.annotations);
    const tags = isTexts(given) ? given : await askTags(this.annotations, []);
    if (!tags || tags.length === 0) return;
    await this.add(passage, { motivation: 'tagging', body: tags.map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value })) });
  }

  /** Keeps a comment on words of a document. @throws a UserError where these cannot be marked */
  async addComment(document: TextDocument, span: Span, comment: string): Promise<void> {
    const at = this.annotations.sourceAt(document.uri);
    const passage = at && { ...at, text: document.getText(), span: trimmed(document.getText(), span) };
    if (!passage || passage.span.start === passage.span.end) throw new UserError(l10n.t('There are no words here that a comment could be on.'));
    await this.add(passage, { motivation: 'commenting', body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: comment }] });
  }

  private async mark(given: unknown, look: { readonly styleClass?: string }): Promise<void> {
    const passage = passageIn(window.activeTextEditor, this.annotations);
    const meanings = this.settings.annotatingMeanings(passage.paper.folder);
    const meaning = typeof given === 'string' ? given : await pickMeaning(meanings, this.state.get(lastMeaningKey));
    if (meaning === undefined) return;
    await this.state.update(lastMeaningKey, meaning);
    await this.add(passage, { motivation: 'highlighting', body: [{ type: 'TextualBody', purpose: 'classifying', value: meaning }] }, look);
  }

  private async add({ paper, source, text, span }: Passage, said: Pick<Annotation, 'motivation' | 'body'>, look: { readonly styleClass?: string } = {}): Promise<void> {
    const creator = this.settings.annotatingCreator();
    await this.annotations.add(paper, [{
      id: annotationId(crypto.getRandomValues(new Uint8Array(10))),
      created: now(),
      ...(creator !== '' && { creator }),
      ...said,
      target: { source, ...look, selector: textSelectors(text, span) },
    }]);
  }
}

/** @returns this moment as W3C's annotations have it, to the second */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * @returns the words that are selected, or the one at the cursor
 * @throws a UserError where there are none that can be marked
 */
export function passageIn(editor: TextEditor | undefined, annotations: PaperAnnotations): Passage {
  const at = editor && annotations.sourceAt(editor.document.uri);
  if (!at) throw new UserError(l10n.t('Open a text that is attached to a paper, and select the words to mark.'));
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  const text = document.getText();
  const span = range ? trimmed(text, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }) : { start: 0, end: 0 };
  if (span.start === span.end) throw new UserError(l10n.t('Select the words to mark first.'));
  return { ...at, text, span };
}

/** White space at the ends of a selection is hardly ever meant. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return words.trim() === '' ? { start, end: start } : { start: start + lead, end: start + lead + words.trim().length };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
