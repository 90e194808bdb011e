import { type CodeAction, type CodeActionContext, type CodeActionProvider, l10n, type Range, type TextDocument } from 'vscode';
import { internalCommandIds } from '../../platform/ids';
import type { Notes } from '../../platform/notes';
import { commandFix } from './quickFix';

/** What VS Code's own check of Markdown calls a link without a definition; it takes `[@key]` for one. */
const noDefinition = 'link.no-such-reference';

/** Where VS Code takes a citation for a link without a definition, offers the setting that ends that. */
export class LinkDefinitionFix implements CodeActionProvider {
  constructor(private readonly notes: Notes) {}

  provideCodeActions(document: TextDocument, _: Range, context: CodeActionContext): CodeAction[] {
    const wrong = context.diagnostics.filter(({ code, range }) => codeOf(code) === noDefinition && this.isCitation(document, range));
    if (wrong.length === 0) return [];
    return [commandFix(l10n.t('This is a citation: turn off VS Code’s check of link definitions'), internalCommandIds.quietenLinkCheck, [document.uri.toString()], wrong)];
  }

  private isCitation(document: TextDocument, range: Range): boolean {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return this.notes.of(document).citationsIn(start, end).some(({ span }) => span.start < end && start < span.end);
  }
}

function codeOf(code: CodeActionContext['diagnostics'][number]['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}
