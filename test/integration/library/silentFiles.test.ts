import * as assert from 'node:assert/strict';
import { commands, type CompletionList, Disposable, EventEmitter, FileSystemError, type FileStat, type FileSystemProvider, FileType, languages, Position, Uri, window, workspace } from 'vscode';
import { eventually } from '../support';

const scheme = 'casebook-half-silent';
const bib = (key: string): string => `@article{${key},\n  author = {Aaron, Ada},\n  title = {Eosinophilia},\n  journal = {Gut},\n  year = 1999\n}\n`;

/** A file system that says nothing at all of what lies under `/network`, until it is told to. */
class HalfSilentFiles implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<[]>().event;
  private speak: () => void = () => undefined;
  private readonly speaking = new Promise<void>((resolve) => (this.speak = resolve));

  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  answer(): void {
    this.speak();
  }

  async stat(uri: Uri): Promise<FileStat> {
    const text = await this.textOf(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: text.length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.textOf(uri));
  }

  readonly watch = (): Disposable => new Disposable(() => undefined);
  readonly readDirectory = (): [] => [];
  readonly createDirectory = refuse;
  readonly writeFile = refuse;
  readonly delete = refuse;
  readonly rename = refuse;

  private async textOf({ path }: Uri): Promise<string> {
    if (path.startsWith('/network/')) await this.speaking;
    const text = this.texts[path];
    if (text === undefined) throw FileSystemError.FileNotFound(path);
    return text;
  }
}

function refuse(): never {
  throw FileSystemError.NoPermissions();
}

describe('A file system that does not answer', () => {
  const files = new HalfSilentFiles({
    '/note.md': '---\nbibliography: [here.bib, /network/far.bib]\n---\n\n@aaron\n',
    '/here.bib': bib('aaron1999'),
    '/network/far.bib': bib('aaron2001'),
  });
  let registered: Disposable;
  before(() => {
    registered = workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    registered.dispose();
  });

  it('is told after three seconds, while all else can be cited; and what it says late is taken', async function () {
    this.timeout(60_000); // it waits for what is late
    const note = Uri.from({ scheme, path: '/note.md' });
    const document = await workspace.openTextDocument(note);
    const started = Date.now();
    await window.showTextDocument(document);
    const offered = async (): Promise<string[]> => {
      const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', note, new Position(4, '@aaron'.length));
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label)).filter((label) => label.startsWith('aaron')).sort();
    };
    const codes = (): string[] => languages.getDiagnostics(note).map(({ code, range }) => `${range.start.line}:${String(code)}`);
    await eventually(() => assert.deepEqual(codes(), ['1:bibliography-silent']));
    const told = Date.now() - started;
    assert.ok(told > 2900 && told < 9000, `told after ${told} ms`);
    await eventually(async () => assert.deepEqual(await offered(), ['aaron1999']), 15_000);
    files.answer();
    await eventually(async () => assert.deepEqual(await offered(), ['aaron1999', 'aaron2001']), 15_000);
    await eventually(() => assert.deepEqual(codes(), ['4:citekey-unknown']), 15_000); // now that all is known that can be cited
  });
});
