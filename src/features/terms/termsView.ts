import { commands, Disposable, l10n, type TreeView, window, workspace } from 'vscode';
import { contextKeys, viewIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { FollowedDocument } from './followedDocument';
import type { NoteTerms } from './noteTerms';
import type { TermNode } from './termNodes';
import type { TermsTree } from './termsTree';

/** Typing settles for this long (ms) before the view is made anew. */
const typingPause = 300;

/** The Terms view: what the note or paper that is worked on speaks of. */
export class TermsView implements Disposable {
  private readonly view: TreeView<TermNode>;
  private readonly listening: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly update: () => Promise<void>;

  constructor(
    private readonly tree: TermsTree,
    private readonly terms: NoteTerms,
    private readonly followed: FollowedDocument,
    log: Log,
  ) {
    this.view = window.createTreeView(viewIds.terms, { treeDataProvider: tree, showCollapseAll: true });
    this.update = log.guard(l10n.t('The terms could not be shown'), () => this.show());
    this.listening = Disposable.from(
      this.view.onDidChangeVisibility(() => void this.update()),
      followed.onDidChange(() => void this.update()),
      workspace.onDidChangeTextDocument(({ document }) => document === followed.current && this.updateSoon()),
      terms.onDidChange(() => {
        tree.refresh();
        void this.update();
      }),
    );
    void this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.view.dispose();
  }

  private updateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), typingPause);
  }

  /** A view that is not seen costs nothing. */
  private async show(): Promise<void> {
    if (!this.view.visible) return;
    const document = this.followed.current;
    const summaries = document ? await this.terms.summaryOf(document) : [];
    if (document !== this.followed.current) return;
    // It was changed meanwhile, and another look is on its way.
    if (!summaries) return this.updateSoon();
    this.tree.show(document, summaries);
    this.view.description = document && workspace.asRelativePath(document.uri).replace(/^.*\//, '');
    await commands.executeCommand('setContext', contextKeys.termsState, document ? (summaries.length > 0 ? 'some' : 'none') : 'noNote');
  }
}
