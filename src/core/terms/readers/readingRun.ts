import type { Problem } from '../../problems/problem';
import { ConceptGate } from './conceptGate';
import type { ConceptSink } from './conceptSink';
import { type Line, ProblemLog } from './problemLog';
import type { TerminologyHead } from './terminologyHead';
import type { TerminologyPart } from './terminologyPart';
import type { ReadOptions } from './readTerminology';

type HeadDraft = { -readonly [Key in keyof TerminologyHead]?: TerminologyHead[Key] | undefined };

/** One reading of a terminology: what every reader of a format needs beside the bytes. */
export class ReadingRun {
  readonly log = new ProblemLog();
  readonly gate: ConceptGate;
  /** What the file says of itself; readers fill in what they find. */
  readonly head: HeadDraft = {};
  /** Names of the files that the parts come from, archives and paths in them too, which may tell the version. */
  readonly fileNames: string[] = [];
  private read = 0;
  private reported = 0;
  private total = 0;
  /** 0 until reading begins: to find out what a file is takes next to nothing. */
  private passes = 0;

  constructor(
    readonly options: ReadOptions,
    sink: ConceptSink,
  ) {
    this.gate = new ConceptGate(sink, this.log);
  }

  get isCancelled(): boolean {
    return this.options.signal?.aborted === true;
  }

  tell(problem: Problem, part?: string, line?: Line): void {
    this.log.tell(problem, part, line);
  }

  /** Says that reading begins, and how often the bytes will be read, so that progress goes to their number and no further. */
  begin(passes: number): void {
    this.passes = passes;
  }

  /** Reads for the first of several times: what is wrong is told when it is read again. */
  async outline(read: () => Promise<void>): Promise<void> {
    this.log.isSilent = true;
    await read();
    this.log.isSilent = false;
  }

  /** A part whose bytes count as progress, and end where reading is broken off. */
  counted(part: TerminologyPart): TerminologyPart {
    this.total += part.size ?? Number.POSITIVE_INFINITY;
    return { ...part, open: (from) => this.countedBytes(part.open(from)) };
  }

  private async *countedBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (this.isCancelled) return;
      yield chunk;
      if (this.passes === 0) continue;
      this.read += chunk.length;
      // What is damaged may be read once more.
      const all = Math.min(this.total, Math.floor(this.read / this.passes));
      if (all <= this.reported) continue;
      this.reported = all;
      this.options.onProgress?.(all);
    }
  }
}
