import { type DataTransfer, DocumentDropEdit, type DocumentDropEditProvider, l10n, type Position, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { insertCitation } from '../../core/citing/insert';
import { draggedPapersMime, readDraggedPapers } from '../../core/library/draggedPapers';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { CitableWorks } from '../../platform/citableWorks';
import { worksOfKeys } from './paperItems';
import type { PickedWork } from './workPicker';
import type { NoteBibliography } from './writing/noteBibliography';

/** Cites papers that are dragged from the Papers view into a note. */
export class CiteDrops implements DocumentDropEditProvider {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly bibliography: NoteBibliography,
  ) {}

  async provideDocumentDropEdits(document: TextDocument, position: Position, data: DataTransfer): Promise<DocumentDropEdit | undefined> {
    const json = await data.get(draggedPapersMime)?.asString();
    const dragged = json === undefined ? undefined : readDraggedPapers(json);
    const works = (await worksOfKeys(this.works, document, dragged?.citekeys ?? [])) ?? [];
    if (works.length === 0) return undefined;
    const offset = document.offsetAt(position);
    const edit = insertCitation(this.notes.of(document), offset, works);
    if (!edit) return undefined;
    this.onceDropped(document, edit.text, works);
    if (edit.start === offset && edit.end === offset) return titled(new DocumentDropEdit(edit.text));
    // A citation that belongs elsewhere, as at the end of the one it was dropped on, is not typed where it fell.
    const elsewhere = new DocumentDropEdit('');
    elsewhere.additionalEdit = new WorkspaceEdit();
    elsewhere.additionalEdit.replace(document.uri, toRange(document, edit), edit.text);
    return titled(elsewhere);
  }

  /** VS Code does not say whether an edit that was offered is made: it is the note's next change, or was not. */
  private onceDropped(document: TextDocument, text: string, works: readonly PickedWork[]): void {
    const waiting = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      waiting.dispose();
      if (event.contentChanges.some((change) => change.text === text)) void this.bibliography.citedLater(document, works);
    });
  }
}

/** Newer versions of VS Code list the ways to drop something by their titles. */
function titled(edit: DocumentDropEdit): DocumentDropEdit {
  return Object.assign(edit, { title: l10n.t('Cite in Note') });
}
