import { commands, Disposable, type TextEditor, window } from 'vscode';
import { isNote } from '../../platform/notes';
import type { CiteCompletions } from './citeCompletions';

/** Milliseconds after the start in which a key may be typed that nobody has been asked about. */
const startTime = 10_000;

/**
 * Asks for the list of works where a citekey is typed while the extension is being started: VS Code asks those who are there at
 * the `@`, and not again. Once is enough, since from then on it knows whom to ask.
 */
export function earlyTyping(completions: Pick<CiteCompletions, 'isTypingKey'>): Disposable {
  const listening: Disposable[] = [];
  const stop = (): void => Disposable.from(...listening.splice(0)).dispose();
  const look = (editor: TextEditor | undefined): void => {
    const isTyped = editor !== undefined && isNote(editor.document) && editor.document.version > 1;
    if (!isTyped || !completions.isTypingKey(editor.document, editor.selection.active)) return;
    stop();
    void commands.executeCommand('editor.action.triggerSuggest');
  };
  const timer = setTimeout(stop, startTime);
  listening.push(
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
    window.onDidChangeActiveTextEditor(look),
  );
  look(window.activeTextEditor);
  return { dispose: stop };
}
