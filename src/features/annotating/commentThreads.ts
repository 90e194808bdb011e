import { type Comment, type CommentController, CommentMode, type CommentReply, type CommentThread, CommentThreadCollapsibleState, CommentThreadState, comments, Disposable, l10n, MarkdownString, Range, TabInputText, type TextDocument, Uri, window, workspace } from 'vscode';
import { type Annotation, answeredBy, commentOf, meaningOf, tagsOf } from '../../core/annotating/annotation';
import type { LibraryPaper } from '../../core/library/library';
import type { Span } from '../../core/text';
import { toRange } from '../../platform/convert';
import type { Log } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import { type Marks, placed } from './marks';

/** Comments are made anew when typing settles for this long (ms). */
const pause = 150;

/** A comment of ours, in VS Code's threads. */
export interface AnnotationComment extends Comment {
  readonly paper: LibraryPaper;
  readonly annotation: Annotation;
  readonly thread: CommentThread;
}

/** Shows the comments on papers' texts as VS Code's own threads, a thread for each mark that something is said of. */
export class CommentThreads implements Disposable {
  private controller: CommentController | undefined;
  private readonly threads = new Map<string, { readonly thread: CommentThread; shown: string }>();
  private readonly listening: Disposable;
  private readonly show: () => Promise<void>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly marks: Marks,
    private readonly annotations: PaperAnnotations,
    log: Log,
  ) {
    this.show = log.guard(l10n.t('The comments could not be shown'), () => this.showAll());
    const soon = (): void => this.soon();
    this.listening = Disposable.from(
      window.onDidChangeVisibleTextEditors(soon),
      workspace.onDidChangeTextDocument(({ document }) => this.marks.takes(document) && soon()),
      window.tabGroups.onDidChangeTabs(soon),
      annotations.onDidChange(soon),
    );
    soon();
  }

  /** @returns the annotation that a thread is about; undefined for one that was only just begun */
  about(thread: CommentThread): { readonly paper: LibraryPaper; readonly annotation: Annotation } | undefined {
    return thread.comments.find(isOurs);
  }

  /** Lets a comment be changed where it stands. */
  edit(comment: AnnotationComment, mode: CommentMode): void {
    const { thread, annotation } = comment;
    const body = mode === CommentMode.Editing ? (commentOf(annotation) ?? '') : said(annotation);
    thread.comments = thread.comments.map((one) => (isOurs(one) && one.annotation.id === annotation.id ? { ...one, mode, body } : one));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.end();
  }

  private end(): void {
    this.controller?.dispose(); // and its threads
    this.controller = undefined;
    this.threads.clear();
  }

  /**
   * There only while a text that can be marked is open: VS Code asks of every document where comments can be, and keeps it
   * open for some minutes then; a paper that is renamed to what such a document is called would keep its old citekey.
   */
  private threadsOf(): CommentController {
    if (this.controller) return this.controller;
    const controller = comments.createCommentController('casebook', l10n.t('Casebook'));
    controller.options = { prompt: l10n.t('Reply…'), placeHolder: l10n.t('A comment, in Markdown; citations such as [@chen1995] count') };
    controller.commentingRangeProvider = {
      provideCommentingRanges: (document: TextDocument) => this.marks.partsOf(document).map(({ span }) => lines(document, span)),
    };
    return (this.controller = controller);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(), pause);
  }

  private async showAll(): Promise<void> {
    const documents = [...new Set(window.visibleTextEditors.map(({ document }) => document))].filter((document) => this.marks.takes(document));
    if (documents.length > 0) this.threadsOf();
    else if (this.controller && !this.isAnyOpen()) return this.end();
    for (const document of documents) await this.showIn(document);
  }

  private isAnyOpen(): boolean {
    const open = new Set(window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => (input instanceof TabInputText ? input.uri.toString() : ''))));
    return workspace.textDocuments.some((document) => open.has(document.uri.toString()) && this.marks.takes(document));
  }

  private async showIn(document: TextDocument): Promise<void> {
    const marks = await this.marks.in(document);
    if (!marks) return;
    const wanted = new Set<string>();
    for (const { paper, annotation, span } of placed(marks)) {
      const replies = this.annotations.of(paper).filter((one) => answeredBy(one) === annotation.id);
      if (commentOf(annotation) === undefined && replies.length === 0) continue;
      const key = `${document.uri.toString()}#${annotation.id}`;
      wanted.add(key);
      this.set(key, { document, range: toRange(document, span), paper, all: [annotation, ...replies.sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1))] });
    }
    for (const [key, { thread }] of this.threads) {
      if (wanted.has(key) || !key.startsWith(`${document.uri.toString()}#`)) continue;
      thread.dispose();
      this.threads.delete(key);
    }
  }

  /** A thread that looks as before is left alone: somebody may be writing in it. */
  private set(key: string, { document, range, paper, all }: { readonly document: TextDocument; readonly range: Range; readonly paper: LibraryPaper; readonly all: readonly Annotation[] }): void {
    const known = this.threads.get(key);
    const shown = JSON.stringify([range, all]);
    if (known?.shown === shown) return;
    const thread = known?.thread ?? this.threadsOf().createCommentThread(Uri.parse(document.uri.toString()), range, []);
    const [first] = all;
    thread.range = range;
    thread.comments = all.map((annotation): AnnotationComment => ({ ...commentFor(annotation), paper, annotation, thread }));
    thread.label = [first && meaningOf(first), ...(first ? tagsOf(first).map((tag) => `#${tag}`) : [])].filter(Boolean).join(' ') || undefined;
    thread.state = first?.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    thread.contextValue = first?.resolved ? 'resolved' : 'open';
    if (!known) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    this.threads.set(key, { thread, shown });
  }
}

/** Comments are on lines: those that a part of a document is in. */
function lines(document: TextDocument, span: Span): Range {
  const { start, end } = toRange(document, span);
  return new Range(start.line, 0, end.line, 0);
}

export function isOurs(comment: Comment): comment is AnnotationComment {
  return 'annotation' in comment && 'paper' in comment;
}

export function isReply(value: unknown): value is CommentReply {
  return typeof value === 'object' && value !== null && 'thread' in value && 'text' in value;
}

function commentFor(annotation: Annotation): Comment {
  return {
    author: { name: annotation.creator ?? l10n.t('Comment') },
    body: said(annotation),
    mode: CommentMode.Preview,
    contextValue: 'comment',
    ...(annotation.created !== undefined && !Number.isNaN(Date.parse(annotation.created)) && { timestamp: new Date(annotation.created) }),
  };
}

/** Whoever wrote it: no picture is loaded from the web, and no command runs. */
function said(annotation: Annotation): MarkdownString {
  return new MarkdownString((commentOf(annotation) ?? '').replace(/!\[/g, '\\!\\['));
}
