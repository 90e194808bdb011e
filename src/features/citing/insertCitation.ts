import { l10n, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';
import type { CitedWork } from '../../core/citing/citedWork';
import { insertCitation } from '../../core/citing/insert';
import { locatorTermsOf } from '../../core/notes/locatorTerms';
import type { Note } from '../../core/notes/note';
import type { Notes } from '../../platform/notes';
import { UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { CitableWorks } from '../../platform/citableWorks';
import type { NoteEditors } from './noteEditors';
import { worksOfItems, worksOfKeys } from './paperItems';
import { type PickedWork, pickWorks } from './workPicker';
import { writeAtCursors } from './textEdits';
import { askDetails } from './writing/detailsPicker';
import type { NoteBibliography } from './writing/noteBibliography';

/** Milliseconds that a remark stays in the status bar. */
const messageTime = 5000;

/** Writes citations, as Pandoc knows them, where the cursor is. */
export class CitationInserter {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly editors: NoteEditors,
    private readonly bibliography: NoteBibliography,
  ) {}

  /** @param keys the citekeys, which then aren't asked for, nor what is to stand around them */
  async insert(keys?: unknown): Promise<void> {
    const editor = this.editors.need();
    await this.works.loaded;
    const words = { title: l10n.t('Insert Citation'), placeholder: l10n.t('Authors, title, year, journal or citekey') };
    const given = await worksOfKeys(this.works, editor.document, keys);
    if (given) return this.write(editor, given, given);
    for (;;) {
      const picked = await pickWorks(this.works, editor.document, words);
      if (!picked || picked.length === 0) return;
      const named = picked.map((work) => ({ key: work.key, label: work.label ?? work.key }));
      const details = await askDetails(named, locatorTermsOf(this.notes.of(editor.document).frontMatter?.lang));
      if (details !== 'back') return details && this.write(editor, picked, details);
    }
  }

  /** Cites the papers that a command of the Papers view was run on, in the note that was worked on last. */
  async cite(item: unknown, items: unknown): Promise<void> {
    const picked = worksOfItems(this.works, item, items);
    if (picked.length === 0) return;
    const editor = await this.editors.show();
    const keys = picked.map(({ key }) => key);
    const known = new Set((await this.works.works(editor.document, keys)).map(({ record }) => record.id));
    const foreign = picked.filter(({ key, paper }) => (paper ? !this.works.papers(editor.document).includes(paper) : !known.has(key)));
    for (const one of foreign) await this.nameSource(one, editor.document);
    await this.write(editor, picked, picked);
  }

  /** Has the note name the bibliography of a record that it can't cite from yet, if the user agrees. */
  private async nameSource(work: PickedWork, document: TextDocument): Promise<void> {
    const file = work.bibliography === undefined ? undefined : Uri.parse(work.bibliography);
    if (!file) throw new UserError(cannotCite(work));
    const add = l10n.t('Name It');
    const question = l10n.t('The note does not name {0}, which has {1}. Name it in the note’s front matter?', workspace.asRelativePath(file), work.key);
    if (this.bibliography.names(document, file)) return;
    if ((await window.showInformationMessage(plainMessage(question), { modal: true }, add)) !== add || !(await this.bibliography.name(document, file))) {
      throw new UserError(cannotCite(work));
    }
  }

  private async write(editor: TextEditor, picked: readonly PickedWork[], works: readonly CitedWork[]): Promise<void> {
    const note = this.notes.of(editor.document);
    const offsets = [...new Set(editor.selections.map(({ active }) => editor.document.offsetAt(active)))];
    const edits = new Map(offsets.flatMap((offset) => insertCitation(note, offset, works) ?? []).map((edit) => [edit.start, edit]));
    if (edits.size === 0) {
      window.setStatusBarMessage(l10n.t('Cited there already'), messageTime);
      return;
    }
    await writeAtCursors(editor, [...edits.values()]);
    void this.bibliography.citedLater(editor.document, picked);
    if (offsets.some((offset) => isVerbatim(note, offset))) {
      window.setStatusBarMessage(l10n.t('Code and front matter can’t cite: the citation stands behind them'), messageTime);
    }
  }
}

function cannotCite({ key, paper }: PickedWork): string {
  return paper
    ? l10n.t('The note does not lie in the folder of the paper {0}, so it can’t cite it.', key)
    : l10n.t('The note does not name the bibliography that has {0}, so it can’t cite it. Name it in the note’s front matter under “bibliography:”.', key);
}

function isVerbatim({ verbatim }: Note, offset: number): boolean {
  return verbatim.some(({ start, end }) => start < offset && offset < end);
}
