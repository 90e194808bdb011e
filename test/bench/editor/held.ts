import * as path from 'node:path';
import { extensions } from 'vscode';
import { Blocks } from './blocks';
import { figureLine } from './figureLine';
import { OwnBlocks } from './ownBlocks';
import { Waiting } from './waiting';

/** Of a block longer than this (ms) is told where it is. */
const told = 20;
/** VS Code starts for some seconds (ms) more after it calls us, and what it does then is not ours. */
const settling = 5000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tells for how long the extension host was held without a pause, by anyone and by Casebook, and prints other figures too. */
export class Held {
  private readonly waiting = new Waiting();
  private readonly blocks = new Blocks(this.waiting);
  private readonly own: OwnBlocks;

  private constructor(private readonly name: string) {
    const extension = extensions.getExtension('casebook.casebook');
    this.own = new OwnBlocks(path.join(path.basename(extension?.extensionPath ?? ''), 'dist', 'node', 'extension.js'), this.waiting);
  }

  /** @param name what all figures begin with */
  static async begin(name: string): Promise<Held> {
    await pause(settling);
    const held = new Held(name);
    await held.own.start();
    await pause(500);
    await held.tell('before it starts');
    return held;
  }

  report(what: string, milliseconds: number): void {
    console.log(figureLine(`${this.name}: ${what}`, milliseconds));
  }

  /** Prints the longest times since the last call. */
  async tell(when: string): Promise<void> {
    this.report(`longest block by anyone, ${when}`, this.blocks.take());
    const { milliseconds, where } = await this.own.take();
    this.report(`longest block by Casebook, ${when}${milliseconds > told ? ` (${where})` : ''}`, milliseconds);
    this.blocks.take(); // reading the profile held the thread too
  }

  end(): void {
    this.blocks.stop();
    this.own.stop();
  }
}
