import type { Concept } from './concept';
import { mergeTerminologies } from './mergeTerminologies';
import { compileTermIndex, type TermIndex } from './termIndex';

/** The user's concepts of one workspace folder, and the built-in ones, compiled for search; each compiled when first asked for. */
export class Terms {
  private builtIn: readonly Concept[] = [];
  private readonly user = new Map<string, readonly Concept[]>();
  private readonly compiled = new Map<string, CompiledTerms>();
  private readonly listeners = new Set<() => void>();

  setBuiltIn(concepts: readonly Concept[]): void {
    this.builtIn = concepts;
    this.changed();
  }

  /** @param folder the workspace folder whose glossary file holds the concepts */
  setUser(folder: string, concepts: readonly Concept[]): void {
    this.user.set(folder, concepts);
    this.changed();
  }

  /** @returns the user's concepts of all folders */
  allUser(): Concept[] {
    return [...this.user.values()].flat();
  }

  /** @param folder the workspace folder of a note; undefined for a note outside any */
  of(folder: string | undefined): CompiledTerms {
    const key = folder ?? '';
    let compiled = this.compiled.get(key);
    if (!compiled) {
      const concepts = mergeTerminologies(this.builtIn, this.user.get(key) ?? []);
      compiled = { index: compileTermIndex(concepts), byId: new Map(concepts.map((concept) => [concept.id, concept])) };
      this.compiled.set(key, compiled);
    }
    return compiled;
  }

  /** @returns a function that ends the listening */
  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    this.compiled.clear();
    for (const listener of this.listeners) listener();
  }
}

export interface CompiledTerms {
  readonly index: TermIndex;
  readonly byId: ReadonlyMap<string, Concept>;
}
