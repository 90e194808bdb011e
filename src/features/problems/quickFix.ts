import type { Range} from 'vscode';
import { CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic, type TextDocument, WorkspaceEdit } from 'vscode';
import type { TextEdit } from '../../core/library/edit/textEdit';
import { toRange } from '../../platform/convert';

/** @returns a quick fix that edits the document */
export function editFix(title: string, document: TextDocument, edits: readonly TextEdit[], diagnostics: readonly Diagnostic[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  for (const { span, newText } of edits) action.edit.replace(document.uri, toRange(document, span), newText);
  action.diagnostics = [...diagnostics];
  return action;
}

/** @returns a quick fix that runs a command */
export function commandFix(title: string, command: string, args: readonly unknown[], diagnostics: readonly Diagnostic[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  action.diagnostics = [...diagnostics];
  return action;
}

/** @returns Casebook's problems of a code that are asked about */
export function ofCode(code: string, { diagnostics }: CodeActionContext, range?: Range): Diagnostic[] {
  return diagnostics.filter((one) => one.source === 'Casebook' && one.code === code && (!range || one.range.intersection(range)));
}
