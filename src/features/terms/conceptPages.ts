import { type CancellationToken, Disposable, l10n, type Uri } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import type { MentionFile } from '../../core/terms/mentionWork';
import { conceptScheme } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { type ConceptPage, conceptUri, pageOf } from './conceptAddress';
import { conceptPage } from './conceptPage';
import type { FolderMentions } from './folderMentions';
import type { NoteTerms } from './noteTerms';
import { PageDocuments } from './pageDocuments';
import type { PageText } from './pageText';

/** Pages that say all that is known of a concept. */
export class ConceptPages implements Disposable {
  private readonly documents: PageDocuments;
  /** What speaks of the concepts of open pages; looked for once, and again when a page is opened anew. */
  private readonly mentioned = new Map<string, readonly MentionFile[]>();
  private readonly listening: Disposable;

  constructor(
    private readonly terms: NoteTerms,
    private readonly mentions: FolderMentions,
    private readonly log: Log,
  ) {
    this.documents = new PageDocuments(conceptScheme, (uri, token) => this.make(uri, token));
    this.listening = Disposable.from(
      this.documents,
      this.documents.onDidClose((uri) => this.mentioned.delete(uri.toString())),
      terms.onDidChange(() => {
        this.mentioned.clear();
        this.documents.renew();
      }),
    );
  }

  /** Opens the page of a concept. */
  async open(concept: Pick<Concept, 'id' | 'name'>, folder: string | undefined): Promise<void> {
    await this.documents.open(conceptUri(concept, folder));
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async make(uri: Uri, token: CancellationToken): Promise<PageText | string> {
    const page = pageOf(uri);
    const details = page && (await this.terms.details(page.folder, page.id));
    if (token.isCancellationRequested) return '';
    if (!details) return l10n.t('There is no such concept in the terms of this folder now.');
    const found = this.mentioned.get(uri.toString());
    if (!found) void this.log.guard(l10n.t('The mentions could not be found'), () => this.look(uri, page))();
    return conceptPage(details, page.folder, found);
  }

  private async look(uri: Uri, { id, folder }: ConceptPage): Promise<void> {
    const found = folder === undefined ? [] : await this.mentions.find(id, folder, undefined);
    if (!this.documents.has(uri)) return;
    this.mentioned.set(uri.toString(), found);
    this.documents.renew(uri);
  }
}
