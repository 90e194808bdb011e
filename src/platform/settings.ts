import { ConfigurationTarget, type Event, EventEmitter, type ConfigurationScope, type Disposable, type Uri, workspace } from 'vscode';
import { settingIds } from './ids';

const section = 'casebook';

/** The user's settings, read here and nowhere else. Each getter reads the value of the moment. */
export class Settings implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly listening = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) this.changed.fire();
  });

  /** @returns the library's folder, relative to the workspace folder, with `/` */
  libraryFolder(folder: Uri): string {
    return insideFolder(this.read(settingIds.libraryFolder, folder, ''), 'library');
  }

  /** @returns the user's glossary, relative to the workspace folder, with `/` */
  glossaryFile(folder: Uri): string {
    return insideFolder(this.read(settingIds.glossaryFile, folder, ''), 'glossary.yaml');
  }

  termsHover(scope: ConfigurationScope): boolean {
    return this.read(settingIds.termsHover, scope, true);
  }

  /** @returns a style's id or the path of a `.csl` file */
  citingStyle(scope: ConfigurationScope | undefined): string {
    return this.read(settingIds.citingStyle, scope, '') || 'nlm-citation-sequence';
  }

  /** @returns a language tag; empty where the style's own language counts */
  citingLocale(scope: ConfigurationScope | undefined): string {
    return this.read(settingIds.citingLocale, scope, '');
  }

  /**
   * Remembers a style for a folder, in its own settings; without a folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setCitingStyle(style: string, folder: Uri | undefined): Promise<void> {
    const target = folder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global;
    await workspace.getConfiguration(section, folder).update(settingIds.citingStyle, style, target);
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }

  private read<Value>(id: string, scope: ConfigurationScope | undefined, fallback: Value): Value {
    const value = workspace.getConfiguration(section, scope).get<Value>(id);
    return typeof value === typeof fallback ? (value as Value) : fallback;
  }
}

/** A folder's settings come with the folder, which may be a stranger's: a path out of it is not followed. */
function insideFolder(path: string, fallback: string): string {
  const parts = path.replace(/\\/g, '/').split('/').filter((part) => part !== '' && part !== '.');
  const outside = parts.includes('..') || /^([/\\]|[a-z]:)/i.test(path);
  return parts.length === 0 || outside ? fallback : parts.join('/');
}
