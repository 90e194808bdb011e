import type { CslItem } from '../library/record';
import type { Assets } from '../ports';
import type { Problem } from '../problems/problem';
import type { Concept, Topic } from './concept';
import { readGlossary } from './glossary';
import { mergeTerminologies } from './mergeTerminologies';
import { resolveBroader } from './resolveBroader';
import { compileTermIndex, type TermIndex, type TermTables } from './termIndex';
import { topicsOf } from './topics';

/** What terms need done that is too heavy for the extension host's thread. */
export class TermWork {
  private builtIn: Promise<readonly Concept[]> | undefined;
  private user: readonly Concept[] = [];
  private index: TermIndex | undefined;
  private builtInIndex: TermIndex | undefined;

  constructor(private readonly assets: Assets) {}

  /** Resolves when topics can be made. */
  async ready(): Promise<void> {
    this.index ??= await this.indexOf(this.user);
  }

  /** Takes the user's concepts in; topics made from here on know them. */
  setUserConcepts(concepts: readonly Concept[]): void {
    this.user = concepts;
    this.index = undefined;
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
   * Compiles the built-in glossary with the user's concepts over it.
   * @returns what `TermIndex` is made of, to be sent to where texts are searched
   */
  async compile(user: readonly Concept[]): Promise<TermTables> {
    return (await this.indexOf(user)).tables;
  }

  /** @returns the topics of a record's title and abstract; none before `ready` */
  topicsOf(record: CslItem): Topic[] {
    return this.index ? topicsOf({ title: record.title ?? '', abstract: record.abstract ?? '' }, this.index) : [];
  }

  /** @returns the glossary that ships with Casebook */
  builtInConcepts(): Promise<readonly Concept[]> {
    this.builtIn ??= this.assets.read('glossary.json').then((json) => JSON.parse(json ?? '[]') as Concept[]);
    return this.builtIn;
  }

  /** Most folders have no glossary: theirs is compiled once. */
  private async indexOf(user: readonly Concept[]): Promise<TermIndex> {
    const builtIn = await this.builtInConcepts();
    if (user.length > 0) return compileTermIndex(mergeTerminologies(builtIn, user));
    this.builtInIndex ??= compileTermIndex(builtIn);
    return this.builtInIndex;
  }
}
