import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, workspace } from 'vscode';
import type { RowOrder } from '../../core/library/bibliography/row';
import type { OpenBibliography } from '../../platform/openBibliography';
import { nameOf } from './findPapers';
import { beginning, rangeLabel } from './rangeLabel';
import type { RangeNode, RecordNode, SourceNode } from './sourceNodes';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** @param filtered whether a filter shows some of its records only: then they are shown at once */
export function sourceItem({ bibliography }: SourceNode, filtered: boolean): TreeItem {
  const { state, uri } = bibliography;
  const words = stateWords(bibliography);
  const item = new TreeItem(nameOf(uri), state.kind !== 'ready' ? None : filtered ? Expanded : Collapsed);
  item.description = words;
  item.resourceUri = uri;
  item.iconPath = iconOf(bibliography);
  item.contextValue = state.kind === 'gone' ? 'missing' : 'source';
  const told = state.kind !== 'ready' ? words : state.count === 1 ? l10n.t('1 record') : l10n.t('{0} records', words);
  item.tooltip = [workspace.asRelativePath(uri), told, namedBy(bibliography)].join('\n');
  item.accessibilityInformation = { label: [nameOf(uri), l10n.t('bibliography'), told].join(', ') };
  return item;
}

/** A range is named by what its first and last record have that the tree is sorted by. */
export function rangeItem({ first, last, count }: RangeNode, order: RowOrder): TreeItem {
  const name = (row: RangeNode['first']): string => ({ author: row.names, year: row.year, title: row.title, file: row.key })[order] || row.key;
  const [from, to] = [beginning(name(first)), beginning(name(last))];
  const item = new TreeItem(rangeLabel(name(first), name(last)), Collapsed);
  item.description = count.toLocaleString();
  item.iconPath = new ThemeIcon('folder');
  item.contextValue = 'range';
  item.accessibilityInformation = { label: l10n.t('{0} to {1}, {2} records', from, to, count) };
  return item;
}

export function recordItem(node: RecordNode): TreeItem {
  const { names, year, title, key } = node.row;
  const label = [names, year].filter(Boolean).join(' ') || key;
  const item = new TreeItem(label, Collapsed);
  item.description = title;
  item.iconPath = new ThemeIcon('bookmark');
  item.contextValue = 'record';
  item.tooltip = [title, [names, year].filter(Boolean).join(' '), node.row.container, `@${key}`].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [label, title].filter(Boolean).join(', ') };
  return item;
}

function stateWords(bibliography: OpenBibliography): string {
  const { state } = bibliography;
  switch (state.kind) {
    case 'reading':
      return l10n.t('being read…');
    case 'ready':
      return state.count.toLocaleString();
    case 'gone':
      return l10n.t('not found');
    case 'stopped':
      return l10n.t('reading was stopped');
    case 'failed':
      return l10n.t('cannot be read: {0}', state.detail);
  }
}

function iconOf({ state }: OpenBibliography): ThemeIcon {
  if (state.kind === 'reading') return new ThemeIcon('loading~spin');
  return state.kind === 'ready' ? new ThemeIcon('library') : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
}

function namedBy(bibliography: OpenBibliography): string {
  const names = bibliography.namedBy.map((uri) => workspace.asRelativePath(uri));
  if (names.length === 0) return l10n.t('Named by the setting {0}', 'casebook.library.bibliographies');
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? l10n.t('Named by {0} and {1} others', shown, names.length - 5) : l10n.t('Named by {0}', shown);
}
