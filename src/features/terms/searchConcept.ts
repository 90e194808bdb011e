import { l10n, window } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import { UserError } from '../../platform/log';
import { type ConceptAction, pickConcept } from './conceptPicker';
import type { ConceptPages } from './conceptPages';
import type { TermDefiner } from './defineTerm';
import { folderAtHand } from './folderAtHand';
import type { NoteTerms } from './noteTerms';

/**
 * Finds a concept among all terms of the folder, and opens its page.
 * @param query what is looked for at first
 */
export async function searchConcept(
  terms: NoteTerms,
  { pages, definer, query }: { readonly pages: ConceptPages; readonly definer: TermDefiner; readonly query: unknown },
): Promise<void> {
  const folder = folderAtHand(terms);
  const concept = await pickConcept({
    title: l10n.t('Search Concept'),
    query: typeof query === 'string' ? query : selectedWords(),
    actions: [insertName, defineIn(definer)],
    search: (words, most) => terms.search(folder, words, most),
    labelOf: (terminology) => terms.labelOf(terminology),
  });
  if (concept) await pages.open(concept, folder);
}

/** A selection of a few words is most likely the name that is looked for. */
function selectedWords(): string {
  const editor = window.activeTextEditor;
  const words = editor?.document.getText(editor.selection) ?? '';
  return words.length <= longestName && !/[\r\n]/.test(words) ? words.trim() : '';
}

const longestName = 80;

const insertName: ConceptAction = {
  icon: 'insert',
  title: l10n.t('Insert Name'),
  async run({ name }: Concept) {
    const done = await window.activeTextEditor?.edit((builder) => {
      for (const selection of window.activeTextEditor?.selections ?? []) builder.replace(selection, name);
    });
    if (!done) throw new UserError(l10n.t('Open a note first: the name is inserted at its cursor.'));
  },
};

function defineIn(definer: TermDefiner): ConceptAction {
  return { icon: 'edit', title: l10n.t('Define in Your Glossary'), run: ({ id, name }) => definer.define({ name, meaning: id }) };
}
