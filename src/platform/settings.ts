import { ConfigurationTarget, type Event, EventEmitter, type ConfigurationScope, type Disposable, Uri, workspace } from 'vscode';
import type { TerminologySettings } from '../core/terms/terminologies/terminologyChoice';
import type { SavedSearch } from '../core/library/savedSearch';
import { isColor, type Meaning } from '../core/annotating/meaning';
import { type CheckCode, isCheckCode } from '../core/problems/checkProblems';
import { foldName } from '../core/terms/foldName';
import { type SemanticGroup, semanticGroups } from '../core/terms/semanticGroup';
import type { StopNameChange } from '../core/terms/recognition/stopNames';
import { type TermStep, termSteps } from '../core/terms/recognition/termSteps';
import type { Senses } from '../core/terms/senses';
import type { Move } from './followMoves';
import { settingIds } from './ids';
import { insideFolder, isKeyPair, isSavedSearch, texts } from './settingValues';

const section = 'casebook';

/** The user's settings of Casebook, read here and nowhere else. Each getter reads the value of the moment. */
export class Settings implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly changedSenses = new EventEmitter<void>();
  /** Told when names mean something else, others are passed over, or mentions are found in other ways. */
  readonly onDidChangeSenses: Event<void> = this.changedSenses.event;
  private readonly listening = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) this.changed.fire();
    if ([settingIds.termsSenses, settingIds.termsStopNames, settingIds.termsSteps].some((id) => event.affectsConfiguration(`${section}.${id}`))) this.changedSenses.fire();
  });

  /** @returns the library's folder, relative to the workspace folder, with `/` */
  libraryFolder(folder: Uri): string {
    return insideFolder(this.read(settingIds.libraryFolder, folder, ''), 'library');
  }

  /** @param path from the workspace folder */
  async setLibraryFolder(path: string, folder: Uri): Promise<void> {
    await this.write(settingIds.libraryFolder, path, folder);
  }

  /** @returns the searches that the user keeps in the Papers view; what is none of them is passed over */
  librarySearches(): readonly SavedSearch[] {
    const searches: readonly unknown[] = this.read(settingIds.librarySearches, undefined, []);
    return searches.filter(isSavedSearch).map(({ name, query }) => ({ name, query }));
  }

  /**
   * Keeps the searches with the workspace; without one, with the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setLibrarySearches(searches: readonly SavedSearch[]): Promise<void> {
    const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await workspace.getConfiguration(section).update(settingIds.librarySearches, searches, target);
  }

  /** @returns bibliographies that all notes of the folder can cite from: paths from the folder, or absolute, with `/` */
  bibliographies(folder: Uri): string[] {
    const paths: readonly unknown[] = this.read(settingIds.libraryBibliographies, folder, []);
    return paths.filter((path): path is string => typeof path === 'string' && path.trim() !== '').map((path) => path.trim().replace(/\\/g, '/'));
  }

  /** Names bibliographies by where they have been moved to, in the folder's own settings. */
  async moveBibliographies(moves: readonly Move[], folder: Uri): Promise<void> {
    const paths = this.bibliographies(folder).map((path) => moves.find(({ was }) => was === path)?.is ?? path);
    await this.write(settingIds.libraryBibliographies, paths, folder);
  }

  /** @returns pairs of citekeys whose records look like one work and are not, as the user said */
  differentWorks(folder: Uri): readonly (readonly [string, string])[] {
    const pairs: readonly unknown[] = this.read(settingIds.libraryDifferentWorks, folder, []);
    return pairs.filter(isKeyPair);
  }

  /**
   * Adds to those pairs, in the folder's own settings.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async addDifferentWorks(pairs: readonly (readonly [string, string])[], folder: Uri): Promise<void> {
    const all = [...this.differentWorks(folder), ...pairs].map(([a, b]): [string, string] => [a, b]);
    const once = [...new Map(all.map((pair) => [pair.toSorted().join('\n'), pair])).values()];
    await this.write(settingIds.libraryDifferentWorks, once, folder);
  }

  /** @returns the user's glossary, relative to the workspace folder, with `/` */
  glossaryFile(folder: Uri): string {
    return insideFolder(this.read(settingIds.glossaryFile, folder, ''), 'glossary.yaml');
  }

  /** @param path from the workspace folder */
  async setGlossaryFile(path: string, folder: Uri): Promise<void> {
    await this.write(settingIds.glossaryFile, path, folder);
  }

  /** @returns when names of concepts are completed */
  termsCompletion(scope: ConfigurationScope | undefined): 'onRequest' | 'whileTyping' | 'off' {
    const mode = this.read<string>(settingIds.termsCompletion, scope, 'onRequest');
    return mode === 'whileTyping' || mode === 'off' ? mode : 'onRequest';
  }

  /** @returns the kinds of concept whose mentions are underlined; none where that is off */
  termsUnderline(scope: ConfigurationScope | undefined): ReadonlySet<SemanticGroup> {
    const kinds = texts(this.read<unknown[]>(settingIds.termsUnderline, scope, []));
    return new Set(semanticGroups.filter((group) => kinds.includes(group)));
  }

  /**
   * Sets them for the workspace; without one, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setTermsUnderline(kinds: readonly SemanticGroup[]): Promise<void> {
    const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await workspace.getConfiguration(section).update(settingIds.termsUnderline, kinds, target);
  }

  /** @returns which concept a name means in a folder, as the user decided: ids by folded names */
  termsSenses(folder: Uri | undefined): Senses {
    const senses: Readonly<Record<string, unknown>> = this.read(settingIds.termsSenses, folder, {});
    return new Map(Object.entries(senses).flatMap(([name, id]) => (typeof id === 'string' ? [[foldName(name), id] as const] : [])));
  }

  /** @returns what marks on papers can mean, in the user's order; what is no colour is passed over */
  annotatingMeanings(folder: string): Meaning[] {
    const meanings: Readonly<Record<string, unknown>> = this.read(settingIds.annotatingMeanings, Uri.parse(folder), {});
    return Object.entries(meanings).flatMap(([name, color]) => (isColor(color) ? [{ name, color }] : []));
  }

  /** @returns where notes on papers are made, relative to the workspace folder, with `/` */
  notesFolder(folder: Uri): string {
    return insideFolder(this.read(settingIds.notesFolder, folder, ''), 'notes');
  }

  /** @returns the template of such notes, relative to the workspace folder; empty for Casebook's own */
  noteTemplate(folder: Uri): string {
    return insideFolder(this.read(settingIds.notesTemplate, folder, ''), '');
  }

  /** @returns who the user's annotations are by; empty where that is not to be written */
  annotatingCreator(): string {
    return this.read<string>(settingIds.annotatingCreator, undefined, '').trim();
  }

  /** @returns names that are passed over in a folder, and those that are no longer */
  termsStopNames(folder: Uri | undefined): StopNameChange[] {
    const names: Readonly<Record<string, unknown>> = this.read(settingIds.termsStopNames, folder, {});
    return Object.entries(names).flatMap(([name, stopped]) => (typeof stopped === 'boolean' ? [[name, stopped] as const] : []));
  }

  /** @returns the steps of recognition that are set off in a folder */
  termsStepsOff(folder: Uri | undefined): TermStep[] {
    const steps: Readonly<Record<string, unknown>> = this.read(settingIds.termsSteps, folder, {});
    return termSteps.filter((step) => steps[step] === false);
  }

  /**
   * Decides what a name means, in the folder's own settings; without a folder, for the user.
   * @param id undefined takes the decision back
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setTermSense(name: string, id: string | undefined, folder: Uri | undefined): Promise<void> {
    const senses: Readonly<Record<string, unknown>> = this.read(settingIds.termsSenses, folder, {});
    const others = Object.entries(senses).filter(([other]) => foldName(other) !== foldName(name));
    const value = Object.fromEntries(id === undefined ? others : [...others, [name, id]]);
    await this.write(settingIds.termsSenses, others.length === 0 && id === undefined ? undefined : value, folder);
  }

  /** @returns which terminologies count in a folder, in which order, and which parts of them */
  terminologies(folder: Uri | undefined): TerminologySettings {
    return {
      order: texts(this.read<unknown[]>(settingIds.terminologiesOrder, folder, [])),
      off: new Set(texts(this.read<unknown[]>(settingIds.terminologiesOff, folder, []))),
      branches: Object.fromEntries(Object.entries(this.read<object>(settingIds.terminologiesBranches, folder, {})).flatMap(([id, ids]) => (Array.isArray(ids) ? [[id, texts(ids)]] : []))),
    };
  }

  /**
   * Remembers the order of terminologies where it was set before; else with the user, as terminologies are there for all folders.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setTerminologyOrder(order: readonly string[]): Promise<void> {
    const configuration = workspace.getConfiguration(section);
    const isOfWorkspace = configuration.inspect(settingIds.terminologiesOrder)?.workspaceValue !== undefined;
    await configuration.update(settingIds.terminologiesOrder, order, isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  }

  /**
   * Sets terminologies on or off in a folder, in its own settings; without a folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setTerminologyOn(changes: readonly { readonly id: string; readonly on: boolean }[], folder: Uri | undefined): Promise<void> {
    const { off } = this.terminologies(folder);
    const now = [...new Set([...off, ...changes.map(({ id }) => id)])].filter((id) => !changes.some((change) => change.id === id && change.on));
    await this.write(settingIds.terminologiesOff, now, folder);
  }

  /**
   * Sets which parts of a terminology count in a folder, in its own settings; without a folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setTerminologyBranches(id: string, branches: readonly string[], folder: Uri | undefined): Promise<void> {
    const now = { ...this.terminologies(folder).branches, [id]: branches };
    await this.write(settingIds.terminologiesBranches, now, folder);
  }

  termsHover(scope: ConfigurationScope): boolean {
    return this.read(settingIds.termsHover, scope, true);
  }

  /** @returns whether a paper's topics are taken from its full text, too */
  termsFullText(scope: ConfigurationScope): boolean {
    return this.read(settingIds.termsFullText, scope, true);
  }

  /** @returns whether terms in the Markdown preview carry their definitions */
  termsPreview(scope: ConfigurationScope): boolean {
    return this.read(settingIds.termsPreview, scope, true);
  }

  /** @returns a style's id or the path of a `.csl` file */
  citingStyle(scope: ConfigurationScope | undefined): string {
    return this.read(settingIds.citingStyle, scope, '') || 'nlm-citation-sequence';
  }

  /** @returns the formula for new papers' citekeys; empty for the default */
  citekeysFormula(scope: ConfigurationScope | undefined): string {
    return this.read(settingIds.citekeysFormula, scope, '');
  }

  /** @returns a language tag; empty where the style's own language counts */
  citingLocale(scope: ConfigurationScope | undefined): string {
    return this.read(settingIds.citingLocale, scope, '');
  }

  /** @returns whether works that are cited and that a note's bibliography lacks are added to it */
  addCited(scope: ConfigurationScope | undefined): 'ask' | 'always' | 'never' {
    const mode = this.read<string>(settingIds.citingAddCited, scope, 'ask');
    return mode === 'always' || mode === 'never' ? mode : 'ask';
  }

  /**
   * Remembers the answer for a folder, in its own settings.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setAddCited(mode: 'always' | 'never', folder: Uri): Promise<void> {
    await this.write(settingIds.citingAddCited, mode, folder);
  }

  /** @returns how citations are shown in the text of the editor */
  citingInline(scope: ConfigurationScope | undefined): 'off' | 'after' | 'instead' {
    const mode = this.read<string>(settingIds.citingInline, scope, 'off');
    return mode === 'after' || mode === 'instead' ? mode : 'off';
  }

  /** @returns whether a bibliography that was written into a note is updated when the note is saved */
  citingUpdateBibliography(scope: ConfigurationScope): boolean {
    return this.read(settingIds.citingUpdateBibliography, scope, false);
  }

  /** @returns the name or path of the pandoc to run, as this machine has it: a folder's settings do not say */
  pandoc(): string {
    return this.read(settingIds.citingPandoc, undefined, '').trim() || 'pandoc';
  }

  /** @returns the checks of records that are set off */
  problemsOff(scope: ConfigurationScope | undefined): ReadonlySet<CheckCode> {
    return new Set(this.read<unknown[]>(settingIds.problemsOff, scope, []).filter(isCheckCode));
  }

  /**
   * Sets a check off for the folder of a file, in its own settings; outside of any folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async turnOffProblem(code: CheckCode, file: Uri): Promise<void> {
    const folder = workspace.getWorkspaceFolder(file)?.uri;
    const off = [...new Set([...this.read<unknown[]>(settingIds.problemsOff, folder, []), code])];
    await this.write(settingIds.problemsOff, off, folder);
  }

  /**
   * Remembers a style for a folder, in its own settings; without a folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setCitingStyle(style: string, folder: Uri | undefined): Promise<void> {
    await this.write(settingIds.citingStyle, style, folder);
  }

  /**
   * Remembers the language of citations for a folder, in its own settings; without a folder, for the user.
   * @throws an Error of VS Code's where the settings can't be written
   */
  async setCitingLocale(locale: string, folder: Uri | undefined): Promise<void> {
    await this.write(settingIds.citingLocale, locale || undefined, folder);
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
    this.changedSenses.dispose();
  }

  /** Writes into a folder's own settings; without a folder, into the user's. */
  private async write(id: string, value: unknown, folder: Uri | undefined): Promise<void> {
    await workspace.getConfiguration(section, folder).update(id, value, folder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global);
  }

  private read<Value>(id: string, scope: ConfigurationScope | undefined, fallback: Value): Value {
    const value = workspace.getConfiguration(section, scope).get<Value>(id);
    return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback) ? (value as Value) : fallback;
  }
}
