import { commands, Disposable, languages, l10n, type Memento } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { type Notes, noteSelector } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { StyleChooser } from './chooseStyle';
import { CitableWorks } from './citableWorks';
import { CiteCompletions } from './citeCompletions';
import { CiteDefinitions } from './citeDefinitions';
import { CiteDrops } from './citeDrops';
import { CiteHovers } from './citeHovers';
import { CitekeySearch } from './citekeySearch';
import { ReferenceCopier } from './copyReference';
import { Credits } from './credits';
import { FormattedText } from './formattedText';
import { CitationInserter } from './insertCitation';
import { NoteEditors } from './noteEditors';
import { prepareSearch } from './prepareSearch';
import { Presentations } from './presentations';
import { References } from './references';
import { StyleStatus } from './styleStatus';

/** Citations in notes: inserting, completing and explaining them, and writing them out in a style. */
export function registerCiting(needs: {
  library: Library;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  notes: Notes;
  state: Memento;
}): Disposable {
  const { library, settings, log, thread, notes, state } = needs;
  const works = new CitableWorks(library, notes);
  const editors = new NoteEditors();
  const presentations = new Presentations(settings, notes);
  const credits = new Credits(state);
  const chooser = new StyleChooser(editors, presentations, settings, credits);
  const inserter = new CitationInserter(works, notes, editors);
  const formatted = new FormattedText(works, notes, editors, presentations, thread, credits);
  const copier = new ReferenceCopier(works, editors, presentations, thread, credits);

  const search = new CitekeySearch();

  const inserted = l10n.t('The citation could not be inserted');
  const register = (id: string, doing: string, action: (...args: unknown[]) => unknown) =>
    commands.registerCommand(id, log.guard(doing, action));
  return Disposable.from(
    editors,
    new StyleStatus(editors, presentations, thread, settings),
    prepareSearch(library, search),
    register(commandIds.insertCitation, inserted, (keys) => inserter.insert(keys)),
    register(commandIds.citePaper, inserted, (item, items) => inserter.cite(item, items)),
    register(commandIds.insertFormattedCitation, inserted, (keys) => formatted.insertCitation(keys)),
    register(commandIds.insertFormattedReference, l10n.t('The reference could not be inserted'), (keys) => formatted.insertReference(keys)),
    register(commandIds.insertBibliography, l10n.t('The bibliography could not be made'), () => formatted.insertBibliography()),
    register(commandIds.copyReferenceAs, l10n.t('The reference could not be copied'), (item, items, style) => copier.copy(item, items, style)),
    register(commandIds.chooseStyle, l10n.t('The citation style could not be set'), (style) => chooser.choose(style)),
    register(commandIds.showStyleCredits, l10n.t('The credits could not be shown'), () => credits.show()),
    languages.registerCompletionItemProvider(noteSelector, new CiteCompletions(works, notes, search), '@'),
    languages.registerHoverProvider(noteSelector, new CiteHovers(works, notes, presentations, new References(thread))),
    languages.registerDefinitionProvider(noteSelector, new CiteDefinitions(works, notes)),
    languages.registerDocumentDropEditProvider(noteSelector, new CiteDrops(works, notes)),
  );
}
