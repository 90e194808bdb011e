import { type Uri, workspace } from 'vscode';
import { explanationOf, type PdfExplanation } from '../../core/pdf/pdfMeaning';
import { linesTogether } from '../../core/pdf/wholeWords';
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
    try {
      for (const lines of linesTogether(text)) {
        const version = ++this.version;
        await notes.open(name, folder, version, lines.text, flatSpans([{ start: 0, end: lines.text.length }]));
        const mention = await notes.mentionAt(name, version, lines.offsetOf(offset));
        const [likeliest] = mention?.concepts ?? [];
        const [details] = likeliest ? await concepts.details(folder, [likeliest.id]) : [];
        if (mention && details) return explanationOf(lines.original(mention), details);
      }
      return undefined;
    } finally {
      await notes.close(name);
    }
  }
}
