import { commands, Disposable, languages, l10n, type Memento, type Uri, window } from 'vscode';
import type MarkdownIt from 'markdown-it';
import { useMarks } from '../../core/citing/preview/markdownItMarks';
import type { Library } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import type { Http } from '../../core/ports';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import { commandIds, internalCommandIds, viewIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { latexSelector } from '../../platform/latex';
import { type Notes, noteSelector } from '../../platform/notes';
import type { NoteSources } from '../../platform/noteSources';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { WebStyles } from '../../platform/webStyles';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { StyleChooser } from './chooseStyle';
import type { CitableWorks } from '../../platform/citableWorks';
import { CiteCompletions } from './citeCompletions';
import { CiteDefinitions } from './citeDefinitions';
import { CiteDrops } from './citeDrops';
import { CiteHovers } from './citeHovers';
import { CitekeySearch } from './citekeySearch';
import { ReferenceCopier } from './copyReference';
import { Credits } from './credits';
import { earlyTyping } from './earlyTyping';
import { FormattedText } from './formattedText';
import { CitationInserter } from './insertCitation';
import { NoteEditors } from './noteEditors';
import { prepareSearch } from './prepareSearch';
import { Presentations } from './presentations';
import { References } from './references';
import { referenceOf } from './referenceOf';
import { bibliographyOnSave } from './shown/bibliographyOnSave';
import { NoteExporter } from './shown/exportNote';
import { NotePreviews } from './shown/notePreviews';
import { InlineCitations } from './shown/inlineCitations';
import { NoteLook } from './shown/noteLook';
import { OutsideChanges } from './shown/outsideChanges';
import { ReferencesView } from './shown/referencesView';
import { ShownNotes } from './shown/shownNotes';
import { StyleFetcher } from './styleFetcher';
import { StyleStatus } from './styleStatus';
import { DoiFetcher } from './writing/fetchDoi';
import { FrontMatterCompletions } from './writing/frontMatterCompletions';
import { LocatorCompletions } from './writing/locatorCompletions';
import { NoteBibliography } from './writing/noteBibliography';
import { NoteLinks } from './writing/noteLinks';
import { toggleForms } from './writing/toggleForm';

/** What VS Code's Markdown preview asks of an extension. */
export interface MarkdownExtension {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** What others ask of citing. */
export interface Citing extends MarkdownExtension {
  /** @returns a work's reference in the style of the settings, as plain text; undefined where the style makes none */
  referenceOf(record: CslItem): Promise<string | undefined>;
}

/** Citations in notes: inserting, completing and explaining them, and showing and writing them out in a style. */
export function registerCiting(needs: {
  library: Library;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  works: CitableWorks;
  notes: Notes;
  sources: NoteSources;
  bibliographies: Bibliographies;
  http: Http;
  webStyles: WebStyles;
  terminologies: Terminologies;
  /** The extension's folder of style sheets and scripts for pages. */
  media: Uri;
  state: Memento;
}): Disposable & Citing {
  const { library, settings, log, thread, works, notes, sources, bibliographies, http, webStyles, state } = needs;
  const editors = new NoteEditors();
  const presentations = new Presentations(settings, notes, thread, webStyles);
  const styles = new StyleFetcher(webStyles, presentations, editors);
  const credits = new Credits(state);
  const chooser = new StyleChooser(editors, presentations, settings, credits, thread, styles);
  const bibliography = new NoteBibliography({ sources, bibliographies, notes, settings, thread, log });
  const inserter = new CitationInserter(works, notes, editors, bibliography);
  const fetcher = new DoiFetcher({ http, works, notes, settings, thread, bibliography });
  const formatted = new FormattedText(works, notes, editors, presentations, thread, credits);
  const copier = new ReferenceCopier(works, editors, presentations, thread, credits);

  const changes = new OutsideChanges(library, needs);
  const previews = new NotePreviews({ works, notes, presentations, thread, settings, log }, changes);
  const exporter = new NoteExporter({ works, notes, editors, presentations, thread, settings, log });
  const shown = new ShownNotes(works, notes, presentations, thread, changes);
  const look = new NoteLook(notes, presentations, settings, chooser);
  const references = new ReferencesView({ editors, notes: shown, presentations, look, log }, needs.media);
  const search = new CitekeySearch();
  const completions = new CiteCompletions(works, notes, search);

  const citing = [...noteSelector, ...latexSelector];

  const inserted = l10n.t('The citation could not be inserted');
  const register = (id: string, doing: string, action: (...args: unknown[]) => unknown) =>
    commands.registerCommand(id, log.guard(doing, action));
  const registered = Disposable.from(
    editors,
    changes,
    previews,
    shown,
    references,
    new InlineCitations(shown, settings, log),
    bibliographyOnSave({ works, notes, presentations, thread, settings, log }),
    window.registerWebviewViewProvider(viewIds.references, references),
    new StyleStatus(editors, presentations, thread, styles, { settings, web: webStyles }),
    prepareSearch(library, search),
    register(commandIds.insertCitation, inserted, (keys) => inserter.insert(keys)),
    register(commandIds.toggleCitationForm, l10n.t('The form of the citation could not be changed'), () => toggleForms(notes, editors)),
    register(internalCommandIds.paperCited, l10n.t('The bibliography could not be changed'), (note, key) => bibliography.keyCited(works, note, key)),
    register(internalCommandIds.fetchDoi, l10n.t('The work could not be looked up'), (note, key) => fetcher.fetch(note, key)),
    register(commandIds.citePaper, inserted, (item, items) => inserter.cite(item, items)),
    register(commandIds.insertFormattedCitation, inserted, (keys) => formatted.insertCitation(keys)),
    register(commandIds.insertFormattedReference, l10n.t('The reference could not be inserted'), (keys) => formatted.insertReference(keys)),
    register(commandIds.insertBibliography, l10n.t('The bibliography could not be made'), () => formatted.insertBibliography()),
    commands.registerCommand(commandIds.exportNote, async (format: unknown, to: unknown) => {
      let outcome: string | undefined;
      await log.guard(l10n.t('The note could not be exported'), async () => (outcome = await exporter.export(format, to)))();
      return outcome;
    }),
    register(commandIds.copyReferenceAs, l10n.t('The reference could not be copied'), (item, items, style) => copier.copy(item, items, style)),
    register(commandIds.chooseStyle, l10n.t('The citation style could not be set'), (style) => chooser.choose(style)),
    register(commandIds.updateStyle, l10n.t('The citation style could not be fetched'), () => styles.update()),
    register(internalCommandIds.fetchStyle, l10n.t('The citation style could not be fetched'), (address) => (typeof address === 'string' ? styles.ask(address) : undefined)),
    register(commandIds.showStyleCredits, l10n.t('The credits could not be shown'), () => credits.show()),
    languages.registerCompletionItemProvider(citing, completions, '@', '{', ',', '`', ';'),
    earlyTyping(completions),
    languages.registerCompletionItemProvider(noteSelector, new LocatorCompletions(notes, thread), ',', ' ', '['),
    languages.registerCompletionItemProvider(noteSelector, new FrontMatterCompletions(notes, thread), ' ', '/', '[', ','),
    languages.registerDocumentLinkProvider(noteSelector, new NoteLinks(notes, sources)),
    languages.registerHoverProvider(citing, new CiteHovers(works, notes, presentations, new References(thread))),
    languages.registerDefinitionProvider(citing, new CiteDefinitions(works, notes)),
    languages.registerDocumentDropEditProvider(noteSelector, new CiteDrops(works, notes, bibliography)),
  );
  const extendMarkdownIt = (md: MarkdownIt): MarkdownIt => {
    useMarks(md, (text) => previews.markedText(text));
    const { renderer } = md;
    const render = renderer.render.bind(renderer);
    renderer.render = (tokens, options, env: { readonly currentDocument?: unknown } | undefined) => {
      previews.wasShown(env?.currentDocument);
      return render(tokens, options, env);
    };
    return md;
  };
  return Object.assign(registered, { extendMarkdownIt, referenceOf: (record: CslItem) => referenceOf(record, presentations, thread) });
}
