import { Disposable, EventEmitter, FileType, RelativePattern, type TextDocument, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { metadataFileNames } from '../core/library/metadataFile';
import { bibliographiesOf, type NamedBibliography } from '../core/library/noteSources';
import { latexBibliographies } from '../core/notes/latexCites';
import type { FrontMatter } from '../core/notes/note';
import { frontMatterIn } from '../core/notes/parseNote';
import type { TextFiles } from '../core/ports';
import { answered, NoAnswer } from './answered';
import { inParallel } from './inParallel';
import { isLatex } from './latex';
import { isNote, type Notes } from './notes';
import type { Settings } from './settings';

/** A bibliography file, and which files of the workspace name it; none where the settings do. */
export interface FoundBibliography {
  readonly uri: Uri;
  readonly namedBy: readonly Uri[];
}

/** What a note names that nothing can be cited from. */
export interface MissingBibliography extends NamedBibliography {
  /** Its file system does not answer. */
  readonly isSilent: boolean;
}

/** What a note names, and where it is; undefined where it is no file. */
export interface OwnBibliography extends NamedBibliography {
  readonly uri: Uri | undefined;
}

/** More notes than this (files) are not looked through for the bibliographies that they name. */
const mostNotes = 5000;
const filesAtOnce = 16;
/** A checkout changes many notes at once: they are waited for this long (ms). */
const changePause = 200;
/** A file system that has not said by then (ms) whether a file is there is not asked again for a while (ms). */
const longestWait = 3000;
const silence = 60_000;

/** Finds the bibliographies that the notes of the open folders name, themselves or through what they inherit from. */
export class NoteSources implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Which bibliographies there are may be another matter now. */
  readonly onDidChange = this.changed.event;
  private readonly listening: Disposable[] = [];
  /** What notes on disk name, by the note; those that name nothing have an empty list. */
  private readonly named = new Map<string, Promise<readonly NamedBibliography[]>>();
  /** Metadata files, read once until one of them changes. */
  private metadata = new Map<string, Promise<string | undefined>>();
  /** Files that their file system said nothing of, and until when they are not asked for. */
  private readonly silent = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly notes: Notes,
    private readonly patience = longestWait,
  ) {
    const note = workspace.createFileSystemWatcher('**/*.{md,markdown,qmd,Rmd,rmd}');
    const metadata = workspace.createFileSystemWatcher(`**/{${metadataFileNames.join(',')}}`);
    this.listening.push(
      ...[note, metadata],
      ...watch(note, (uri) => this.forget(uri)),
      ...watch(metadata, () => this.forgetAll()),
      workspace.onDidSaveTextDocument((document) => isNote(document) && this.forget(document.uri)),
      workspace.onDidChangeWorkspaceFolders(() => this.forgetAll()),
      settings.onDidChange(() => this.changed.fire()),
    );
  }

  /**
   * @returns the files that a document can cite from besides the library folder, in the order of pandoc: of two records with
   *   the same key the later counts; first those of the settings
   */
  async of(document: TextDocument): Promise<Uri[]> {
    const folder = workspace.getWorkspaceFolder(document.uri);
    const front = isNote(document) ? this.notes.of(document).frontMatter : isLatex(document) ? frontOfLatex(document.getText()) : undefined;
    const named = await this.resolve(document.uri, folder, front);
    const found = await Promise.all(named.map((one) => this.firstFile(one, document.uri, folder)));
    return unique([...(folder ? this.fromSettings(folder) : []), ...found.flatMap((uri) => uri ?? [])]);
  }

  /** @returns what a note names itself, addresses on the web left out, and the file that each is; undefined where there is none */
  async own(document: TextDocument): Promise<OwnBibliography[]> {
    const folder = workspace.getWorkspaceFolder(document.uri);
    const named = await this.resolve(document.uri, folder, this.notes.of(document).frontMatter);
    const own = named.filter(({ namedBy, candidates }) => namedBy === document.uri.path && candidates.length > 0);
    return Promise.all(own.map(async (one) => ({ ...one, uri: await this.firstFile(one, document.uri, folder) })));
  }

  /** @returns what a note names itself that is no file, or that its file system says nothing of */
  async missing(document: TextDocument): Promise<MissingBibliography[]> {
    return (await this.own(document)).flatMap(({ uri, ...one }) => {
      const isSilent = uri !== undefined && this.silent.has(uri.toString());
      return uri && !isSilent ? [] : [{ ...one, isSilent }];
    });
  }

  /** @returns every bibliography that a folder's settings and its saved notes name, each once */
  async inFolder(folder: WorkspaceFolder): Promise<FoundBibliography[]> {
    const pattern = new RelativePattern(folder, '**/*.{md,markdown,qmd,Rmd,rmd}');
    const notes = await workspace.findFiles(pattern, '**/{node_modules,.*}/**', mostNotes);
    const found = new Map<string, { readonly uri: Uri; readonly namedBy: Uri[] }>();
    for (const uri of this.fromSettings(folder)) found.set(uri.toString(), { uri, namedBy: [] });
    await inParallel(notes, filesAtOnce, async (note) => {
      for (const one of await this.namedIn(note, folder)) {
        // One that is not there yet, or no more, is listed where it is looked for first.
        const uri = (await this.firstFile(one, note, folder)) ?? firstPlace(one, note, folder);
        if (!uri) continue;
        const known = found.get(uri.toString()) ?? { uri, namedBy: [] };
        found.set(uri.toString(), known);
        const by = note.with({ path: one.namedBy });
        if (!known.namedBy.some((other) => other.path === by.path)) known.namedBy.push(by);
      }
    });
    return [...found.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(...this.listening, this.changed).dispose();
  }

  private namedIn(note: Uri, folder: WorkspaceFolder): Promise<readonly NamedBibliography[]> {
    const key = note.toString();
    let named = this.named.get(key);
    if (!named) {
      named = this.readText(note).then((text) => this.resolve(note, folder, text === undefined ? undefined : frontMatterIn(text)));
      this.named.set(key, named);
    }
    return named;
  }

  private resolve(note: Uri, folder: WorkspaceFolder | undefined, frontMatter: FrontMatter | undefined): Promise<readonly NamedBibliography[]> {
    const root = folder?.uri.path ?? Uri.joinPath(note, '..').path;
    return bibliographiesOf({ path: note.path, frontMatter }, root, this.filesOf(note));
  }

  /** Metadata files of the file system that a note lies in. */
  private filesOf(note: Uri): TextFiles {
    return {
      read: (path) => {
        const uri = note.with({ path });
        const text = this.metadata.get(uri.toString()) ?? this.readText(uri);
        this.metadata.set(uri.toString(), text);
        return text;
      },
    };
  }

  private async firstFile({ candidates }: NamedBibliography, note: Uri, folder: WorkspaceFolder | undefined): Promise<Uri | undefined> {
    for (const path of candidates) {
      const uri = note.with({ path });
      if (mayFollow(uri, folder) && (await this.isFile(uri))) return uri;
    }
    return undefined;
  }

  /** Pipes, devices and links that lead round in a circle are none. One that nothing is said of may be there: who opens it will tell. */
  private async isFile(uri: Uri): Promise<boolean> {
    const found = await this.ask(uri, () => workspace.fs.stat(uri));
    return found === undefined ? this.silent.has(uri.toString()) : (found.type & FileType.File) !== 0;
  }

  private async readText(uri: Uri): Promise<string | undefined> {
    const bytes = await this.ask(uri, () => workspace.fs.readFile(uri));
    return bytes && new TextDecoder().decode(bytes);
  }

  /** @returns undefined where there is no answer, and at once where there was none a moment ago */
  private async ask<Answer>(uri: Uri, question: () => Thenable<Answer>): Promise<Answer | undefined> {
    const key = uri.toString();
    if ((this.silent.get(key) ?? 0) > Date.now()) return undefined;
    this.silent.delete(key);
    const answer = question();
    try {
      return await answered(answer, this.patience);
    } catch (error) {
      if (error instanceof NoAnswer) this.waitFor(key, answer);
      return undefined;
    }
  }

  /** What is answered late is asked again. */
  private waitFor(key: string, answer: Thenable<unknown>): void {
    const until = Date.now() + silence;
    this.silent.set(key, until);
    const late = (): void => {
      if (this.silent.get(key) !== until) return;
      this.silent.delete(key);
      this.forgetAll();
    };
    void answer.then(late, late);
  }

  private fromSettings(folder: WorkspaceFolder): Uri[] {
    const uris = this.settings.bibliographies(folder.uri).map((path) => (path.startsWith('/') ? folder.uri.with({ path }) : Uri.joinPath(folder.uri, path)));
    return uris.filter((uri) => mayFollow(uri, folder));
  }

  private forget(note: Uri): void {
    this.named.delete(note.toString());
    this.tellSoon();
  }

  private forgetAll(): void {
    this.named.clear();
    this.metadata = new Map();
    this.tellSoon();
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), changePause);
  }
}

function watch(watcher: ReturnType<typeof workspace.createFileSystemWatcher>, tell: (uri: Uri) => void): Disposable[] {
  return [watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell)];
}

function firstPlace({ candidates: [path] }: NamedBibliography, note: Uri, folder: WorkspaceFolder | undefined): Uri | undefined {
  const uri = path === undefined ? undefined : note.with({ path });
  return uri && mayFollow(uri, folder) ? uri : undefined;
}

/** A folder that the user does not trust may name only what lies in it. */
function mayFollow(uri: Uri, folder: WorkspaceFolder | undefined): boolean {
  return workspace.isTrusted || (folder !== undefined && uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`));
}

function unique(uris: readonly Uri[]): Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** What a LaTeX document names, as a note would in its front matter. */
function frontOfLatex(text: string): FrontMatter {
  return { blocks: [], bibliography: latexBibliographies(text), bibliographyIsList: true, nocite: [], references: [], problems: [] };
}
