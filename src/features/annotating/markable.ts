import { commands, Disposable, window } from 'vscode';
import { contextKeys } from '../../platform/ids';
import type { PaperAnnotations } from '../../platform/paperAnnotations';

/** Tells menus and keys whether words can be marked in the active editor. */
export function followMarkable(annotations: PaperAnnotations): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const markable = uri !== undefined && annotations.sourceAt(uri) !== undefined;
    if (markable === told) return;
    told = markable;
    void commands.executeCommand('setContext', contextKeys.markable, markable);
  };
  tell();
  return Disposable.from(window.onDidChangeActiveTextEditor(tell), annotations.onDidChange(tell));
}
