import {
  type CancellationToken, CodeAction, type CodeActionContext, CodeActionKind, type CodeActionProvider, type Diagnostic, l10n, type Range, type TextDocument, type Uri, WorkspaceEdit,
} from 'vscode';
import type { FixRequest } from '../../core/library/checks/fixEdits';
import type { PlacedFinding } from '../../core/library/checks/checkText';
import { fixTitle } from '../../core/problems/fixTitle';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { internalCommandIds } from '../../platform/ids';
import { today } from '../../platform/today';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** A quick fix whose edit is made once it is wanted. */
export class FixAction extends CodeAction {
  constructor(title: string, readonly document: TextDocument, readonly request: FixRequest) {
    super(title, CodeActionKind.QuickFix);
  }
}

/** Papers are CSL-YAML; the content tells what other bibliographies are. */
function formatOf({ uri }: TextDocument): string | undefined {
  return /\.ya?ml$/i.test(uri.path) ? 'csl-yaml' : undefined;
}

/** A title in small letters is a guess, and so is what a name in capitals was before. */
const guesses: ReadonlySet<string> = new Set(['title-capitals', 'journal-capitals', 'name-capitals']);

/** Quick fixes for what the checks of records found. */
export class CheckFixes implements CodeActionProvider<CodeAction> {
  constructor(
    private readonly findingsOf: (uri: Uri) => readonly PlacedFinding[],
    private readonly thread: WorkerThread<Work>,
  ) {}

  provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const all = this.findingsOf(document.uri);
    const here = all.filter(({ problem }) => problem.span && toRange(document, problem.span).intersection(range));
    const fixes = here.flatMap((finding) => this.fixesOf(finding, all, document, context));
    const codes = new Set(here.map(({ problem }) => problem.code));
    return [...fixes, ...[...codes].map((code) => turnOff(code, document, context))];
  }

  async resolveCodeAction(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    if (!(action instanceof FixAction)) return action;
    const { document, request } = action;
    const { version } = document;
    const edits = await (await this.thread.get()).library.fixEdits(document.getText(), formatOf(document), request);
    // Typed meanwhile: the edits are for another text.
    if (token.isCancellationRequested || document.version !== version) return action;
    action.edit = new WorkspaceEdit();
    for (const { span, newText } of edits) action.edit.replace(document.uri, toRange(document, span), newText);
    return action;
  }

  private fixesOf({ problem, key, variable, fix }: PlacedFinding, all: readonly PlacedFinding[], document: TextDocument, context: CodeActionContext): CodeAction[] {
    if (!fix) return [];
    const { code, span } = problem;
    const diagnostics = ofCode(code, context);
    const one = new FixAction(fixTitle(fix.title, (words, values) => l10n.t(words, values)), document, { code, today: today(), only: { key, variable, ...(span && { near: span }) } });
    one.diagnostics = diagnostics;
    one.isPreferred = !guesses.has(code);
    const alike = all.filter((other) => other.problem.code === code && other.fix).length;
    if (alike < 2) return [one];
    const every = new FixAction(l10n.t('Fix all {0} of this kind in the file', alike), document, { code, today: today() });
    every.diagnostics = diagnostics;
    return [one, every];
  }
}

function turnOff(code: string, document: TextDocument, context: CodeActionContext): CodeAction {
  const action = new CodeAction(l10n.t('Turn off this check ({0})', code), CodeActionKind.QuickFix);
  action.command = { command: internalCommandIds.turnOffCheck, title: action.title, arguments: [code, document.uri.toString()] };
  action.diagnostics = ofCode(code, context);
  return action;
}

function ofCode(code: string, { diagnostics }: CodeActionContext): Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.source === 'Casebook' && diagnostic.code === code);
}
