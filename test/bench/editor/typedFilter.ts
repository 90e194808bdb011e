import { commands } from 'vscode';
import { pause } from './held';

/** Types filters letter by letter, about as fast as people do. */
export async function typeFilters(filters: readonly string[]): Promise<void> {
  for (const words of filters) {
    for (let length = 1; length <= words.length; length += 1) {
      await commands.executeCommand('casebook.filterPapers', words.slice(0, length));
      await pause(100);
    }
    await commands.executeCommand('casebook.clearFilter');
    await pause(300);
  }
}
