import * as fs from 'node:fs';
import { commands, type CompletionList, ConfigurationTarget, extensions, type Hover, Position, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';
import { Held, pause } from './held';

/** Runs in VS Code's extension host in a folder with a note of 1 MB and, where there is one, a terminology. */
export async function run(): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('No folder is open');
  const held = await Held.begin('note of 1 MB');
  await extensions.getExtension('casebook.casebook')?.activate();
  const terminology = Uri.joinPath(root, 'hp.json.gz');
  if (fs.existsSync(terminology.fsPath)) {
    await commands.executeCommand('casebook.addTerminology', { source: [terminology], name: 'hp', add: true });
    await held.tell('terminology added');
  }
  const document = await workspace.openTextDocument(Uri.joinPath(root, 'large.md'));
  const editor = await window.showTextDocument(document);
  await firstHover(document, held);
  await held.tell('opened, first hover');
  await commands.executeCommand('casebook.terms.focus');
  await workspace.getConfiguration('casebook').update('terms.underline', ['disorder', 'finding', 'anatomy', 'substance', 'procedure', 'other'], ConfigurationTarget.Workspace);
  await pause(3000);
  await held.tell('Terms view and underlines shown');
  await typeIn(editor, held);
  await held.tell('typing with Terms view and underlines');
  const words = [...document.getText().matchAll(/cancer|fever|tumou?r/g)].map(({ index }) => index + 2);
  await times(held, 'hover', 40, (round) => commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(words[round % words.length] ?? 0)));
  await held.tell('hovers');
  await times(held, 'completion', 40, (round) => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, new Position(1000, 3 + (round % 4))));
  await held.tell('completions');
  await times(held, 'highlights', 5, () => commands.executeCommand('vscode.executeDocumentHighlights', document.uri, document.positionAt(document.getText().indexOf('cancer') + 2)));
  await held.tell('highlights');
  await times(held, 'references', 3, () => commands.executeCommand('vscode.executeReferenceProvider', document.uri, document.positionAt(document.getText().indexOf('cancer') + 2)));
  await held.tell('references');
  held.end();
}

async function firstHover(document: TextDocument, held: Held): Promise<void> {
  const started = performance.now();
  const position = document.positionAt(document.getText().indexOf('cancer') + 2);
  for (;;) {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    if (hovers.length > 0) break;
    await pause(10);
  }
  held.report('first hover', performance.now() - started);
}

/** A word of letters, one edit each, in the middle of the note, as fast as a good typist. */
async function typeIn(editor: TextEditor, held: Held): Promise<void> {
  const line = Math.floor(editor.document.lineCount / 2);
  const all: number[] = [];
  for (const letter of 'Then a leukemoid reaction with fever came again. '.repeat(2)) {
    const started = performance.now();
    await editor.edit((builder) => builder.insert(new Position(line, editor.document.lineAt(line).text.length), letter));
    all.push(performance.now() - started);
    await pause(60);
  }
  tellTimes(held, 'edit', all);
}

async function times(held: Held, what: string, rounds: number, ask: (round: number) => Thenable<unknown>): Promise<void> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await ask(round);
    all.push(performance.now() - started);
  }
  tellTimes(held, what, all);
}

function tellTimes(held: Held, what: string, all: readonly number[]): void {
  const sorted = all.toSorted((a, b) => a - b);
  held.report(`${what}, median`, sorted[sorted.length >> 1] ?? Number.NaN);
  held.report(`${what}, longest`, sorted.at(-1) ?? Number.NaN);
}
