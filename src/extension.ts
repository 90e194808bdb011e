import { type ExtensionContext, Uri, window } from 'vscode';
import { Library } from './core/library/library';
import type { Work } from './core/work';
import { registerCiting } from './features/citing';
import { registerLibrary } from './features/library';
import { registerProblems } from './features/problems';
import { registerStart } from './features/start';
import { registerTerms } from './features/terms';
import { ExtensionAssets } from './platform/extensionAssets';
import { Log } from './platform/log';
import { Notes } from './platform/notes';
import { ProblemCollection } from './platform/problemCollection';
import { Settings } from './platform/settings';
import { WorkerThread } from './platform/workers/workerThread';

/** Makes the services and hands each feature those it uses. */
export function activate(context: ExtensionContext): void {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const channel = window.createOutputChannel('Casebook', { log: true });
  const log = new Log(channel);
  const assets = new ExtensionAssets(dist);
  const thread = new WorkerThread<Work>(dist, { assets });
  const settings = new Settings();
  const problems = new ProblemCollection();
  const library = new Library();
  const notes = new Notes();

  context.subscriptions.push(
    channel,
    thread,
    settings,
    problems,
    registerLibrary({ library, settings, log, thread, state: context.workspaceState }),
    registerTerms({ library, settings, log, thread, notes, problems }),
    registerCiting({ library, settings, log, thread, notes, state: context.globalState }),
    registerProblems({ library, problems }),
    registerStart({ assets, log, state: context.globalState }),
  );
}
