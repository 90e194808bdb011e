import { env, l10n, type QuickPickItem, type TextEditor, window } from 'vscode';
import { answeredBy, commentOf, meaningOf, quoteOf, tagsOf } from '../../core/annotating/annotation';
import { quoteMarkdown } from '../../core/annotating/quoteMarkdown';
import { UserError } from '../../platform/log';
import { isNote } from '../../platform/notes';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import { plainRow } from '../../platform/plainText';
import { linkTo } from './annotationLinks';
import { isAnnotationNode } from './annotationNodes';
import type { Meant } from './markCommands';

interface QuoteRow extends QuickPickItem {
  readonly meant: Meant;
}

/** Puts quotes of papers into notes. */
export class QuoteInserter {
  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly texts: PaperTexts,
  ) {}

  /**
   * Inserts a quote with its citation and a link back at the cursor of the note; without an open note it is copied.
   * @param row a row of the Annotations view; without one the user picks
   * @param rows all rows that are selected there
   */
  async insert(row: unknown, rows: unknown): Promise<void> {
    const given = (Array.isArray(rows) && rows.length > 0 ? rows : [row]).filter(isAnnotationNode).map(({ mark }) => mark);
    const chosen = given.length > 0 ? given : await this.pick();
    if (!chosen) return;
    const quotes = chosen.flatMap(({ paper, annotation }) => quoteMarkdown(paper.record, annotation, linkTo(paper, annotation)) ?? []);
    if (quotes.length === 0) throw new UserError(l10n.t('This annotation is on no words that could be quoted.'));
    const text = quotes.join('\n\n');
    const editor = this.noteEditor();
    if (editor) return insertBlock(editor, text);
    await env.clipboard.writeText(text);
    void window.showInformationMessage(l10n.t('No note is open: the quote was copied, to be pasted.'));
  }

  private async pick(): Promise<Meant[] | undefined> {
    const all = this.annotations.papers().flatMap((paper) => this.annotations.of(paper).filter((one) => answeredBy(one) === undefined && quoteOf(one)).map((annotation) => ({ paper, annotation })));
    if (all.length === 0) throw new UserError(l10n.t('Nothing is marked in any paper yet.'));
    const rows = all.map((meant): QuoteRow => ({
      meant,
      label: plainRow((quoteOf(meant.annotation)?.exact ?? '').replace(/\s+/g, ' ')),
      description: [meant.paper.record.id, meaningOf(meant.annotation), ...tagsOf(meant.annotation).map((tag) => `#${tag}`)].filter(Boolean).join(' · '),
      detail: commentOf(meant.annotation),
    }));
    const picked = await window.showQuickPick(rows, { title: l10n.t('Insert Quote'), placeHolder: l10n.t('Words of the quote, the comment, the paper or a tag'), canPickMany: true, matchOnDescription: true, matchOnDetail: true });
    return picked && picked.length > 0 ? picked.map(({ meant }) => meant) : undefined;
  }

  /** The paper's own text is no note to quote it in. */
  private noteEditor(): TextEditor | undefined {
    const isTaken = ({ document }: TextEditor): boolean => isNote(document) && !this.texts.has(document);
    const active = window.activeTextEditor;
    return active && isTaken(active) ? active : window.visibleTextEditors.find(isTaken);
  }
}

/** A block stands apart from what is before and after it. */
async function insertBlock(editor: TextEditor, block: string): Promise<void> {
  const { document, selection } = editor;
  const text = document.getText();
  const start = document.offsetAt(selection.start);
  const end = document.offsetAt(selection.end);
  const before = text.slice(0, start).replace(/[ \t]+$/, '');
  const after = text.slice(end);
  const lead = before === '' || /\n\r?\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after.trim() === '' && after.length < 2 ? '\n' : /^\r?\n\r?\n/.test(after) ? '' : /^\r?\n/.test(after) ? '\n' : '\n\n';
  if (!(await editor.edit((edit) => edit.replace(selection, `${lead}${block}${trail}`)))) throw new UserError(l10n.t('The note could not be changed. Is it read-only?'));
}
