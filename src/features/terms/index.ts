import { Disposable, languages } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Assets } from '../../core/ports';
import type { Concept } from '../../core/terms/concept';
import { Terms } from '../../core/terms/terms';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import { type Notes, noteSelector } from '../../platform/notes';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
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
  assets: Assets;
  problems: ProblemCollection;
}): Disposable {
  const { library, settings, log, thread, notes, assets, problems } = needs;
  const terms = new Terms();
  const loaded = loadBuiltIn(assets, terms).catch((error) => log.report('The built-in glossary could not be read', error));
  return Disposable.from(
    new GlossaryFiles(terms, settings, thread, problems, log),
    languages.registerHoverProvider(noteSelector, new TermHovers(loaded, terms, notes, library, settings)),
    languages.registerDefinitionProvider(noteSelector, new TermDefinitions(loaded, terms, notes)),
    registerOpenGlossary(settings, log),
  );
}

async function loadBuiltIn(assets: Assets, terms: Terms): Promise<void> {
  const json = await assets.read('glossary.json');
  terms.setBuiltIn(JSON.parse(json ?? '[]') as Concept[]);
}
