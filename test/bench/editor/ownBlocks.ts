import { type Profiler, Session } from 'node:inspector/promises';
import type { Waiting } from './waiting';

/** How many of a block's functions are named. */
const named = 4;
/** V8 counts these to no function; they go on with what was running. */
const betweenCalls = new Set(['(garbage collector)', '(program)']);

/** A time without a pause in which one program held a thread. */
export interface OwnBlock {
  readonly milliseconds: number;
  /** Where most of it was spent. */
  readonly where: string;
}

/** Finds out for how long Casebook's own code held a thread that other extensions use too: a profile tells whose it is. */
export class OwnBlocks {
  private readonly session = new Session();

  /**
   * @param bundle the end of the address of Casebook's script
   * @param waiting tells what other programs held the processor for, which does not count
   */
  constructor(
    private readonly bundle: string,
    private readonly waiting: Waiting,
  ) {
    this.session.connect();
  }

  async start(): Promise<void> {
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.start');
  }

  /** @returns the longest time without a pause, since the last call, in which Casebook's code or what it called ran */
  async take(): Promise<OwnBlock> {
    const { profile } = await this.session.post('Profiler.stop');
    await this.session.post('Profiler.start');
    const longest = this.runs(profile).sort((a, b) => b.milliseconds - a.milliseconds)[0];
    this.waiting.forget();
    return longest ?? { milliseconds: 0, where: '' };
  }

  stop(): void {
    this.session.disconnect();
  }

  private runs(profile: Profiler.Profile): OwnBlock[] {
    const own = this.ownNodes(profile);
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const runs: OwnBlock[] = [];
    let run: { node: number; from: number; to: number }[] = [];
    const end = (): void => {
      const [first, last] = [run[0], run.at(-1)];
      if (first && last) runs.push({ milliseconds: Math.max(0, last.to - first.from - this.waiting.between(first.from, last.to)), where: places(run, nodes) });
      run = [];
    };
    let at = profile.startTime / 1000;
    for (const [index, node] of (profile.samples ?? []).entries()) {
      const from = at;
      at += (profile.timeDeltas?.[index] ?? 0) / 1000;
      const goesOn = own.has(node) || (run.length > 0 && betweenCalls.has(nodes.get(node)?.callFrame.functionName ?? ''));
      if (goesOn) run.push({ node, from, to: at });
      else end();
    }
    end();
    return runs;
  }

  /** The calls that are Casebook's, or that lie below one that is. */
  private ownNodes({ nodes }: Profiler.Profile): Set<number> {
    const own = new Set<number>();
    for (const { id, callFrame, children } of nodes) {
      // A caller stands before what it calls.
      if (callFrame.url.endsWith(this.bundle)) own.add(id);
      if (own.has(id)) for (const child of children ?? []) own.add(child);
    }
    return own;
  }
}

function places(run: readonly { readonly node: number; readonly from: number; readonly to: number }[], nodes: ReadonlyMap<number, Profiler.ProfileNode>): string {
  const times = new Map<string, number>();
  for (const { node, from, to } of run) {
    const { functionName, lineNumber } = nodes.get(node)?.callFrame ?? { functionName: '', lineNumber: 0 };
    const name = `${functionName || '(anonymous)'}:${lineNumber + 1}`;
    times.set(name, (times.get(name) ?? 0) + to - from);
  }
  const most = [...times].sort((a, b) => b[1] - a[1]).slice(0, named);
  return most.map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(0)}`).join(', ');
}
