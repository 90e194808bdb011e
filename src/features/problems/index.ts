import { CodeActionKind, commands, Disposable, l10n, languages, Uri } from 'vscode';
import type { Library } from '../../core/library/library';
import { isCheckCode } from '../../core/problems/checkProblems';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import { internalCommandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { NoteSources } from '../../platform/noteSources';
import { type Notes, noteSelector } from '../../platform/notes';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';
import { quietenLinkCheck } from '../../platform/vscodeSettings';
import type { WebStyles } from '../../platform/webStyles';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { CheckFindings } from './checkFindings';
import { CheckFixes } from './checkFixes';
import { BibliographyProblems } from './bibliographyProblems';
import { createBibliography } from './createBibliography';
import { FrontMatterFixes } from './frontMatterFixes';
import { fullTextProblems } from './fullTextProblems';
import { LinkDefinitionFix } from './linkDefinitionFix';
import { NoteFixes } from './noteFixes';
import { MetadataProblems } from './metadataProblems';
import { NoteProblems } from './noteProblems';
import { paperProblems } from './paperProblems';

/** The files that hold records we can change. */
const recordFiles = { pattern: '**/*.{yaml,yml,json,bib,bibtex,ris,nbib}' };

/** Shows what is wrong in paper files, bibliographies and notes where it stands, and offers to put it right. */
export function registerProblems(needs: {
  library: Library;
  bibliographies: Bibliographies;
  sources: NoteSources;
  works: CitableWorks;
  notes: Notes;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  problems: ProblemCollection;
  webStyles: WebStyles;
}): Disposable {
  const { library, bibliographies, sources, works, notes, settings, log, thread, problems, webStyles } = needs;
  const papers = paperProblems(library, problems);
  const findings = new CheckFindings(library, settings, problems);
  const inBibliographies = new BibliographyProblems(bibliographies, settings, problems);
  const findingsOf = (uri: Uri) => [...findings.of(uri), ...inBibliographies.of(uri)];
  const inNotes = new NoteProblems({ library, sources, notes, works, problems, bibliographies, thread, log, webStyles });
  const fixers = [
    new NoteFixes({ library, notes, works, bibliographies, findings: (document) => inNotes.findings(document) }),
    new FrontMatterFixes(notes, thread),
    new LinkDefinitionFix(notes),
  ];
  const metadata = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return Disposable.from(
    papers,
    fullTextProblems(library, problems),
    findings,
    inBibliographies,
    new MetadataProblems(problems),
    inNotes,
    ...fixers.map((fixer) => languages.registerCodeActionsProvider([...noteSelector], fixer, metadata)),
    languages.registerCodeActionsProvider(recordFiles, new CheckFixes(findingsOf, thread), metadata),
    commands.registerCommand(
      internalCommandIds.turnOffCheck,
      log.guard(l10n.t('The check could not be turned off'), async (code: unknown, file: unknown) => {
        if (isCheckCode(code) && typeof file === 'string') await settings.turnOffProblem(code, Uri.parse(file));
      }),
    ),
    commands.registerCommand(
      internalCommandIds.quietenLinkCheck,
      log.guard(l10n.t('The check of links could not be turned off'), async (file: unknown) => {
        if (typeof file === 'string') await quietenLinkCheck(Uri.parse(file));
      }),
    ),
    commands.registerCommand(
      internalCommandIds.createBibliography,
      log.guard(l10n.t('The bibliography could not be created'), async (note: unknown, path: unknown) => {
        if (typeof note === 'string' && typeof path === 'string') await createBibliography(Uri.parse(note), path);
      }),
    ),
  );
}
