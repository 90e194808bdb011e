import { type ExtensionContext, Uri, window } from 'vscode';
import { Library } from './core/library/library';
import type { Work } from './core/work';
import { registerAnnotating } from './features/annotating';
import { type MarkdownExtension, registerCiting } from './features/citing';
import { registerLibrary } from './features/library';
import { registerPdf } from './features/pdf';
import { registerProblems } from './features/problems';
import { registerReading } from './features/reading';
import { registerStart } from './features/start';
import { registerTerminologies } from './features/terminologies';
import { registerTerms } from './features/terms';
import { ExtensionAssets } from './platform/extensionAssets';
import { Log } from './platform/log';
import { FetchHttp } from './platform/http/fetchHttp';
import { HostOwnFiles } from './platform/hostOwnFiles';
import { Bibliographies } from './platform/bibliographies';
import { CitableWorks } from './platform/citableWorks';
import { NoteSources } from './platform/noteSources';
import { Notes } from './platform/notes';
import { PaperAnnotations } from './platform/paperAnnotations';
import { PaperTexts } from './platform/paperTexts';
import { ProblemCollection } from './platform/problemCollection';
import { ReadingPages } from './platform/readingPages';
import { Settings } from './platform/settings';
import { Terminologies } from './platform/terminologies';
import { WebStyles } from './platform/webStyles';
import { WorkerThread } from './platform/workers/workerThread';

/** Makes the services and hands each feature those it uses. @returns what VS Code's Markdown preview asks for */
export function activate(context: ExtensionContext): MarkdownExtension {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const channel = window.createOutputChannel('Casebook', { log: true });
  const log = new Log(channel);
  const assets = new ExtensionAssets(dist);
  const http = new FetchHttp();
  const thread = new WorkerThread<Work>(dist, { assets, http, ownFiles: new HostOwnFiles() });
  const settings = new Settings();
  const problems = new ProblemCollection();
  const library = new Library();
  const notes = new Notes();
  const sources = new NoteSources(settings, notes);
  const bibliographies = new Bibliographies(sources, thread, log, Uri.joinPath(context.globalStorageUri, 'bibliographies'), (uri) => library.at(uri.toString()) !== undefined);
  const terminologies = new Terminologies(thread, settings, log, Uri.joinPath(context.globalStorageUri, 'terminologies'));
  const annotations = new PaperAnnotations(library, thread, context.workspaceState);
  const pages = new ReadingPages();
  const texts = new PaperTexts(library, pages);
  const works = new CitableWorks(library, bibliographies, notes);
  const webStyles = new WebStyles(Uri.joinPath(context.globalStorageUri, 'styles'), http, thread);
  const references = Uri.joinPath(context.extensionUri, 'media', 'references');
  const papers = registerLibrary({ library, settings, log, thread, bibliographies, works, state: context.workspaceState, citekeyReference: Uri.joinPath(context.extensionUri, 'docs', 'citekeys.md') });
  const citing = registerCiting({ library, settings, log, thread, works, notes, sources, http, webStyles, bibliographies, terminologies, media: references, state: context.globalState });

  context.subscriptions.push(
    channel,
    thread,
    settings,
    problems,
    notes,
    sources,
    bibliographies,
    terminologies,
    annotations,
    webStyles,
    papers,
    registerTerms({ library, texts, settings, log, thread, notes, problems, terminologies }),
    registerTerminologies({ terminologies, settings, thread, log }),
    registerAnnotating({ library, annotations, texts, settings, log, thread, state: context.workspaceState }),
    citing,
    registerReading({ library, annotations, pages, thread, log, referenceOf: (record) => citing.referenceOf(record), notesCiting: (citekey, folder) => papers.notesCiting(citekey, folder) }),
    registerProblems({ library, webStyles, bibliographies, sources, works, notes, settings, log, thread, problems }),
    registerPdf({ annotations, settings, thread, log, state: context.workspaceState, dist }),
    registerStart({ assets, log, state: context.globalState }),
  );
  return { extendMarkdownIt: (md) => citing.extendMarkdownIt(md) };
}
