import { l10n, Uri, window, workspace } from 'vscode';
import type { AnnotatedPaper } from '../../core/annotating/exchange/exchange';
import type { AnnotationFormat, ExportedFile } from '../../core/annotating/exchange/formats';
import type { LibraryPaper } from '../../core/library/library';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import { replaceFile } from '../../platform/newFile';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import { plainMessage, plainRow } from '../../platform/plainText';
import { today } from '../../platform/today';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { textsOf } from './paperSourceTexts';

/** What would be asked, for key bindings and tests that know the answers. */
export interface ExportAnswers {
  readonly format: string;
  /** The file, or the folder where the export makes several. */
  readonly to: Uri;
}

/** Writes annotations of papers in a format of other programs. */
export class AnnotationExport {
  constructor(
    private readonly annotations: PaperAnnotations,
    private readonly texts: PaperTexts,
    private readonly thread: WorkerThread<Work>,
  ) {}

  /** @param given the papers; where none, the user picks among those that have annotations */
  async run(given: readonly LibraryPaper[], answers: Partial<ExportAnswers> = {}): Promise<void> {
    const papers = given.length > 0 ? given : await this.pickPapers();
    if (!papers || papers.length === 0) return;
    if (papers.every((paper) => this.annotations.of(paper).length === 0)) throw new UserError(l10n.t('There are no annotations to export.'));
    const format = await this.pickFormat(answers.format);
    if (!format) return;
    const { annotating } = await this.thread.get();
    const { year, month, day } = today();
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const annotated = await Promise.all(papers.map((paper) => this.annotated(paper)));
    const [files, leftOut] = await Promise.all([annotating.exported(annotated, format.id, date), annotating.leftOut(annotated, format.id)]);
    if (files.length === 0) throw new UserError(l10n.t('This format needs the texts that the annotations are on, and there are none.'));
    const written = files.length === 1 && files[0] ? await writeOne(files[0], format, answers.to) : await writeAll(files, answers.to);
    if (!written) return;
    const missing = leftOut > 0 ? ` ${l10n.t('{0} were left out, since this format has only what is on a text.', leftOut)}` : '';
    void window.showInformationMessage(plainMessage(l10n.t('The annotations were exported to {0}.', workspace.asRelativePath(written)) + missing));
  }

  private async annotated(paper: LibraryPaper): Promise<AnnotatedPaper> {
    const annotations = this.annotations.of(paper);
    const { id, title, DOI, URL } = paper.record;
    const address = DOI === undefined ? URL : `https://doi.org/${DOI}`;
    return { citekey: id, ...(title !== undefined && { title }), ...(address !== undefined && { address }), annotations, texts: await textsOf(paper, annotations, this.texts) };
  }

  private async pickPapers(): Promise<readonly LibraryPaper[] | undefined> {
    const papers = this.annotations.papers();
    if (papers.length === 0) throw new UserError(l10n.t('There are no annotations to export.'));
    const rows = papers.map((paper) => ({ paper, picked: true, label: plainRow(paper.record.id), description: String(this.annotations.of(paper).length), detail: plainRow(paper.record.title ?? '') }));
    const picked = await window.showQuickPick(rows, { title: l10n.t('Export Annotations'), placeHolder: l10n.t('Of which papers?'), canPickMany: true, matchOnDetail: true });
    return picked?.map(({ paper }) => paper);
  }

  private async pickFormat(wanted: string | undefined): Promise<AnnotationFormat | undefined> {
    const formats = await (await this.thread.get()).annotating.writableFormats();
    if (wanted !== undefined) return formats.find(({ id }) => id === wanted);
    const rows = formats.map((format) => ({ label: format.name, description: `.${format.extension}`, format }));
    return (await window.showQuickPick(rows, { title: l10n.t('Export Annotations'), placeHolder: l10n.t('In which format?') }))?.format;
  }
}

async function writeOne(file: ExportedFile, { name, extension }: AnnotationFormat, to: Uri | undefined): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = to ?? (await window.showSaveDialog({
    title: l10n.t('Export Annotations'),
    saveLabel: l10n.t('Export'),
    filters: { [name]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName(file)) }),
  }));
  if (chosen) await replaceFile(chosen, new TextEncoder().encode(file.text));
  return chosen;
}

async function writeAll(files: readonly ExportedFile[], to: Uri | undefined): Promise<Uri | undefined> {
  const [folder] = to ? [to] : ((await window.showOpenDialog({ title: l10n.t('Export Annotations'), openLabel: l10n.t('Export Here'), canSelectFolders: true, canSelectFiles: false })) ?? []);
  if (!folder) return undefined;
  const present = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  const replaced = files.map(fileName).filter((name) => present.has(name));
  if (replaced.length > 0) {
    const replace = l10n.t('Replace');
    const choice = await window.showWarningMessage(l10n.t('{0} of the files are there already.', replaced.length), { modal: true, detail: replaced.slice(0, 10).join('\n') }, replace);
    if (choice !== replace) return undefined;
  }
  for (const file of files) await replaceFile(Uri.joinPath(folder, fileName(file)), new TextEncoder().encode(file.text));
  return folder;
}

/** A citekey may have signs that are none of a file's name, and must not lead out of the folder. */
function fileName({ name }: ExportedFile): string {
  return name.replace(/[\\/:*?"<>|]/g, '_');
}
