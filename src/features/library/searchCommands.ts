import { commands, Disposable, l10n, window } from 'vscode';
import type { SavedSearch } from '../../core/library/savedSearch';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import type { Arrangement } from './arrangement';
import type { SavedSearches } from './savedSearches';

/** Saving, editing, renaming and removing the searches that the Papers view shows as folders. */
export function registerSearchCommands(needs: { searches: SavedSearches; arrangement: Arrangement; log: Log }): Disposable {
  const { searches, arrangement, log } = needs;
  return Disposable.from(
    commands.registerCommand(
      commandIds.saveSearch,
      log.guard(l10n.t('The search could not be saved'), (answers?: Partial<SavedSearch>) => save(searches, arrangement, answers)),
    ),
    commands.registerCommand(
      commandIds.editSearch,
      log.guard(l10n.t('The search could not be changed'), (row: unknown, _rows: unknown, newQuery?: string) => edit(searches, searchOf(row), newQuery)),
    ),
    commands.registerCommand(
      commandIds.renameSearch,
      log.guard(l10n.t('The search could not be renamed'), (row: unknown, _rows: unknown, newName?: string) => rename(searches, searchOf(row), newName)),
    ),
    commands.registerCommand(
      commandIds.removeSearch,
      log.guard(l10n.t('The search could not be removed'), (row: unknown) => searches.remove(searchOf(row).name)),
    ),
  );
}

/** @param answers what the user would be asked, for key bindings and tests that know it */
async function save(searches: SavedSearches, arrangement: Arrangement, answers: Partial<SavedSearch> = {}): Promise<void> {
  const query = answers.query ?? (arrangement.filter || (await askQuery(l10n.t('Save Search'))));
  if (!query) return;
  const name = answers.name ?? (await askName(query, l10n.t('Save Search'), (value) => searches.has(value)));
  if (name) await searches.save({ name, query });
}

async function edit(searches: SavedSearches, { name, query }: SavedSearch, answer?: string): Promise<void> {
  const newQuery = answer ?? (await askQuery(l10n.t('Edit Search'), query));
  if (newQuery) await searches.save({ name, query: newQuery });
}

async function rename(searches: SavedSearches, { name }: SavedSearch, answer?: string): Promise<void> {
  const isTaken = (value: string): boolean => value.toLowerCase() !== name.toLowerCase() && searches.has(value);
  const newName = answer ?? (await askName(name, l10n.t('Rename Search'), isTaken));
  if (!newName || newName === name) return;
  if (isTaken(newName)) throw new UserError(l10n.t('There is a search "{0}" already.', newName));
  await searches.rename(name, newName);
}

async function askQuery(title: string, value = ''): Promise<string | undefined> {
  const query = await window.showInputBox({
    title,
    value,
    prompt: l10n.t('What the papers must have'),
    placeHolder: 'author:chen year:1990-2000 tag:methods status:unread has:pdf -review',
  });
  return query?.trim();
}

async function askName(value: string, title: string, isTaken: (value: string) => boolean): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    prompt: l10n.t('The name of the search in the Papers view'),
    value,
    validateInput: (typed) => (isTaken(typed.trim()) ? l10n.t('There is a search "{0}" already.', typed.trim()) : undefined),
  });
  return name?.trim();
}

function searchOf(row: unknown): SavedSearch {
  const search = (row as { search?: SavedSearch } | undefined)?.search;
  if (!search) throw new UserError(l10n.t('Choose a search in the Papers view first.'));
  return search;
}
