import { commands, type Disposable, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { typedNames } from '../../core/terms/typedNames';
import type { Settings } from '../../platform/settings';
import type { NoteTerms } from './noteTerms';
import type { TermCompletions } from './termCompletions';

/** The letter of a word that completions come with. Who does not want them then is not asked again in that word. */
const lettersTyped = 3;

/** Whole words that terms happen to begin with as well. */
const commonWords = new Set('all and any are bed but can did few for had has her him his how its led low may men new nor not now old one our out own per put run saw set she ten the two use via was way who yet you'.split(' '));

/**
 * Asks for completions while one types, where the setting wants it and a term begins so. In Markdown VS Code does not ask by
 * itself.
 */
export function completeWhileTyping(terms: NoteTerms, completions: TermCompletions, settings: Settings): Disposable {
  return workspace.onDidChangeTextDocument((event) => void typed(event, { terms, completions, settings }));
}

async function typed(
  { document, contentChanges, reason }: TextDocumentChangeEvent,
  { terms, completions, settings }: { terms: NoteTerms; completions: TermCompletions; settings: Settings },
): Promise<void> {
  const [change] = contentChanges;
  if (!change || contentChanges.length > 1 || reason !== undefined || change.rangeLength > 0 || !/^\p{L}$/u.test(change.text)) return;
  if (window.activeTextEditor?.document !== document || settings.termsCompletion(document) !== 'whileTyping' || !terms.explains(document)) return;
  const position = change.range.start.translate(0, change.text.length);
  const word = typedNames(document.lineAt(position).text.slice(0, position.character)).at(-1);
  if (word?.length !== lettersTyped || commonWords.has(word.toLowerCase()) || !completions.isProse(document, position)) return;
  const { version } = document;
  const found = await terms.beginning(terms.folderOf(document), word, 1);
  if (found.length > 0 && document.version === version) await commands.executeCommand('editor.action.triggerSuggest');
}
