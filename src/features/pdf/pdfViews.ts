import type { Memento, Uri } from 'vscode';
import { type PdfView, readPdfView } from '../../core/pdf/pdfView';
import { isObject } from '../../core/formats/plainValue';

const key = 'casebook.pdfViews';

/** More than this nobody comes back to. */
const most = 300;

/** How each PDF of the workspace was last looked at. */
export class PdfViews {
  constructor(private readonly state: Memento) {}

  of(uri: Uri): PdfView | undefined {
    return readPdfView(this.all()[uri.toString()]);
  }

  async remember(uri: Uri, view: PdfView): Promise<void> {
    const name = uri.toString();
    const others = Object.entries(this.all()).filter(([other]) => other !== name);
    await this.state.update(key, Object.fromEntries([...others.slice(1 - most), [name, view]]));
  }

  private all(): Readonly<Record<string, unknown>> {
    const stored: unknown = this.state.get(key);
    return isObject(stored) ? stored : {};
  }
}
