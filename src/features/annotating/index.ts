import { commands, Disposable, languages, l10n, type Memento, window } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { AnnotationLinks } from './annotationLinks';
import { Annotator } from './annotateCommands';
import { AnnotationsTree } from './annotationsTree';
import { AnnotationsView, groupingIn } from './annotationsView';
import { CommentCommands } from './commentCommands';
import { CommentThreads } from './commentThreads';
import { registerExchange } from './exchangeCommands';
import { QuoteInserter } from './insertQuote';
import { MarkCommands } from './markCommands';
import { MarkHovers } from './markHovers';
import { followMarkable } from './markable';
import { Marks } from './marks';
import { PaperNotes } from './paperNotes';
import { TextMarks } from './textMarks';

/** Marks on the texts of papers: making them, showing them where their words are, and finding them again. */
export function registerAnnotating(needs: {
  library: Library;
  annotations: PaperAnnotations;
  texts: PaperTexts;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  state: Memento;
}): Disposable {
  const { library, annotations, texts, settings, log, thread, state } = needs;
  const marks = new Marks(annotations, texts, thread);
  const annotator = new Annotator(annotations, texts, settings, state);
  const threads = new CommentThreads(marks, annotations, log);
  const said = new CommentCommands(threads, annotations, annotator, settings);
  const made = new MarkCommands(library, annotations, texts, marks, settings);
  const quotes = new QuoteInserter(annotations, texts);
  const paperNotes = new PaperNotes(library, annotations, marks, settings);
  const tree = new AnnotationsTree(annotations, marks, settings, groupingIn(state));
  const view = new AnnotationsView(tree, state);

  const failed = l10n.t('The annotation could not be kept');
  const register = (id: string, doing: string, action: (...args: unknown[]) => unknown): Disposable => commands.registerCommand(id, log.guard(doing, action));
  return Disposable.from(
    threads,
    registerExchange(needs),
    tree,
    view,
    followMarkable(annotations, texts),
    new TextMarks(marks, annotations, settings, log),
    languages.registerHoverProvider([{ scheme: '*' }], new MarkHovers(marks)),
    register(commandIds.highlightWords, failed, (meaning) => annotator.highlight(meaning)),
    register(commandIds.underlineWords, failed, (meaning) => annotator.underline(meaning)),
    register(commandIds.commentWords, failed, () => annotator.comment()),
    register(commandIds.tagWords, failed, (tags) => annotator.tag(tags)),
    window.registerUriHandler(new AnnotationLinks(library, log.guard(l10n.t('The paper could not be opened'), (paper, id) => made.open(paper, id)))),
    register(commandIds.insertQuote, l10n.t('The quote could not be inserted'), (row, rows) => quotes.insert(row, rows)),
    register(commandIds.newPaperNote, l10n.t('The note could not be made'), (item) => paperNotes.open(item)),
    register(commandIds.openAnnotation, l10n.t('The annotation could not be opened'), (what, id) => made.open(what, id)),
    register(commandIds.changeMeaning, failed, (what, id) => made.changeMeaning(what, id)),
    register(commandIds.tagAnnotation, failed, (what, id) => made.tag(what, id)),
    register(commandIds.removeAnnotation, l10n.t('The annotation could not be removed'), (what, id) => made.remove(what, id)),
    register(commandIds.confirmAnnotation, failed, (what, id) => made.confirm(what, id)),
    register(commandIds.reattachAnnotation, failed, (what, id) => made.reattach(what, id)),
    register(commandIds.undoAnnotation, failed, async () => {
      if (!(await annotations.undo())) throw new UserError(l10n.t('There is no change of annotations to take back.'));
    }),
    register(commandIds.filterAnnotations, l10n.t('The annotations could not be filtered'), () => view.askFilter()),
    register(commandIds.clearAnnotationFilter, l10n.t('The annotations could not be filtered'), () => view.show('')),
    register(commandIds.groupAnnotations, l10n.t('The annotations could not be grouped'), (grouping) => view.group(grouping)),
    register(commandIds.sendComment, failed, (reply) => said.send(reply)),
    register(commandIds.editComment, failed, (comment) => said.edit(comment)),
    register(commandIds.cancelComment, failed, (comment) => said.cancel(comment)),
    register(commandIds.saveComment, failed, (comment) => said.save(comment)),
    register(commandIds.removeComment, failed, (comment) => said.remove(comment)),
    register(commandIds.resolveComments, failed, (thread) => said.resolve(thread, true)),
    register(commandIds.reopenComments, failed, (thread) => said.resolve(thread, false)),
  );
}
