import { Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import { isPage } from './conceptAddress';
import type { NoteTerms } from './noteTerms';

/**
 * The note or paper that is worked on: the one in the active editor, or that was there last and is still open. Pages about terms
 * are opened from it, and do not take its place.
 */
export class FollowedDocument implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Told when it is another one. */
  readonly onDidChange = this.changed.event;
  private followed: TextDocument | undefined;
  private readonly listening: Disposable;

  constructor(private readonly terms: NoteTerms) {
    this.listening = Disposable.from(
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.look()),
      window.tabGroups.onDidChangeTabs(() => this.look()),
      workspace.onDidCloseTextDocument(() => this.look()),
    );
    this.look();
  }

  get current(): TextDocument | undefined {
    return this.followed;
  }

  /** Looks again: what was none may have become a note or paper. */
  look(): void {
    const active = window.activeTextEditor?.document;
    const next = active && isWorkedOn(active) && this.terms.explains(active) ? active : this.stillOpen();
    if (next === this.followed) return;
    this.followed = next;
    this.changed.fire();
  }

  dispose(): void {
    this.listening.dispose();
  }

  private stillOpen(): TextDocument | undefined {
    const { followed } = this;
    return followed && !followed.isClosed && isInTab(followed) ? followed : undefined;
  }
}

/** VS Code's boxes for comments are Markdown documents, too. */
function isWorkedOn({ uri }: TextDocument): boolean {
  return !isPage(uri) && uri.scheme !== 'comment';
}

function isInTab({ uri }: TextDocument): boolean {
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => (input as { uri?: unknown } | undefined)?.uri?.toString() === uri.toString()));
}
