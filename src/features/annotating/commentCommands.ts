import { type CommentReply, CommentMode, type CommentThread, l10n, workspace } from 'vscode';
import { annotationId, type Body } from '../../core/annotating/annotation';
import { UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';
import { type Annotator, now } from './annotateCommands';
import { type AnnotationComment, type CommentThreads, isOurs, isReply } from './commentThreads';

/** What the buttons of VS Code's comment threads do. */
export class CommentCommands {
  constructor(
    private readonly threads: CommentThreads,
    private readonly annotations: PaperAnnotations,
    private readonly annotator: Annotator,
    private readonly settings: Settings,
  ) {}

  /** Keeps what was written in a thread: a new comment, or a reply. */
  async send(reply: unknown): Promise<void> {
    if (!isReply(reply) || reply.text.trim() === '') return;
    const about = this.threads.about(reply.thread);
    if (!about) return this.begin(reply);
    const creator = this.settings.annotatingCreator();
    await this.annotations.add(about.paper, [{
      id: annotationId(crypto.getRandomValues(new Uint8Array(10))),
      created: now(),
      ...(creator !== '' && { creator }),
      motivation: 'replying',
      target: { source: about.annotation.id, selector: [] },
      body: [{ type: 'TextualBody', purpose: 'replying', format: 'text/markdown', value: reply.text.trim() }],
    }]);
  }

  edit(comment: unknown): void {
    if (isComment(comment)) this.threads.edit(comment, CommentMode.Editing);
  }

  cancel(comment: unknown): void {
    if (isComment(comment)) this.threads.edit(comment, CommentMode.Preview);
  }

  async save(comment: unknown): Promise<void> {
    if (!isComment(comment)) return;
    const { paper, annotation } = comment;
    const value = typeof comment.body === 'string' ? comment.body.trim() : comment.body.value.trim();
    const purpose = annotation.motivation === 'replying' ? 'replying' : 'commenting';
    const others = annotation.body.filter((one) => one.purpose !== undefined && one.purpose !== purpose);
    const body: Body[] = value === '' ? others : [{ type: 'TextualBody', purpose, format: 'text/markdown', value }, ...others];
    this.threads.edit(comment, CommentMode.Preview);
    await this.annotations.change(paper, annotation, { body, modified: now() });
  }

  /** A reply goes alone; what a thread began with goes with the whole thread. */
  async remove(comment: unknown): Promise<void> {
    if (isComment(comment)) await this.annotations.remove(comment.paper, comment.annotation);
  }

  async resolve(thread: unknown, resolved: boolean): Promise<void> {
    const about = isThread(thread) ? this.threads.about(thread) : undefined;
    if (about) await this.annotations.change(about.paper, about.annotation, { resolved: resolved ? true : undefined, modified: now() });
  }

  private async begin({ thread, text }: CommentReply): Promise<void> {
    const document = await workspace.openTextDocument(thread.uri);
    const range = thread.range;
    if (!range) throw new UserError(l10n.t('There are no words here that a comment could be on.'));
    const whole = range.isEmpty ? document.lineAt(range.start.line).range : range;
    await this.annotator.addComment(document, { start: document.offsetAt(whole.start), end: document.offsetAt(whole.end) }, text.trim());
    thread.dispose();
  }
}

function isComment(value: unknown): value is AnnotationComment {
  return typeof value === 'object' && value !== null && isOurs(value as AnnotationComment);
}

function isThread(value: unknown): value is CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'uri' in value;
}
