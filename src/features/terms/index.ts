import { Disposable, l10n, languages } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { followMoves } from '../../platform/followMoves';
import type { Log } from '../../platform/log';
import { type Notes, noteSelector } from '../../platform/notes';
import { fullTextScheme, paperPageScheme } from '../../platform/ids';
import type { PaperTexts } from '../../platform/paperTexts';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { SenseChooser } from './chooseSense';
import { completeWhileTyping } from './completionWhileTyping';
import { ConceptPages } from './conceptPages';
import { CoverageReport } from './coverageReport';
import { TermDefiner } from './defineTerm';
import { MentionFinder } from './findMentions';
import { FolderMentions } from './folderMentions';
import { FolderTerms } from './folderTerms';
import { FollowedDocument } from './followedDocument';
import { GlossaryFile } from './glossaryFile';
import { GlossaryFiles } from './glossaryFiles';
import { InlineDefinitions } from './inlineDefinitions';
import { MentionSteps } from './mentionSteps';
import { NoteTerms } from './noteTerms';
import { registerTermCommands } from './termCommands';
import { completionSelector, TermCompletions } from './termCompletions';
import { TermDefinitions } from './termDefinitions';
import { TermHighlights } from './termHighlights';
import { TermHovers } from './termHovers';
import { TermReferences } from './termReferences';
import { TermUnderlines } from './termUnderlines';
import { TermsTree } from './termsTree';
import { TermsView } from './termsView';

/** Medical terms in notes and papers: what they mean, where else they stand, and where the user's own are defined. */
export function registerTerms(needs: {
  library: Library;
  texts: PaperTexts;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  notes: Notes;
  problems: ProblemCollection;
  terminologies: Terminologies;
}): Disposable {
  const { library, texts, settings, log, thread, notes, problems, terminologies } = needs;
  const folders = new FolderTerms(thread, terminologies, settings, log);
  const terms = new NoteTerms(folders, thread, notes, library, texts);
  const mentions = new FolderMentions(library, thread, log);
  const pages = new ConceptPages(terms, mentions, log);
  const coverage = new CoverageReport(folders, terms, mentions);
  const followed = new FollowedDocument(terms);
  const glossary = new GlossaryFile(settings);
  const senses = new SenseChooser(terms, settings);
  const definitions = new InlineDefinitions(terms);
  const completions = new TermCompletions(terms, notes, settings);
  const selector = [...noteSelector, ...paperSelector];
  return Disposable.from(
    folders,
    terms,
    pages,
    coverage,
    followed,
    definitions,
    new TermUnderlines(terms, settings, log),
    languages.registerInlayHintsProvider(selector, definitions),
    // A file that is open may be found to be a paper later.
    new Disposable(library.onDidChange(() => followed.look())),
    new GlossaryFiles(folders, settings, thread, problems, log),
    followMoves({
      read: (folder) => [settings.glossaryFile(folder)],
      write: ([{ is }], folder) => settings.setGlossaryFile(is, folder),
      question: ([{ was, is }]) => l10n.t('"{0}" was your glossary. Take your terms from "{1}" from now on?', was, is),
    }, log),
    new TermsView(new TermsTree(terms), terms, followed, log),
    languages.registerHoverProvider(selector, new TermHovers(terms, senses, library, settings)),
    languages.registerDefinitionProvider(selector, new TermDefinitions(terms)),
    languages.registerDocumentHighlightProvider(selector, new TermHighlights(terms)),
    languages.registerReferenceProvider(selector, new TermReferences(terms, mentions)),
    languages.registerCompletionItemProvider(completionSelector, completions),
    completeWhileTyping(terms, completions, settings),
    followed.onDidChange(() => followed.current && void completions.prepare(followed.current)),
    registerTermCommands({
      terms,
      pages,
      finder: new MentionFinder(terms, mentions),
      steps: new MentionSteps(terms),
      senses,
      definitions,
      settings,
      definer: new TermDefiner(terms, glossary, thread),
      glossary,
      coverage,
      log,
    }),
  );
}

/** Files that may be papers or texts of theirs; which of them are, the library knows. */
const paperSelector = [{ language: 'yaml' }, { pattern: '**/*.{yaml,yml,txt}' }, { scheme: paperPageScheme }, { scheme: fullTextScheme }];
