import { l10n, Uri, window, workspace } from 'vscode';
import { type Annotation, annotationId, commentOf, meaningOf, positionOf, quoteOf, rectanglesOf, tagsOf } from '../../core/annotating/annotation';
import type { Library, LibraryPaper } from '../../core/library/library';
import { problemMessage } from '../../core/problems/messages';
import type { Problem } from '../../core/problems/problem';
import type { Work } from '../../core/work';
import { type Log, UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import { plainMessage, plainRow } from '../../platform/plainText';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { textsOf } from './paperSourceTexts';

/** What would be asked, for key bindings and tests that know the answers. */
export interface ImportAnswers {
  readonly file: Uri;
  /** The name of the attachment that the annotations are on. */
  readonly source: string;
}

/** 50 MB: nobody has made so many marks on a paper. */
const largestFile = 50_000_000;
/** No format writes an annotation in fewer signs. */
const shortestAnnotation = 20;
const mostIds = 50_000;

interface Outcome {
  readonly paper: LibraryPaper;
  readonly fresh: readonly Annotation[];
  readonly known: number;
  readonly problems: readonly Problem[];
}

/** Reads other programs' annotations of a paper into its file. */
export class AnnotationImport {
  constructor(
    private readonly library: Library,
    private readonly annotations: PaperAnnotations,
    private readonly texts: PaperTexts,
    private readonly thread: WorkerThread<Work>,
    private readonly log: Log,
  ) {}

  /** @param given the paper; without it the user picks */
  async run(given: LibraryPaper | undefined, answers: Partial<ImportAnswers> = {}): Promise<void> {
    const paper = given ?? (await this.pickPaper());
    const file = paper && (answers.file ?? (await askFile()));
    const source = paper && file && (answers.source ?? (await pickSource(paper)));
    if (!source) return;
    const outcome = await this.read(paper, await textIn(file), source);
    if (outcome.fresh.length > 0) await this.annotations.add(paper, outcome.fresh);
    void this.tell(outcome);
  }

  private async read(paper: LibraryPaper, text: string, source: string): Promise<Outcome> {
    const ids = Array.from({ length: Math.min(mostIds, Math.ceil(text.length / shortestAnnotation)) }, () => annotationId(crypto.getRandomValues(new Uint8Array(10))));
    const sourceText = (await textsOf(paper, this.annotations.of(paper), this.texts)).get(source);
    const { annotations, problems } = await (await this.thread.get()).annotating.imported(text, undefined, source, sourceText, ids);
    const own = this.annotations.of(paper);
    const ownIds = new Set(own.map(({ id }) => id));
    const given = new Set(ids);
    const said = new Set(own.map(contentOf));
    const placed = annotations.map((annotation) => onOwnSource(annotation, paper));
    // What came without an id has a new one each time: that it is there already shows in what it says.
    const fresh = placed.filter((one) => !ownIds.has(one.id) && !(given.has(one.id) && said.has(contentOf(one))));
    return { paper, fresh, known: placed.length - fresh.length, problems };
  }

  private async tell({ paper, fresh, known, problems }: Outcome): Promise<void> {
    const words = problems.map((problem) => problemMessage(problem, (template, values) => l10n.t(template, values)));
    for (const one of words) this.log.info(one);
    const message = plainMessage([
      ...(fresh.length > 0 ? [l10n.t('{0} annotations were imported into {1}.', fresh.length, paper.record.id)] : known > 0 ? [] : [l10n.t('No annotation was imported.')]),
      ...(known > 0 ? [l10n.t('{0} were there already.', known)] : []),
      ...(words.length > 1 ? [l10n.t('{0} things could not be read.', words.length)] : words),
    ].join(' '));
    const actions = { undo: l10n.t('Undo'), log: l10n.t('Show Details') };
    const offered = [...(fresh.length > 0 ? [actions.undo] : []), ...(words.length > 0 ? [actions.log] : [])];
    const choice = await (words.length > 0 ? window.showWarningMessage : window.showInformationMessage)(message, ...offered);
    if (choice === actions.undo) await this.log.guard(l10n.t('The import could not be undone'), () => this.annotations.undo())();
    if (choice === actions.log) this.log.show();
  }

  private async pickPaper(): Promise<LibraryPaper | undefined> {
    const papers = this.library.papers().sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
    if (papers.length === 0) throw new UserError(l10n.t('There is no paper in the library yet.'));
    const rows = papers.map((paper) => ({ paper, label: plainRow(paper.record.id), detail: plainRow(paper.record.title ?? '') }));
    return (await window.showQuickPick(rows, { title: l10n.t('Import Annotations'), placeHolder: l10n.t('Which paper are they on?'), matchOnDetail: true }))?.paper;
  }
}

async function askFile(): Promise<Uri | undefined> {
  const filters = { [l10n.t('Annotations')]: ['json', 'jsonld', 'html', 'ann'], [l10n.t('All files')]: ['*'] };
  return (await window.showOpenDialog({ title: l10n.t('Import Annotations'), openLabel: l10n.t('Import'), filters }))?.[0];
}

/** Other programs name what is annotated by an address of theirs: the user says which file it is here. */
async function pickSource({ attachments, record }: LibraryPaper): Promise<string | undefined> {
  const names = [...attachments.map(nameIn), ...(record.abstract === undefined ? [] : ['abstract'])];
  if (names.length === 0) throw new UserError(l10n.t('Attach the file that was annotated to {0} first.', record.id));
  if (names.length === 1) return names[0];
  const rows = names.map((name) => ({ name, label: plainRow(name) }));
  return (await window.showQuickPick(rows, { title: l10n.t('Import Annotations'), placeHolder: l10n.t('Which file are they on?') }))?.name;
}

async function textIn(file: Uri): Promise<string> {
  const { size } = await workspace.fs.stat(file);
  if (size > largestFile) throw new UserError(l10n.t('The file is too large to be read.'));
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** What names one of the paper's own files, as our exports do, stays on it. */
function onOwnSource(annotation: Annotation, { attachments }: LibraryPaper): Annotation {
  const { address, ...target } = annotation.target;
  const isOwn = typeof address === 'string' && (address === 'abstract' || address === 'title' || attachments.some((one) => nameIn(one) === address));
  return isOwn ? { ...annotation, target: { ...target, source: address } } : annotation;
}

function nameIn(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

function contentOf(annotation: Annotation): string {
  const { source } = annotation.target;
  return JSON.stringify([source, quoteOf(annotation)?.exact, positionOf(annotation)?.start, rectanglesOf(annotation), commentOf(annotation), meaningOf(annotation), tagsOf(annotation)]);
}
