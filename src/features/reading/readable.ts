import { commands, Disposable, window } from 'vscode';
import { isMarkupText } from '../../core/reading/fullText';
import { contextKeys } from '../../platform/ids';
import type { PaperAnnotations } from '../../platform/paperAnnotations';

/** Tells the editor's title whether its file can be read without its markup: HTML or XML beside a paper. */
export function followReadable(annotations: PaperAnnotations): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const readable = uri !== undefined && isMarkupText(uri.path) && annotations.sourceAt(uri) !== undefined;
    if (readable === told) return;
    told = readable;
    void commands.executeCommand('setContext', contextKeys.readable, readable);
  };
  tell();
  return Disposable.from(window.onDidChangeActiveTextEditor(tell), annotations.onDidChange(tell));
}
