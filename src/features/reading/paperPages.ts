import { Disposable, l10n, type Uri, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import type { ReadingPage } from '../../core/reading/readingPage';
import type { Log } from '../../platform/log';
import { isNote } from '../../platform/notes';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import { shownFile } from '../../platform/readingPages';
import { type CitingNote, paperPage } from './paperPage';

/** What the page of a paper shows that others know. */
export interface PaperPageNeeds {
  /** A reference in the chosen style; undefined where that makes none. */
  readonly referenceOf: (record: CslItem) => Promise<string | undefined>;
  readonly notesCiting: (citekey: string, folder: string) => Promise<readonly CitingNote[]>;
}

/** Makes the pages that show papers. */
export class PaperPages implements Disposable {
  /** What cites the papers of open pages, by their addresses: looked for once, and again when a note was saved. */
  private readonly citing = new Map<string, readonly CitingNote[]>();
  private readonly listening: Disposable;
  private readonly look: (file: string, citekey: string, folder: string) => Promise<void>;

  /** @param renew has open pages made anew */
  constructor(
    private readonly library: Library,
    private readonly annotations: PaperAnnotations,
    private readonly needs: PaperPageNeeds,
    log: Log,
    renew: () => void,
  ) {
    this.look = log.guard(l10n.t('The notes that cite the paper could not be found'), async (file: string, citekey: string, folder: string) => {
      this.citing.set(file, await needs.notesCiting(citekey, folder));
      renew();
    });
    this.listening = Disposable.from(
      workspace.onDidSaveTextDocument((document) => {
        if (!isNote(document) || this.citing.size === 0) return;
        this.citing.clear();
        renew();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.citing.delete(shownFile(uri)?.toString() ?? '')),
    );
  }

  /** @returns the page; a text where the paper is gone */
  async make(uri: Uri): Promise<ReadingPage | string> {
    await this.library.loaded;
    const file = shownFile(uri)?.toString() ?? '';
    const paper = this.library.at(file);
    if (!paper) return l10n.t('This paper is not in the library any more.');
    const citing = this.citing.get(file);
    if (!citing) void this.look(file, paper.record.id, paper.folder);
    const reference = await this.needs.referenceOf(paper.record).catch(() => undefined); // of a style that is broken; others tell
    return paperPage({ paper, reference, annotations: this.annotations.of(paper), citing });
  }

  dispose(): void {
    this.listening.dispose();
  }
}
