import type { CslItem } from '../library/record';
import type { Assets, Clock, OwnFiles, WriteFault } from '../ports';
import type { Problem } from '../problems/problem';
import { type AddedTerm, addTerm } from './addTerm';
import type { Concept, Topic } from './concept';
import { readGlossary } from './glossary';
import type { NewTerm } from './newTerm';
import { Recogniser } from './recognition/recogniser';
import { optionsWithout } from './recognition/stepsOff';
import { resolveBroader } from './resolveBroader';
import { type FolderChoice, type FolderSearch, FolderSearches } from './terminologies/folderSearches';
import { loadAbove } from './terminologies/storedAbove';
import { topicsOf } from './topics';

/** @returns the topics of a record's title and abstract, and of its paper's full text, of the terms of the folder that its file is in */
export type TopicsOfRecord = (record: CslItem, uri: string, full?: string) => Topic[];

/** What cannot be searched for in a folder, and why. */
export interface FolderTermsState {
  /** Ids of terminologies whose files are damaged or gone. */
  readonly broken: readonly string[];
  /** Why what was compiled could not be written: it is compiled anew at each start. */
  readonly notKept: WriteFault | undefined;
}

export interface GlossaryCounts {
  readonly concepts: number;
  readonly names: number;
  readonly definitions: number;
}

/** What terms need done that is too heavy for the extension host's thread. */
export class TermWork {
  /** What the texts of each folder are searched with. */
  readonly searches: FolderSearches;
  private readonly recognisers = new WeakMap<FolderSearch, Recogniser>();
  private builtIn: Promise<readonly Concept[]> | undefined;

  constructor(
    private readonly assets: Assets,
    files: OwnFiles,
    clock: Clock,
  ) {
    this.searches = new FolderSearches(() => this.builtInConcepts(), files, clock);
  }

  /**
   * Takes in what a folder's texts are searched for from here on.
   * @param folder the workspace folder's address; an empty one for notes in none
   */
  setFolder(folder: string, choice: FolderChoice): void {
    this.searches.set(folder, choice);
  }

  forgetFolder(folder: string): void {
    this.searches.forget(folder);
  }

  /** Compiles a folder's terms, where that is not done yet. */
  async prepare(folder: string): Promise<FolderTermsState> {
    const { broken, notKept } = await this.searches.of(folder);
    return { broken, notKept };
  }

  /** @returns how much there is of the built-in glossary, and of the folder's own */
  async glossaryCounts(folder: string): Promise<{ readonly builtIn: GlossaryCounts; readonly own: GlossaryCounts }> {
    return { builtIn: countsOf(await this.builtInConcepts()), own: countsOf(this.searches.glossaryOf(folder)) };
  }

  /** @returns what finds mentions in a folder's texts; the same one as long as its terms are the same */
  async recogniserIn(folder: string | undefined): Promise<Recogniser> {
    const found = await this.searches.of(folder);
    let recogniser = this.recognisers.get(found);
    if (!recogniser) this.recognisers.set(found, (recogniser = new Recogniser(found.search, { ...optionsWithout(found.stepsOff), picks: found.senses, stopNames: found.stopNames })));
    return recogniser;
  }

  /** @param uris of the records' files */
  async topics(uris: readonly string[]): Promise<TopicsOfRecord> {
    const folders = new Set(uris.map((uri) => this.searches.folderOf(uri)));
    const made = await Promise.all([...folders].map(async (folder) => {
      const found = await this.searches.of(folder);
      return [folder, { search: found.search, above: await loadAbove(found) }] as const;
    }));
    const known = new Map(made);
    return ({ title = '', abstract = '' }, uri, full = '') => {
      const folder = known.get(this.searches.folderOf(uri));
      return folder ? topicsOf({ title, abstract, full }, folder.search, undefined, folder.above) : [];
    };
  }

  /**
   * @param text a glossary file
   * @param uri its address, to which the concepts lead back
   */
  async readGlossary(text: string, uri: string): Promise<{ concepts: readonly Concept[]; problems: readonly Problem[] }> {
    const reading = readGlossary(text, { uri, terminology: 'glossary' });
    const { concepts, problems } = resolveBroader(reading, await this.builtInConcepts());
    return { concepts, problems: [...reading.problems, ...problems] };
  }

  /**
   * Adds an entry to a glossary's text, as `addTerm` does; here, since what reads YAML for that is large.
   * @returns undefined where the text is no glossary, or has a mistake that hides where its entries are
   */
  addTerm(text: string, term: NewTerm): AddedTerm | undefined {
    return addTerm(text, term);
  }

  /** @returns the glossary that ships with Casebook */
  builtInConcepts(): Promise<readonly Concept[]> {
    this.builtIn ??= this.assets.read('glossary.json').then((json) => JSON.parse(json ?? '[]') as Concept[]);
    return this.builtIn;
  }
}

function countsOf(concepts: readonly Concept[]): GlossaryCounts {
  return {
    concepts: concepts.length,
    names: concepts.reduce((sum, { synonyms, abbreviations }) => sum + 1 + synonyms.length + abbreviations.length, 0),
    definitions: concepts.filter(({ definition }) => definition !== undefined).length,
  };
}
