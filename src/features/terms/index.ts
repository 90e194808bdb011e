import { Disposable, languages } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import { type Notes, noteSelector } from '../../platform/notes';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { FolderTerms } from './folderTerms';
import { GlossaryFiles } from './glossaryFiles';
import { registerOpenGlossary } from './openGlossary';
import { TermDefinitions } from './termDefinitions';
import { TermHovers } from './termHovers';

/** Medical terms in notes: what they mean on hover, and where the user's own are defined. */
export function registerTerms(needs: {
  library: Library;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  notes: Notes;
  problems: ProblemCollection;
}): Disposable {
  const { library, settings, log, thread, notes, problems } = needs;
  const terms = new FolderTerms(thread);
  return Disposable.from(
    new GlossaryFiles(terms, settings, thread, problems, log),
    languages.registerHoverProvider(noteSelector, new TermHovers(terms, notes, library, settings)),
    languages.registerDefinitionProvider(noteSelector, new TermDefinitions(terms, notes)),
    registerOpenGlossary(settings, log),
  );
}
