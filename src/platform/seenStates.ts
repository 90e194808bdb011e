import { type Memento, type Uri, workspace } from 'vscode';

/** An annotation's words are elsewhere, which is to be confirmed, or are not found. */
export type SeenState = 'moved' | 'orphaned';

interface Seen {
  readonly states: ReadonlyMap<string, SeenState>;
  /** What the file was then; undefined while that is asked for. */
  stamp: string | undefined;
  /** Whether the file is still that. */
  isSure: boolean;
}

const key = 'annotating.seenStates';

/** How annotations stood in their files when somebody looked last. It is known on after a restart, as long as the file is the same. */
export class SeenStates {
  private readonly known: Map<string, Seen>;
  private readonly checked = new Set<string>();

  /**
   * @param memory where it is kept
   * @param onChange told when something is known, or not any more
   */
  constructor(
    private readonly memory: Memento,
    private readonly onChange: () => void,
  ) {
    const kept = memory.get<Readonly<Record<string, { readonly stamp: string; readonly states: readonly (readonly [string, SeenState])[] }>>>(key, {});
    this.known = new Map(Object.entries(kept).map(([name, { stamp, states }]) => [name, { stamp, states: new Map(states), isSure: false }]));
  }

  /** Takes in which annotations on a file are not where they were. */
  tell(file: Uri, states: ReadonlyMap<string, SeenState>): void {
    const name = file.toString();
    const before = this.known.get(name);
    const seen: Seen = { states, stamp: undefined, isSure: true };
    this.checked.add(name);
    this.known.set(name, seen);
    void stampOf(file).then((stamp) => {
      seen.stamp = stamp;
      return this.save();
    });
    if (!areSame(before?.isSure ? before.states : new Map(), states)) this.onChange();
  }

  /** @returns how the annotations on a file stand that are not where they were; undefined where nobody has looked since it changed */
  of(file: Uri): ReadonlyMap<string, SeenState> | undefined {
    const name = file.toString();
    const seen = this.known.get(name);
    if (seen && !this.checked.has(name)) {
      this.checked.add(name);
      void this.check(file, seen);
    }
    return seen?.isSure ? seen.states : undefined;
  }

  /** Looks anew whether files are the same, as they are asked about. */
  doubt(): void {
    this.checked.clear();
  }

  private async check(file: Uri, seen: Seen): Promise<void> {
    const stamp = await stampOf(file);
    if (this.known.get(file.toString()) !== seen || seen.stamp === undefined) return;
    const isSame = stamp === seen.stamp;
    if (isSame && seen.isSure) return;
    if (isSame) seen.isSure = true;
    else {
      this.known.delete(file.toString());
      await this.save();
    }
    this.onChange();
  }

  private async save(): Promise<void> {
    const kept = [...this.known].filter(([, { stamp, states }]) => stamp !== undefined && states.size > 0);
    await this.memory.update(key, Object.fromEntries(kept.map(([name, { stamp, states }]) => [name, { stamp, states: [...states] }])));
  }
}

function areSame(one: ReadonlyMap<string, SeenState>, other: ReadonlyMap<string, SeenState>): boolean {
  return one.size === other.size && [...one].every(([id, state]) => other.get(id) === state);
}

async function stampOf(file: Uri): Promise<string | undefined> {
  return workspace.fs.stat(file).then(({ mtime, size }) => `${mtime} ${size}`, () => undefined);
}
