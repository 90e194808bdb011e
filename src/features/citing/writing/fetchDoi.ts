import { l10n, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { doiOfKey } from '../../../core/citing/doiKey';
import { Citekeys } from '../../../core/library/citekey';
import { citekeyFormula } from '../../../core/library/citekeyFormula';
import { type DoiAnswer, lookUpDoi } from '../../../core/library/doiLookup';
import { fileStem } from '../../../core/library/fileStem';
import { KnownWorks } from '../../../core/library/knownWorks';
import type { CslItem } from '../../../core/library/record';
import { rewrittenKey } from '../../../core/notes/citekey';
import type { Http } from '../../../core/ports';
import type { Work } from '../../../core/work';
import type { CitableWorks } from '../../../platform/citableWorks';
import { toRange } from '../../../platform/convert';
import { UserError } from '../../../platform/log';
import { writeNewFile } from '../../../platform/newFile';
import type { Notes } from '../../../platform/notes';
import { plainMessage } from '../../../platform/plainText';
import { cancellable } from '../../../platform/progress';
import type { Settings } from '../../../platform/settings';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import type { NoteBibliography } from './noteBibliography';

interface Needs {
  readonly http: Http;
  readonly works: CitableWorks;
  readonly notes: Notes;
  readonly settings: Settings;
  readonly thread: WorkerThread<Work>;
  readonly bibliography: NoteBibliography;
}

/** Looks a work up by the DOI that a note cites it by, once the user has said so, and adds it to what the note cites from. */
export class DoiFetcher {
  constructor(private readonly needs: Needs) {}

  /**
   * @param note the note's address
   * @param key the citekey, which is a DOI
   * @throws a UserError where nothing is found
   */
  async fetch(note: unknown, key: unknown): Promise<void> {
    const doi = typeof key === 'string' ? doiOfKey(key) : undefined;
    if (typeof note !== 'string' || typeof key !== 'string' || doi === undefined || !(await mayAsk(doi))) return;
    const answer = await cancellable(l10n.t('Looking up {0}', doi), async (token) => {
      const found = await lookUpDoi(doi, this.needs.http);
      return token.isCancellationRequested ? undefined : found;
    });
    if (!answer) return;
    if (answer.kind !== 'found') throw new UserError(whyNot(answer, doi));
    await this.take(Uri.parse(note), key, answer.record);
  }

  /** Adds the record under a citekey as others have, and has the note cite it by that. */
  async take(uri: Uri, key: string, record: CslItem): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const known = new KnownWorks(this.needs.works.papers(document)).find(record)?.paper.record.id;
    const citekey = known ?? (await this.freeKey(document, record));
    if (known === undefined) await this.store(uri, { ...record, id: citekey });
    const edit = new WorkspaceEdit();
    for (const { items } of this.needs.notes.of(document).citations) {
      for (const item of items.filter((one) => one.key === key)) edit.replace(uri, toRange(document, item.keySpan), rewrittenKey(document.getText(toRange(document, item.keySpan)), citekey));
    }
    await workspace.applyEdit(edit);
    window.setStatusBarMessage(l10n.t('Added {0}', plainMessage(`@${citekey}: ${record.title ?? ''}`)), 8000);
  }

  private async freeKey(document: TextDocument, record: CslItem): Promise<string> {
    const { works, settings } = this.needs;
    const keys = new Citekeys(works.papers(document).map(({ record: { id } }) => id), citekeyFormula(settings.citekeysFormula(document)).make);
    for (;;) {
      const key = keys.make(record);
      if ((await works.keysKnown(document, [key])).length === 0) return key;
    }
  }

  /** Into the bibliography that the note names, else as a paper of the library. */
  private async store(note: Uri, record: CslItem): Promise<void> {
    const { bibliography, settings, thread } = this.needs;
    const document = await workspace.openTextDocument(note);
    if (await bibliography.add(document, [record])) return;
    const folder = workspace.getWorkspaceFolder(note);
    if (!folder) throw new UserError(l10n.t('The note lies in no folder, and names no bibliography that the work could be added to.'));
    const library = Uri.joinPath(folder.uri, settings.libraryFolder(folder.uri));
    await workspace.fs.createDirectory(library);
    await writeNewFile(Uri.joinPath(library, `${fileStem(record.id)}.yaml`), await (await thread.get()).library.newPaperFile(record));
  }
}

async function mayAsk(doi: string): Promise<boolean> {
  const ask = l10n.t('Look Up');
  const detail = l10n.t('Casebook asks doi.org, which leads on to the registry of the work (such as Crossref). They learn this DOI and your network address, and nothing else.');
  return (await window.showInformationMessage(plainMessage(l10n.t('Look up {0} on the web?', doi)), { modal: true, detail }, ask)) === ask;
}

function whyNot(answer: Exclude<DoiAnswer, { readonly kind: 'found' }>, doi: string): string {
  switch (answer.kind) {
    case 'unknown': return l10n.t('There is no DOI {0}. Is it mistyped?', doi);
    case 'unreadable': return l10n.t('The registry of {0} did not answer with a record.', doi);
    case 'status': return l10n.t('The registry of {0} did not answer (status {1}). Try again later.', doi, answer.status);
    case 'failure': return l10n.t('doi.org could not be reached ({0}). Check the network, and try again.', answer.failure);
  }
}
