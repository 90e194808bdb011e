import { Disposable, window } from 'vscode';
import type { Work } from '../../core/work';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { NoteEditors } from './noteEditors';
import type { Presentations } from './presentations';

/** Readies a note's style in the worker as soon as the note is looked at: some take most of a second to load. */
export function warmWhenCiting(editors: NoteEditors, presentations: Presentations, settings: Settings, thread: WorkerThread<Work>): Disposable {
  const warm = async (): Promise<void> => {
    const document = editors.active?.document;
    if (!document) return;
    try {
      const presentation = await presentations.of(document);
      await (await thread.get()).citing.warm(presentation);
    } catch {
      // Whoever needs the style next tells what is wrong with it.
    }
  };
  void warm();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(() => void warm()),
    settings.onDidChange(() => void warm()),
  );
}
