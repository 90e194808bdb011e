import { l10n, type Uri, window } from 'vscode';
import { type Annotation, annotationId, answeredBy, tagsOf } from '../../core/annotating/annotation';
import { type ForeignAnnotation, takenOverAmong } from '../../core/pdf/foreignAnnotation';
import { bodyOf, markOf, motivationOf, selectorsOf, takenOver } from '../../core/pdf/pdfAnnotation';
import { draftOf, type PdfDraft } from '../../core/pdf/pdfDraft';
import type { HostMessage } from '../../core/pdf/pdfMessages';
import type { PdfPassage, PdfRemark } from '../../core/pdf/pdfMark';
import { UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { PaperAnnotations, PaperSource } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';

/** The annotations of papers on their PDFs. */
export class PdfMarks {
  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly settings: Settings,
  ) {}

  get onDidChange(): PaperAnnotations['onDidChange'] {
    return this.annotations.onDidChange;
  }

  /** @returns the marks on a PDF as its page takes them */
  messageFor(uri: Uri): HostMessage & { type: 'marks' } {
    const at = this.annotations.sourceAt(uri);
    if (!at) return { type: 'marks', marks: [], tags: [] };
    const meanings = this.settings.annotatingMeanings(at.paper.folder);
    const tags = new Set(this.annotations.papers().flatMap((paper) => this.annotations.of(paper).flatMap(tagsOf)));
    return { type: 'marks', marks: this.on(at).map((one) => markOf(one, meanings)), meanings, tags: [...tags].sort() };
  }

  /** @throws a UserError where the PDF is no paper's, or the paper's file cannot be changed */
  async add(uri: Uri, passage: PdfPassage, remark: PdfRemark): Promise<void> {
    const { paper, source } = this.at(uri);
    const creator = this.settings.annotatingCreator();
    await this.annotations.add(paper, [{
      id: annotationId(crypto.getRandomValues(new Uint8Array(10))),
      created: now(),
      ...(creator !== '' && { creator }),
      motivation: motivationOf(remark),
      target: { source, ...(remark.underlined && { styleClass: 'underline' }), selector: selectorsOf(passage) },
      body: bodyOf(remark),
    }]);
  }

  /** @throws a UserError where there is no such mark any more, or the paper's file cannot be changed */
  async change(uri: Uri, id: string, remark: PdfRemark): Promise<void> {
    const at = this.at(uri);
    const annotation = this.mark(at, id);
    await this.annotations.change(at.paper, annotation, { motivation: motivationOf(remark), modified: now(), body: bodyOf(remark, annotation.body) });
  }

  /** Sets a mark on other words. @throws a UserError where there is no such mark any more, or the paper's file cannot be changed */
  async place(uri: Uri, id: string, passage: PdfPassage): Promise<void> {
    const at = this.at(uri);
    const annotation = this.mark(at, id);
    await this.annotations.change(at.paper, annotation, { modified: now(), target: { ...annotation.target, selector: selectorsOf(passage) } });
  }

  /** Takes in which marks' words are elsewhere in a PDF by now, or not in it. */
  tellFound(uri: Uri, { moved, orphaned }: { readonly moved: readonly string[]; readonly orphaned: readonly string[] }): void {
    this.annotations.tellStates(uri, new Map([...moved.map((id) => [id, 'moved'] as const), ...orphaned.map((id) => [id, 'orphaned'] as const)]));
  }

  /** @throws a UserError where there is no such mark any more, or the paper's file cannot be changed */
  async remove(uri: Uri, id: string): Promise<void> {
    const at = this.at(uri);
    await this.annotations.remove(at.paper, this.mark(at, id));
  }

  /**
   * Makes what other readers left in a PDF annotations of its paper, but for those that it has already, and says how many they were.
   * @throws a UserError where the PDF is no paper's, or the paper's file cannot be changed
   */
  async takeOver(uri: Uri, found: readonly ForeignAnnotation[]): Promise<void> {
    const { paper, source } = this.at(uri);
    const own = this.annotations.of(paper);
    const isKnown = takenOverAmong(own.map((one) => markOf(one, [])));
    const ids = new Set(own.map(({ id }) => id));
    const first = found.filter((one) => one.answers === undefined && !isKnown(one));
    const threads = new Set([...ids, ...first.map(({ id }) => id)]);
    const fresh = found.filter((one) => first.includes(one) || (one.answers !== undefined && !ids.has(one.id) && threads.has(one.answers)));
    const meanings = this.settings.annotatingMeanings(paper.folder);
    if (fresh.length > 0) await this.annotations.add(paper, fresh.map((one) => takenOver(one, source, meanings)));
    void this.tell(paper.record.id, fresh.length, found.length - fresh.length);
  }

  /** @returns what is written of a PDF's annotations into a copy of it @throws a UserError where there is nothing to write */
  draftsFor(uri: Uri): PdfDraft[] {
    const { paper, source } = this.at(uri);
    const all = this.annotations.of(paper);
    const threads = new Set(all.filter((one) => answeredBy(one) === undefined && one.target.source === source).map(({ id }) => id));
    const here = all.filter((one) => threads.has(answeredBy(one) ?? one.id));
    if (here.length === 0) throw new UserError(l10n.t('Nothing is marked in this PDF yet.'));
    const meanings = this.settings.annotatingMeanings(paper.folder);
    return here.map((one) => draftOf(one, meanings));
  }

  private async tell(citekey: string, fresh: number, known: number): Promise<void> {
    const message = [
      fresh > 0 ? l10n.t('{0} annotations of the PDF were taken over into {1}.', fresh, citekey) : known > 0 ? '' : l10n.t('Other readers left no annotations in this PDF.'),
      known > 0 ? l10n.t('{0} were there already.', known) : '',
    ].filter(Boolean).join(' ');
    const undo = l10n.t('Undo');
    const choice = await window.showInformationMessage(plainMessage(message), ...(fresh > 0 ? [undo] : []));
    if (choice === undo) await this.annotations.undo();
  }

  /** @throws a UserError where there is nothing to take back */
  async undo(): Promise<void> {
    if (!(await this.annotations.undo())) throw new UserError(l10n.t('There is no change of annotations to take back.'));
  }

  private on({ paper, source }: PaperSource): Annotation[] {
    return this.annotations.of(paper).filter((one) => answeredBy(one) === undefined && one.target.source === source);
  }

  private mark(at: PaperSource, id: string): Annotation {
    const annotation = this.on(at).find((one) => one.id === id);
    if (!annotation) throw new UserError(l10n.t('This mark was removed meanwhile.'));
    return annotation;
  }

  private at(uri: Uri): PaperSource {
    const at = this.annotations.sourceAt(uri);
    if (!at) throw new UserError(l10n.t('This PDF belongs to no paper of the library: attach it to one to mark words in it.'));
    return at;
  }
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}
