import type { TextDocument } from 'vscode';
import { Disposable } from 'vscode';
import type { CitedKeys } from '../../core/citing/checks/citedKeys';
import type { Library } from '../../core/library/library';
import type { Note } from '../../core/notes/note';
import { type Problem, problem } from '../../core/problems/problem';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import type { NoteSources } from '../../platform/noteSources';
import { clashOf, type KeyRecord, nameOfRecord, recordsOfKeys } from '../../platform/recordsOfKeys';

/** What a citekey stands for. */
interface KeyState {
  readonly isKnown: boolean;
  /** The records of different works that have it. */
  readonly clash: readonly KeyRecord[];
}

/** Tells which citekeys of notes nothing is known of, and which stand for several works. Keys are asked for once, until records change. */
export class NoteKeys implements Disposable {
  private states = new WeakMap<TextDocument, { readonly front: string; readonly keys: Map<string, KeyState> }>();
  private readonly listening: Disposable;

  constructor(
    private readonly library: Library,
    private readonly bibliographies: Bibliographies,
    private readonly works: CitableWorks,
    private readonly cited: CitedKeys,
    private readonly sources: Pick<NoteSources, 'missing'>,
  ) {
    const forget = (): void => {
      this.states = new WeakMap();
    };
    this.listening = Disposable.from({ dispose: library.onDidChange(forget) }, bibliographies.onDidChange(forget));
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** @returns what is wrong with the keys of a note; nothing in a text that has nothing to cite from, where an `@` is a person's name */
  async problems(document: TextDocument, note: Note): Promise<Problem[]> {
    const keys = this.cited.of(note);
    if (keys.size === 0 || !(await this.canCite(document, note))) return [];
    const states = await this.look(document, note, keys);
    const cites = isPandocs(note) || [...keys].some((key) => states.get(key)?.isKnown);
    const isWrong = (key: string): boolean => !states.get(key)?.isKnown || (states.get(key)?.clash.length ?? 0) > 0;
    return this.cited.places(note, isWrong).flatMap(({ key, inText, start, end }): Problem[] => {
      const state = states.get(key);
      if (!state) return [];
      const span = { start, end };
      if (!state.isKnown) return cites || !inText ? [problem('citekey-unknown', 'warning', { key }, span)] : [];
      return [problem('citekey-ambiguous', 'warning', { key, places: state.clash.map(nameOfRecord).join(', ') }, span)];
    });
  }

  /** Whether there is anything that the note could cite. What is in a bibliography on the web, or on a disk that does not answer, isn't known. */
  async canCite(document: TextDocument, { frontMatter }: Note): Promise<boolean> {
    const named = frontMatter?.bibliography ?? [];
    if (named.some((path) => /^[a-z][a-z0-9+.-]+:/i.test(path))) return false;
    await this.works.loaded;
    if (named.length > 0 && (await this.sources.missing(document)).some(({ isSilent }) => isSilent)) return false;
    if (named.length > 0 || (frontMatter?.references.length ?? 0) > 0 || this.works.papers(document).length > 0) return true;
    return (await this.bibliographies.visibleTo(document)).length > 0;
  }

  private async look(document: TextDocument, note: Note, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, KeyState>> {
    const front = (note.frontMatter?.blocks ?? []).map(({ start, end }) => note.text.slice(start, end)).join('\n');
    let known = this.states.get(document);
    if (known?.front !== front) this.states.set(document, (known = { front, keys: new Map() }));
    const wanted = [...keys].filter((key) => !known.keys.has(key));
    const works = new Set((await this.works.keysKnown(document, wanted)));
    const records = await recordsOfKeys(wanted.filter((key) => works.has(key)), document, this.library, this.bibliographies);
    const inline = this.works.inlineKeys(document);
    for (const key of wanted) {
      // A record of the note's own goes before all others.
      known.keys.set(key, { isKnown: works.has(key), clash: inline.has(key) ? [] : clashOf(records.get(key) ?? []) });
    }
    return known.keys;
  }
}

/** Whether a text says of itself that it is one for citing. */
function isPandocs({ frontMatter }: Note): boolean {
  return frontMatter !== undefined && (frontMatter.bibliography.length > 0 || frontMatter.references.length > 0 || frontMatter.csl !== undefined);
}
