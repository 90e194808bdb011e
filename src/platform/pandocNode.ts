import { spawn } from 'node:child_process';
import type { Uri } from 'vscode';
import type { PandocOutcome } from './pandocOutcome';

/** As much of what pandoc says is kept (characters). */
const mostSaid = 20_000;

export const canRunPandoc = true;

/**
 * Runs an installed pandoc.
 * @param program its name or path
 * @param input what it reads
 * @param folder the folder that images and the like are looked for in
 */
export function runPandoc(program: string, args: readonly string[], input: string, folder: Uri | undefined): Promise<PandocOutcome> {
  return new Promise((resolve) => {
    const cwd = folder?.scheme === 'file' ? folder.fsPath : undefined;
    const child = spawn(program, [...args], { ...(cwd !== undefined && { cwd }), stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let said = '';
    const hear = (text: string): void => {
      if (said.length < mostSaid) said += text;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', () => resolve({ kind: 'missing' }));
    child.on('close', (code) => resolve(code === 0 ? { kind: 'done', said } : { kind: 'failed', said }));
    // One that ends before it has read everything says so by its code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
