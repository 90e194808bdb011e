import { alone } from '#alone';
import { type Disposable, EventEmitter, l10n, type Memento, Uri, WorkspaceEdit } from 'vscode';
import { type Annotation, answeredBy } from '../core/annotating/annotation';
import type { AnnotationChange } from '../core/annotating/annotationFile';
import { readAnnotations } from '../core/annotating/readAnnotations';
import type { Library, LibraryPaper } from '../core/library/library';
import type { Work } from '../core/work';
import { UserError } from './log';
import { applyAndSave, replaceText, seeDocument } from './seenDocument';
import { type SeenState, SeenStates } from './seenStates';
import type { Remote } from './workers/peer';
import type { WorkerThread } from './workers/workerThread';

/** A file that belongs to a paper, and the name that its annotations have for it. */
export interface PaperSource {
  readonly paper: LibraryPaper;
  readonly source: string;
}

/** What takes a change of annotations back. */
type Inverse = (annotations: PaperAnnotations) => Promise<void>;

/** Another window may write the same paper in the same moment: it is tried anew so often. */
const attempts = 4;
const mostUndone = 100;

/** The annotations that papers' files hold, and all changes of them. */
export class PaperAnnotations implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Told when papers have changed, and with them maybe their annotations. */
  readonly onDidChange = this.changed.event;
  private readonly read = new WeakMap<LibraryPaper, readonly Annotation[]>();
  private sources: ReadonlyMap<string, PaperSource> | undefined;
  private readonly states: SeenStates;
  private readonly undone: Inverse[] = [];
  private readonly stop: () => void;

  /** @param memory where it is kept how annotations in PDFs stood */
  constructor(
    private readonly library: Library,
    private readonly thread: WorkerThread<Work>,
    memory: Memento,
  ) {
    this.states = new SeenStates(memory, () => this.changed.fire());
    this.stop = library.onDidChange(() => {
      this.sources = undefined;
      this.states.doubt();
      this.changed.fire();
    });
  }

  /** @returns those of a paper that could be read, in the order of its file */
  of(paper: LibraryPaper): readonly Annotation[] {
    const known = this.read.get(paper);
    if (known) return known;
    const { annotations } = readAnnotations(paper.annotations, () => undefined);
    this.read.set(paper, annotations);
    return annotations;
  }

  /** @returns the papers that have annotations, by their citekeys */
  papers(): LibraryPaper[] {
    return this.library.papers().filter((paper) => paper.annotations !== undefined && this.of(paper).length > 0).sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  }

  /** @returns the paper that a file is attached to, and what it is called there */
  sourceAt(uri: Uri): PaperSource | undefined {
    this.sources ??= new Map(this.library.papers().flatMap((paper) => paper.attachments.map((file) => [file, { paper, source: nameOf(file) }] as const)));
    return this.sources.get(uri.toString());
  }

  /** @returns all files that are attached to papers, each with the paper */
  files(): (PaperSource & { readonly uri: Uri })[] {
    return this.library.papers().flatMap((paper) => paper.attachments.map((file) => ({ paper, uri: Uri.parse(file), source: nameOf(file) })));
  }

  /** @returns the attached file that an annotation is on; undefined where it is on none, or that is gone */
  fileOf(paper: LibraryPaper, { target }: Annotation): Uri | undefined {
    const file = paper.attachments.find((one) => nameOf(one) === target.source);
    return file === undefined ? undefined : Uri.parse(file);
  }

  /** Takes in which annotations on a file are not where they were, from who has looked into it; of the others nothing is known. */
  tellStates(file: Uri, states: ReadonlyMap<string, SeenState>): void {
    this.states.tell(file, states);
  }

  /** @returns how an annotation's words stand in its file, where somebody has looked */
  stateOf(paper: LibraryPaper, annotation: Annotation): SeenState | undefined {
    const file = this.fileOf(paper, annotation);
    return file && this.states.of(file)?.get(annotation.id);
  }

  /** @throws a UserError where the paper's file cannot be changed */
  async add(paper: LibraryPaper, annotations: readonly Annotation[]): Promise<void> {
    await this.edit(paper, (work, text) => work.annotating.add(text, annotations));
    const ids = annotations.map(({ id }) => id);
    this.remember((all) => all.edit(paper, (work, text) => work.annotating.remove(text, ids)));
  }

  /** @throws a UserError where the paper's file cannot be changed */
  async change(paper: LibraryPaper, annotation: Annotation, change: AnnotationChange): Promise<void> {
    const { id } = annotation;
    await this.edit(paper, (work, text) => work.annotating.change(text, id, change));
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, annotation[key]])) as AnnotationChange;
    this.remember((all) => all.edit(paper, (work, text) => work.annotating.change(text, id, before)));
  }

  /** Takes an annotation out, with all that was replied to it. @throws a UserError where the paper's file cannot be changed */
  async remove(paper: LibraryPaper, { id }: Annotation): Promise<void> {
    const gone = this.of(this.library.at(paper.uri) ?? paper).filter((one) => one.id === id || answeredBy(one) === id);
    await this.edit(paper, (work, text) => work.annotating.remove(text, [id]));
    this.remember((all) => all.edit(paper, (work, text) => work.annotating.add(text, gone)));
  }

  /** Takes the last change of annotations back. @returns whether there was one */
  async undo(): Promise<boolean> {
    const inverse = this.undone.pop();
    await inverse?.(this);
    return inverse !== undefined;
  }

  dispose(): void {
    this.stop();
    this.changed.dispose();
  }

  private remember(inverse: Inverse): void {
    this.undone.push(inverse);
    if (this.undone.length > mostUndone) this.undone.shift();
  }

  private async edit(paper: LibraryPaper, change: (work: Remote<Work>, text: string) => Promise<string | undefined>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await alone(Uri.parse(paper.uri), () => this.editOnce(paper, change));
      } catch (error) {
        if (attempt === attempts || !(error instanceof UserError)) throw error;
      }
    }
  }

  private async editOnce(paper: LibraryPaper, change: (work: Remote<Work>, text: string) => Promise<string | undefined>): Promise<void> {
    const seen = await seeDocument(Uri.parse(paper.uri));
    const after = await change(await this.thread.get(), seen.document.getText());
    if (after === undefined) throw new UserError(l10n.t('The file of "{0}" has an error. Mend it first; the Problems view says where.', paper.record.id));
    const edit = new WorkspaceEdit();
    replaceText(edit, seen.document, after);
    await applyAndSave(edit, [seen]);
  }
}

function nameOf(file: string): string {
  const { path } = Uri.parse(file);
  return path.slice(path.lastIndexOf('/') + 1);
}
