import { commands, Disposable, window } from 'vscode';
import { contextKeys } from '../../platform/ids';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';

/** Tells menus and keys whether words can be marked in the active editor. */
export function followMarkable(annotations: PaperAnnotations, texts: PaperTexts): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const document = window.activeTextEditor?.document;
    const markable = document !== undefined && texts.has(document);
    if (markable === told) return;
    told = markable;
    void commands.executeCommand('setContext', contextKeys.markable, markable);
  };
  tell();
  return Disposable.from(window.onDidChangeActiveTextEditor(tell), annotations.onDidChange(tell));
}
