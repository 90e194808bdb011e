import { Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { BranchConcept } from '../../core/terms/terminologies/terminologyConcepts';
import type { Log } from '../../platform/log';
import { plainRow } from '../../platform/plainText';

/** More rows than this nobody reads. */
const rowsShown = 50;

/** Typing settles for this long (ms) before concepts are searched for. */
const typingPause = 80;

interface BranchRow extends QuickPickItem {
  readonly concept: BranchConcept;
}

/**
 * Lets the user find the concept at the top of a branch.
 * @param name the terminology's
 */
export function chooseBranch(name: string, find: (query: string, most: number) => Promise<readonly BranchConcept[]>, log: Log): Promise<BranchConcept | undefined> {
  const pick = window.createQuickPick<BranchRow>();
  pick.title = l10n.t('Add Branch of {0}', name);
  pick.placeholder = l10n.t('A name or an id: what is below it counts, and nothing else');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const search = async (): Promise<void> => {
    const own = ++turn;
    pick.busy = true;
    const found = await find(pick.value, rowsShown);
    // A slower, older answer never takes the place of a newer one.
    if (own !== turn) return;
    pick.busy = false;
    pick.items = found.map(rowOf);
  };
  const guarded = log.guard(l10n.t('Concepts could not be searched'), search);
  return new Promise((resolve) => {
    const listening = Disposable.from(
      pick.onDidChangeValue(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void guarded(), typingPause);
      }),
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]?.concept);
        pick.hide();
      }),
      pick.onDidHide(() => {
        clearTimeout(timer);
        listening.dispose();
        pick.dispose();
        resolve(undefined);
      }),
    );
    pick.show();
  });
}

/** `alwaysShow`, because VS Code would look for what was typed in the label alone. */
function rowOf(concept: BranchConcept): BranchRow {
  const below = concept.below === undefined ? '' : concept.below === 1 ? l10n.t('1 concept below') : l10n.t('{0} concepts below', concept.below.toLocaleString());
  return { label: plainRow(concept.name), description: plainRow(concept.id), detail: below, alwaysShow: true, concept };
}
