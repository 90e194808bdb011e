import type { Clock, OwnFiles, WriteFault } from '../../ports';
import type { StoredConcepts } from '../compiled/storedConcepts';
import type { Concept } from '../concept';
import { mergeTerminologies } from '../mergeTerminologies';
import { type StopNameChange, stopNamesWith } from '../recognition/stopNames';
import { compileSteps } from '../recognition/stepsOff';
import type { TermStep } from '../recognition/termSteps';
import type { Senses } from '../senses';
import type { Steps } from '../steps';
import { compileTermIndex, type TermIndex } from '../termIndex';
import { TermSearch } from '../termSearch';
import type { TerminologyChoice } from './terminologyChoice';
import { type TerminologyIndex, TerminologyIndexes } from './terminologyIndexes';

/** What the texts of a folder are searched for. */
export interface FolderChoice {
  /** The concepts of the folder's own glossary. */
  readonly glossary: readonly Concept[];
  /** The most preferred first. */
  readonly terminologies: readonly TerminologyChoice[];
  /** The folder of all terminologies; undefined where there is none. */
  readonly root?: string | undefined;
  /** What names with several meanings mean, as the user decided: concepts' ids by folded names. */
  readonly senses?: readonly (readonly [string, string])[];
  /** Names that are passed over, and those that are no longer, as the user decided. */
  readonly stopNames?: readonly StopNameChange[];
  /** Steps of recognition that the user set off. */
  readonly stepsOff?: readonly TermStep[];
}

/** All that is known of what a folder's texts are searched for. */
export interface FolderSearch {
  readonly search: TermSearch<TermIndex>;
  /** The glossaries' concepts. */
  readonly glossary: TermIndex;
  /** Those of terminologies. */
  readonly stored: StoredConcepts | undefined;
  readonly broken: readonly string[];
  readonly notKept: WriteFault | undefined;
  readonly senses: Senses;
  /** All names that are passed over. */
  readonly stopNames: readonly string[];
  readonly stepsOff: readonly TermStep[];
}

const nothing: FolderChoice = { glossary: [], terminologies: [] };

/**
 * What the texts of each folder are searched with: the built-in glossary with the folder's own over it, then its
 * terminologies. A glossary of some hundred terms is compiled anew with each change, the terminologies when another choice is
 * made of them. Folders that search for the same share it.
 */
export class FolderSearches {
  private readonly choices = new Map<string, FolderChoice>();
  private readonly made = new Map<string, Promise<FolderSearch>>();
  private readonly indexes: TerminologyIndexes;
  /** The index of the built-in glossary alone, by the steps it was compiled with. */
  private readonly builtInIndexes = new Map<string, TermIndex>();

  constructor(
    private readonly builtIn: () => Promise<readonly Concept[]>,
    files: OwnFiles,
    clock: Clock,
  ) {
    this.indexes = new TerminologyIndexes(files, clock);
  }

  /** @param folder the workspace folder's address; an empty one stands for what is in none */
  set(folder: string, choice: FolderChoice): void {
    this.choices.set(folder, choice);
    this.made.delete(folder);
    const { root } = choice;
    if (root !== undefined) this.indexes.retain(root, [...this.choices.values()].map(({ terminologies, stepsOff = [] }) => ({ terminologies, steps: compileSteps(stepsOff) })));
  }

  forget(folder: string): void {
    this.choices.delete(folder);
    this.made.delete(folder);
  }

  /** @returns the concepts of the folder's own glossary */
  glossaryOf(folder: string): readonly Concept[] {
    return this.choices.get(folder)?.glossary ?? [];
  }

  /** @returns the folder that a file is in, of those that have a choice of their own; an empty one for none */
  folderOf(uri: string): string {
    const around = [...this.choices.keys()].filter((folder) => folder !== '' && uri.startsWith(`${folder.replace(/\/$/, '')}/`));
    return around.sort((a, b) => b.length - a.length)[0] ?? '';
  }

  /** @returns what a folder's texts are searched with; the built-in glossary where nothing is known of it */
  of(folder: string | undefined): Promise<FolderSearch> {
    const key = folder !== undefined && this.choices.has(folder) ? folder : '';
    let made = this.made.get(key);
    if (!made) {
      const making = this.make(this.choices.get(key) ?? nothing);
      this.made.set(key, (made = making));
      // What is broken now may be whole when it is asked for again.
      const forget = (): boolean => this.made.get(key) === making && this.made.delete(key);
      making.then(({ broken }) => broken.length > 0 && forget(), forget);
    }
    return made;
  }

  private async make({ glossary: own, terminologies, root, senses = [], stopNames = [], stepsOff = [] }: FolderChoice): Promise<FolderSearch> {
    const steps = compileSteps(stepsOff);
    const glossary = await this.glossaryIndex(own, steps);
    const none: TerminologyIndex = { compiled: undefined, broken: [], notKept: undefined };
    const { compiled, broken, notKept } = root === undefined || terminologies.length === 0 ? none : await this.indexes.open(root, terminologies, steps);
    const search = compiled ? new TermSearch([glossary, compiled.index]) : glossary.search;
    return { search, glossary, stored: compiled?.concepts, broken, notKept, senses: new Map(senses), stopNames: stopNamesWith(stopNames), stepsOff };
  }

  /** Most folders have no glossary: theirs is compiled once. */
  private async glossaryIndex(own: readonly Concept[], steps: Steps): Promise<TermIndex> {
    const builtIn = await this.builtIn();
    if (own.length > 0) return compileTermIndex(mergeTerminologies(builtIn, own), steps);
    const key = JSON.stringify(steps);
    let index = this.builtInIndexes.get(key);
    if (!index) this.builtInIndexes.set(key, (index = compileTermIndex(builtIn, steps)));
    return index;
  }
}
