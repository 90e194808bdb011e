import type { Disposable} from 'vscode';
import { commands, l10n, type Memento, type QuickPickItem, type TreeView, window } from 'vscode';
import { contextKeys, viewIds } from '../../platform/ids';
import { type AnnotationGrouping, annotationGroupings, type AnnotationRow } from './annotationNodes';
import type { AnnotationsTree } from './annotationsTree';

const groupingKey = 'annotating.grouping';

/** The Annotations view, with what is remembered of how it is arranged. */
export class AnnotationsView implements Disposable {
  private readonly view: TreeView<AnnotationRow>;
  private filter = '';

  constructor(
    private readonly tree: AnnotationsTree,
    private readonly state: Memento,
  ) {
    this.view = window.createTreeView(viewIds.annotations, { treeDataProvider: tree, showCollapseAll: true });
  }

  /** Shows those alone that have some words; typing filters at once. */
  askFilter(): void {
    const box = window.createInputBox();
    box.title = l10n.t('Filter Annotations');
    box.placeholder = l10n.t('Words of the quote, the comment, a #tag, a meaning or a citekey');
    box.value = this.filter;
    box.onDidChangeValue((value) => void this.show(value));
    box.onDidAccept(() => box.hide());
    box.onDidHide(() => box.dispose());
    box.show();
  }

  async show(filter: string): Promise<void> {
    this.filter = filter.trim();
    this.tree.arrange(this.filter, groupingIn(this.state));
    this.view.message = this.filter === '' ? undefined : l10n.t('Filtered by: {0}', this.filter);
    await commands.executeCommand('setContext', contextKeys.annotationsFiltered, this.filter !== '');
  }

  /** @param given what to group by, where it is not to be asked for */
  async group(given: unknown): Promise<void> {
    const rows: (QuickPickItem & { readonly grouping: AnnotationGrouping })[] = [
      { grouping: 'paper', label: l10n.t('Paper') },
      { grouping: 'meaning', label: l10n.t('Meaning') },
      { grouping: 'tag', label: l10n.t('Tag') },
    ];
    const grouping = annotationGroupings.find((one) => one === given) ?? (await window.showQuickPick(rows, { title: l10n.t('Group Annotations By') }))?.grouping;
    if (!grouping) return;
    await this.state.update(groupingKey, grouping);
    this.tree.arrange(this.filter, grouping);
  }

  dispose(): void {
    this.view.dispose();
  }
}

export function groupingIn(state: Memento): AnnotationGrouping {
  const kept = state.get(groupingKey);
  return annotationGroupings.find((one) => one === kept) ?? 'paper';
}
