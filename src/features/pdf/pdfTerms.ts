import { type Uri, workspace } from 'vscode';
import { explanationOf, type PdfExplanation } from '../../core/pdf/pdfMeaning';
import { flatSpans } from '../../core/terms/document/flatSpans';
import type { Work } from '../../core/work';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** What the terms on a PDF's pages mean, by the terms of its folder. */
export class PdfTerms {
  private version = 0;

  constructor(
    private readonly thread: WorkerThread<Work>,
    private readonly settings: Settings,
  ) {}

  /**
   * @param text of the page
   * @param offset of a sign in it
   * @returns what the words there mean; undefined where they are no term's, or meanings are not to be shown
   */
  async explain(uri: Uri, page: number, text: string, offset: number): Promise<PdfExplanation | undefined> {
    if (!this.settings.termsHover(uri)) return undefined;
    const folder = workspace.getWorkspaceFolder(uri)?.uri.toString();
    const { notes, concepts } = await this.thread.get();
    const name = uri.with({ fragment: `page=${page}` }).toString();
    const version = ++this.version;
    try {
      // A line's end is a space between words.
      await notes.open(name, folder, version, text.replaceAll('\n', ' '), flatSpans([{ start: 0, end: text.length }]));
      const mention = await notes.mentionAt(name, version, offset);
      const [likeliest] = mention?.concepts ?? [];
      const [details] = likeliest ? await concepts.details(folder, [likeliest.id]) : [];
      return mention && details && explanationOf(mention, details);
    } finally {
      await notes.close(name);
    }
  }
}
