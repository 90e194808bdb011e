import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { PaperGrouping } from '../../core/library/arrange';
import { authorLabel, yearOf } from '../../core/library/display';
import type { Library, LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import { statusOf, tagsOf } from '../../core/library/readingState';
import { folderName } from '../../platform/folderName';
import { internalCommandIds } from '../../platform/ids';
import type { Arrangement } from './arrangement';
import { nameOf } from './findPapers';
import type { GroupNode } from './groupNode';
import type { FactNode, Node, PaperNode, UnreadableNode } from './paperNodes';
import { paperProblems } from './paperProblems';
import { rangeItem, recordItem, sourceItem } from './sourceItems';
import type { RangeNode, RecordNode, SourceNode } from './sourceNodes';
import { statusIcon, statusWord } from './statusWord';

const { Collapsed, None } = TreeItemCollapsibleState;

/** @returns how a row looks and sounds, but for a paper's tooltip */
export function treeItem(node: Node, library: Library, { grouping, order, filter }: Pick<Arrangement, 'grouping' | 'order' | 'filter'>): TreeItem {
  const item = {
    group: () => groupItem(node as GroupNode, grouping),
    paper: () => paperItem(node as PaperNode, library),
    fact: () => factItem(node as FactNode),
    unreadable: () => unreadableItem(node as UnreadableNode),
    source: () => sourceItem(node as SourceNode, filter !== ''),
    range: () => rangeItem(node as RangeNode, order),
    record: () => recordItem(node as RecordNode),
  }[node.kind]();
  item.id = node.id;
  return item;
}

/** @returns a paper's name in lists: `Chen et al. 1995` */
export function paperLabel({ record }: Pick<LibraryPaper, 'record'>): string {
  return [authorLabel(record), yearOf(record)].filter(Boolean).join(' ') || record.id;
}

function groupItem({ label, papers, search, records = 0, part }: GroupNode, grouping: PaperGrouping): TreeItem {
  const item = new TreeItem(search || part ? label : groupLabel(label, grouping), Collapsed);
  const count = papers.length + records;
  item.description = count.toLocaleString();
  if (part) item.iconPath = new ThemeIcon('folder');
  item.contextValue = search ? 'search' : 'group';
  if (search) {
    item.iconPath = new ThemeIcon('search');
    item.tooltip = search.query;
  }
  item.accessibilityInformation = { label: count === 1 ? l10n.t('{0}, 1 paper', item.label as string) : l10n.t('{0}, {1} papers', item.label as string, count) };
  return item;
}

function groupLabel(name: string, grouping: PaperGrouping): string {
  if (grouping === 'status') return statusWord(name);
  return grouping === 'folder' ? folderName(name) : name || unnamed(grouping);
}

function unnamed(grouping: PaperGrouping): string {
  return {
    none: '',
    author: l10n.t('No author'),
    year: l10n.t('No year'),
    journal: l10n.t('No journal'),
    subject: l10n.t('No subject area'),
    status: '',
    tag: l10n.t('No tag'),
    folder: '',
  }[grouping];
}

function paperItem({ paper }: PaperNode, library: Library): TreeItem {
  const label = paperLabel(paper);
  const title = plainTitle(paper.record.title ?? '');
  const { words, severity } = paperProblems(paper, library);
  const item = new TreeItem(label, Collapsed);
  const marks = marksOf(paper);
  item.description = [words, marks, title].filter(Boolean).join(' · ');
  item.contextValue = 'paper';
  item.iconPath = severity ? problemIcon(severity) : new ThemeIcon(statusIcon(statusOf(paper)));
  item.accessibilityInformation = { label: [label, title, words, marks].filter(Boolean).join(', ') };
  return item;
}

/** The reading status, unless it is the one that papers have by themselves, and the tags. */
function marksOf(paper: LibraryPaper): string {
  const status = statusOf(paper);
  return [...(status === 'unread' ? [] : [statusWord(status)]), ...tagsOf(paper).map((tag) => `#${tag}`)].join(' ');
}

function factItem({ label, description, tooltip, spoken, icon, facts, opens, runs }: FactNode): TreeItem {
  const item = new TreeItem(label, facts ? Collapsed : None);
  item.description = description;
  item.tooltip = tooltip ?? label;
  item.iconPath = icon;
  item.contextValue = 'fact';
  item.accessibilityInformation = { label: spoken ?? inWords(label, description) };
  if (runs) item.command = runs;
  if (!opens) return item;
  const isFile = icon === ThemeIcon.File;
  item.command = { command: isFile ? internalCommandIds.openAttachment : 'vscode.open', title: l10n.t('Open'), arguments: [isFile ? opens.toString() : opens] };
  if (isFile) item.resourceUri = opens;
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
