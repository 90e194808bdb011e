import { commands, l10n, type Memento, type TextDocument, type TextEditor, window } from 'vscode';
import { annotationId, type Annotation, type Body, textSelectors } from '../../core/annotating/annotation';
import type { Span } from '../../core/text';
import { UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { MarkablePart, PaperTexts } from '../../platform/paperTexts';
import type { Settings } from '../../platform/settings';
import { pickMeaning } from './meanings';
import { askTags } from './askTags';

const lastMeaningKey = 'annotating.lastMeaning';

/** Words that were chosen to be marked: a stretch of one of a paper's texts. */
interface Passage extends MarkablePart {
  /** The whole text that they are in. */
  readonly text: string;
}

/** Marks the words that are selected in a paper's text. */
export class Annotator {
  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly texts: PaperTexts,
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
    passageIn(window.activeTextEditor, this.texts);
    await commands.executeCommand('workbench.action.addComment');
  }

  async tag(given: unknown): Promise<void> {
    const passage = passageIn(window.activeTextEditor, this.texts);
    const tags = isTexts(given) ? given : await askTags(this.annotations, []);
    if (!tags || tags.length === 0) return;
    await this.add(passage, { motivation: 'tagging', body: tags.map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value })) });
  }

  /** Keeps a comment on words of a document. @throws a UserError where these cannot be marked */
  async addComment(document: TextDocument, span: Span, comment: string): Promise<void> {
    const passage = passageAt(document, span, this.texts);
    if (!passage) throw new UserError(l10n.t('There are no words here that a comment could be on.'));
    await this.add(passage, { motivation: 'commenting', body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: comment }] });
  }

  private async mark(given: unknown, look: { readonly styleClass?: string }): Promise<void> {
    const passage = passageIn(window.activeTextEditor, this.texts);
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
export function passageIn(editor: TextEditor | undefined, texts: PaperTexts): Passage {
  if (!editor || texts.partsOf(editor.document).length === 0) throw new UserError(l10n.t('Open a paper, or a text that is attached to one, and select the words to mark.'));
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  const passage = range && passageAt(document, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }, texts);
  if (!passage) throw new UserError(l10n.t('Select the words to mark first: of a paper’s page, words of its title or abstract.'));
  return passage;
}

/** @returns what of a stretch of a document is in one of a paper's texts; undefined where no words are */
function passageAt(document: TextDocument, { start, end }: Span, texts: PaperTexts): Passage | undefined {
  for (const part of texts.partsOf(document)) {
    const text = document.getText().slice(part.span.start, part.span.end);
    const inside = { start: Math.max(start, part.span.start) - part.span.start, end: Math.min(end, part.span.end) - part.span.start };
    const span = inside.end > inside.start ? trimmed(text, inside) : inside;
    if (span.end > span.start) return { ...part, text, span };
  }
  return undefined;
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
