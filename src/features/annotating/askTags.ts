import { l10n, type QuickPickItem, window } from 'vscode';
import { tagsOf } from '../../core/annotating/annotation';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import { plainRow } from '../../platform/plainText';

interface TagRow extends QuickPickItem {
  readonly tag: string;
}

/**
 * Lets the user tick the tags of all annotations, and type new ones, with commas between.
 * @param ticked those that are set already
 * @returns undefined when the user wants no change
 */
export function askTags(annotations: PaperAnnotations, ticked: readonly string[]): Promise<string[] | undefined> {
  const known = new Set([...ticked, ...annotations.papers().flatMap((paper) => annotations.of(paper).flatMap(tagsOf)).sort((a, b) => a.localeCompare(b))]);
  const box = window.createQuickPick<TagRow>();
  const rows = [...known].map((tag): TagRow => ({ tag, label: plainRow(tag) }));
  const typed = (): string[] => box.value.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '' && !known.has(tag));
  const show = (selected: readonly string[]): void => {
    box.items = [...typed().map((tag): TagRow => ({ tag, label: `$(add) ${l10n.t('New tag "{0}"', plainRow(tag))}`, alwaysShow: true })), ...rows];
    box.selectedItems = box.items.filter(({ tag }) => selected.includes(tag));
  };
  box.title = l10n.t('Tags of the Annotation');
  box.placeholder = l10n.t('Tick tags, or type new ones, with commas between them');
  box.canSelectMany = true;
  show(ticked);
  box.onDidChangeValue(() => {
    const before = box.selectedItems.map(({ tag }) => tag);
    show([...before, ...typed()]);
  });
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      resolve(box.selectedItems.map(({ tag }) => tag));
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
