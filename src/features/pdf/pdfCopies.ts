import { l10n, Uri, window, workspace } from 'vscode';
import type { PageMessage, UnwrittenReason } from '../../core/pdf/pdfMessages';
import { UserError } from '../../platform/log';
import { replaceFile } from '../../platform/newFile';
import { plainMessage } from '../../platform/plainText';
import type { PdfDocument } from './pdfDocument';

/** Copies of PDFs that have their papers' annotations, for other readers. */
export class PdfCopies {
  private given: Uri | undefined;

  /** @param file where the next copy is to be written, for key bindings and tests that know; without it the user is asked */
  to(file: Uri | undefined): void {
    this.given = file instanceof Uri ? file : undefined;
  }

  /**
   * Writes a copy where the user wants it: the file as it is, and what the page made to be put after it.
   * @throws a UserError where the file became another meanwhile, or is to be overwritten itself
   */
  async keep(document: PdfDocument, { length, tail, count, leftOut }: PageMessage & { type: 'written' }): Promise<void> {
    const { uri } = document;
    const file = await document.bytes();
    if (file.length !== length) throw new UserError(l10n.t('The PDF was changed meanwhile. Try again.'));
    const to = this.given ?? (await ask(uri));
    this.given = undefined;
    if (!to) return;
    if (to.toString() === uri.toString()) throw new UserError(l10n.t('Choose another name: the PDF itself stays as it is.'));
    const copy = new Uint8Array(length + tail.length);
    copy.set(await file.read(0, length));
    copy.set(tail, length);
    await replaceFile(to, copy);
    const missing = leftOut > 0 ? ` ${l10n.t('{0} were left out, as their words were not found in the PDF.', leftOut)}` : '';
    void window.showInformationMessage(plainMessage(l10n.t('{0} annotations were written into {1}.', count, workspace.asRelativePath(to)) + missing));
  }

  /** @throws a UserError that says why there is no copy */
  give(reason: UnwrittenReason): never {
    switch (reason) {
      case 'nothing':
        throw new UserError(l10n.t('There is nothing to write: the annotations are in this PDF already, or their words were not found in it.'));
      case 'protected':
        throw new UserError(l10n.t('This PDF is protected by a password, and nothing can be written into a copy of it. Save it without its protection first.'));
      case 'broken':
        throw new UserError(l10n.t('This PDF is damaged, and nothing can be written into a copy of it. Another program may be able to save it anew.'));
      case 'large':
        throw new UserError(l10n.t('This PDF is too large to be annotated in a copy.'));
    }
  }
}

/** `chen1995 annotated.pdf`: not a name by which it would be one more attachment of the paper. */
async function ask(uri: Uri): Promise<Uri | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.pdf$/i, '');
  return window.showSaveDialog({
    title: l10n.t('Export Annotated PDF'), saveLabel: l10n.t('Export'), filters: { PDF: ['pdf'] },
    defaultUri: Uri.joinPath(uri, '..', `${name} annotated.pdf`),
  });
}
