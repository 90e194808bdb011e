import { commands, Disposable, env, l10n, window, workspace } from 'vscode';
import { commandIds, internalCommandIds } from '../../platform/ids';
import { semanticGroups } from '../../core/terms/semanticGroup';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { SenseChooser } from './chooseSense';
import type { ConceptPages } from './conceptPages';
import type { CoverageReport } from './coverageReport';
import type { TermDefiner } from './defineTerm';
import type { MentionFinder } from './findMentions';
import { folderAtHand } from './folderAtHand';
import { givenAnswers, givenConcept } from './givenConcept';
import type { GlossaryFile } from './glossaryFile';
import type { InlineDefinitions } from './inlineDefinitions';
import type { MentionSteps } from './mentionSteps';
import type { NoteTerms } from './noteTerms';
import { openGlossary } from './openGlossary';
import { searchConcept } from './searchConcept';
import type { ConceptNode } from './termNodes';

/** Registers the commands about terms. */
export function registerTermCommands(needs: {
  terms: NoteTerms;
  pages: ConceptPages;
  finder: MentionFinder;
  steps: MentionSteps;
  definer: TermDefiner;
  senses: SenseChooser;
  definitions: InlineDefinitions;
  settings: Settings;
  glossary: GlossaryFile;
  coverage: CoverageReport;
  log: Log;
}): Disposable {
  const { terms, pages, finder, steps, definer, senses, definitions, settings, glossary, coverage, log } = needs;
  const register = (id: string, doing: string, action: (given: unknown) => unknown): Disposable => commands.registerCommand(id, log.guard(doing, action));
  const notShown = l10n.t('The mention could not be shown');
  const notChosen = l10n.t('The meaning could not be remembered');
  return Disposable.from(
    register(commandIds.openGlossary, l10n.t('The glossary could not be opened'), () => openGlossary(terms, glossary)),
    register(commandIds.defineTerm, l10n.t('The term could not be added'), (given) => definer.define(givenAnswers(given))),
    register(commandIds.showGlossaryCoverage, l10n.t('The glossary coverage could not be shown'), () => coverage.show()),
    register(commandIds.searchConcept, l10n.t('Concepts could not be searched'), (query) => searchConcept(terms, { pages, definer, query })),
    register(commandIds.findMentions, l10n.t('The mentions could not be found'), (given) => finder.find(givenConcept(given))),
    register(commandIds.openConcept, l10n.t('The concept could not be shown'), (given) => openConcept(given, terms, pages)),
    register(commandIds.copyConceptId, l10n.t('The id could not be copied'), (given) => env.clipboard.writeText(givenConcept(given)?.id ?? '')),
    register(commandIds.chooseMeaning, notChosen, () => senses.ask()),
    commands.registerCommand(
      internalCommandIds.chooseSense,
      log.guard(notChosen, (folder: string | null, name: string, id: string | null) => senses.choose(folder ?? undefined, name, id ?? undefined)),
    ),
    register(commandIds.toggleDefinition, l10n.t('The definition could not be shown'), () => definitions.toggle()),
    register(commandIds.toggleUnderlines, l10n.t('The setting could not be changed'), () => toggleUnderlines(settings)),
    register(commandIds.nextMention, notShown, () => steps.fromCursor(1)),
    register(commandIds.previousMention, notShown, () => steps.fromCursor(-1)),
    register(internalCommandIds.stepMention, notShown, (node) => steps.fromRow(node as ConceptNode)),
  );
}

async function openConcept(given: unknown, terms: NoteTerms, pages: ConceptPages): Promise<void> {
  const concept = givenConcept(given);
  if (concept) await pages.open(concept, concept.folder ?? folderAtHand(terms));
}

/** All kinds, or none. */
async function toggleUnderlines(settings: Settings): Promise<void> {
  const scope = window.activeTextEditor?.document ?? workspace.workspaceFolders?.[0];
  await settings.setTermsUnderline(settings.termsUnderline(scope).size > 0 ? [] : semanticGroups);
}
