import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { PaperGrouping } from '../../core/library/arrange';
import { authorLabel, yearOf } from '../../core/library/display';
import type { Library, LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import { nameOf } from './findPapers';
import type { FactNode, GroupNode, Node, PaperNode, UnreadableNode } from './paperNodes';
import { paperProblems } from './paperProblems';

const { Collapsed, None } = TreeItemCollapsibleState;

/** @returns how a row looks and sounds, but for a paper's tooltip */
export function treeItem(node: Node, library: Library, grouping: PaperGrouping): TreeItem {
  const item = {
    group: () => groupItem(node as GroupNode, grouping),
    paper: () => paperItem(node as PaperNode, library),
    fact: () => factItem(node as FactNode),
    unreadable: () => unreadableItem(node as UnreadableNode),
  }[node.kind]();
  item.id = node.id;
  return item;
}

/** @returns a paper's name in lists: `Chen et al. 1995` */
export function paperLabel({ record }: Pick<LibraryPaper, 'record'>): string {
  return [authorLabel(record), yearOf(record)].filter(Boolean).join(' ') || record.id;
}

function groupItem({ label, papers }: GroupNode, grouping: PaperGrouping): TreeItem {
  const item = new TreeItem(label || unnamed(grouping), Collapsed);
  item.description = String(papers.length);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: l10n.t('{0}, {1} papers', item.label as string, papers.length) };
  return item;
}

function unnamed(grouping: PaperGrouping): string {
  return {
    none: '',
    author: l10n.t('No author'),
    year: l10n.t('No year'),
    journal: l10n.t('No journal'),
    subject: l10n.t('No subject area'),
  }[grouping];
}

function paperItem({ paper }: PaperNode, library: Library): TreeItem {
  const label = paperLabel(paper);
  const title = plainTitle(paper.record.title ?? '');
  const { words, severity } = paperProblems(paper, library);
  const item = new TreeItem(label, Collapsed);
  item.description = [words, title].filter(Boolean).join(' · ');
  item.contextValue = 'paper';
  item.iconPath = severity ? problemIcon(severity) : new ThemeIcon('book');
  item.accessibilityInformation = { label: [label, title, words].filter(Boolean).join(', ') };
  return item;
}

function factItem({ label, description, tooltip, spoken, icon, facts, opens }: FactNode): TreeItem {
  const item = new TreeItem(label, facts ? Collapsed : None);
  item.description = description;
  item.tooltip = tooltip ?? label;
  item.iconPath = icon;
  item.contextValue = 'fact';
  item.accessibilityInformation = { label: spoken ?? inWords(label, description) };
  if (!opens) return item;
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [opens] };
  if (icon === ThemeIcon.File) item.resourceUri = opens;
  return item;
}

/** Said outright, since VS Code would speak a row's tooltip instead: "168-172" without "Pages". */
function inWords(label: string, description: string | undefined): string {
  return [label, description].filter(Boolean).join(', ');
}

function unreadableItem({ uri }: UnreadableNode): TreeItem {
  const file = Uri.parse(uri);
  const item = new TreeItem(nameOf(file), None);
  const state = l10n.t('cannot be read');
  item.description = state;
  item.accessibilityInformation = { label: inWords(nameOf(file), state) };
  item.tooltip = l10n.t('The Problems view says what is wrong.');
  item.iconPath = problemIcon('error');
  item.contextValue = 'unreadable';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [file] };
  return item;
}

function problemIcon(severity: 'error' | 'warning'): ThemeIcon {
  return new ThemeIcon(severity, new ThemeColor(`list.${severity}Foreground`));
}
