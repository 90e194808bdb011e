import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import { commandIds } from '../../platform/ids';
import { conceptsWord, countWords } from './countWords';
import { brokenWords } from './faultWords';
import type { BranchNode, FactNode, FolderNode, GlossaryNode, Node, TerminologyNode } from './terminologyNodes';

const { Collapsed, None } = TreeItemCollapsibleState;

/** Whether a terminology counts: in one folder, or, without one, in all that are open. */
export type IsOn = (id: string, folder?: Uri) => boolean;

/** @returns how a row looks and sounds */
export function terminologyItem(node: Node, isOn: IsOn): TreeItem {
  const item = {
    glossary: () => glossaryItem(node as GlossaryNode),
    terminology: () => mainItem(node as TerminologyNode, isOn),
    fact: () => factItem(node as FactNode),
    branch: () => branchItem(node as BranchNode),
    folder: () => folderItem(node as FolderNode, isOn),
  }[node.kind]();
  item.id = node.id;
  return item;
}

function glossaryItem({ file, counts }: GlossaryNode): TreeItem {
  const label = file ? workspace.asRelativePath(file) : l10n.t('Built-in glossary');
  const item = new TreeItem(label, None);
  const isThere = counts.concepts > 0;
  item.description = isThere ? conceptsWord(counts.concepts) : l10n.t('no terms yet');
  item.iconPath = new ThemeIcon(file ? 'edit' : 'book');
  item.contextValue = file ? 'ownGlossary' : 'builtInGlossary';
  const said = file ? l10n.t('Your own terms go before all others.') : l10n.t('Ships with Casebook. Your own terms go before its.');
  item.tooltip = [said, countWords(counts)].join('\n');
  item.accessibilityInformation = { label: [file ? l10n.t('your glossary') : label, item.description].join(', ') };
  if (file) item.command = isThere ? { command: 'vscode.open', title: l10n.t('Open'), arguments: [file] } : { command: commandIds.openGlossary, title: l10n.t('Open') };
  return item;
}

function mainItem({ id, kept }: TerminologyNode, isOn: IsOn): TreeItem {
  const { terminology } = kept;
  const broken = brokenWords(kept);
  const item = new TreeItem(terminology?.head.name ?? id, Collapsed);
  const on = isOn(id);
  const facts = terminology ? [terminology.head.version, conceptsWord(terminology.counts.concepts)] : [];
  item.description = broken ? l10n.t('cannot be used') : facts.filter(Boolean).join(' · ');
  item.iconPath = broken ? new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')) : new ThemeIcon('library');
  item.contextValue = broken ? 'terminology broken' : 'terminology';
  item.checkboxState = {
    state: on ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: on ? l10n.t('Its words are explained; click to set it off') : l10n.t('It is off; click to explain its words'),
  };
  const licence = terminology?.head.licence && l10n.t('Licence: {0}', terminology.head.licence);
  item.tooltip = [terminology?.head.name ?? id, broken, ...(terminology ? [terminology.head.version, countWords(terminology.counts), licence] : [])].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [item.label as string, item.description, on ? l10n.t('on') : l10n.t('off')].join(', ') };
  return item;
}

function factItem({ label, description, icon, address }: FactNode): TreeItem {
  const item = new TreeItem(label, None);
  item.description = description ?? '';
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = [label, description, address].filter(Boolean).join('\n');
  item.contextValue = 'fact';
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  if (address !== undefined) item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(address)] };
  return item;
}

function branchItem({ concept }: BranchNode): TreeItem {
  const item = new TreeItem(concept ? concept.name : l10n.t('All branches'), None);
  item.iconPath = new ThemeIcon('git-branch');
  item.contextValue = concept ? 'branch' : 'wholeTerminology';
  if (!concept) {
    item.tooltip = l10n.t('All of it counts. Add Branch… takes a part of it only.');
    return item;
  }
  item.description = concept.below === undefined ? concept.id : l10n.t('{0} and {1} below', concept.id, concept.below.toLocaleString());
  item.tooltip = l10n.t('Only what is below {0} counts, and below the other branches that stand here.', concept.name);
  item.accessibilityInformation = { label: l10n.t('branch {0}, {1}', concept.name, item.description) };
  return item;
}

function folderItem({ parent, folder, name }: FolderNode, isOn: IsOn): TreeItem {
  const item = new TreeItem(name, None);
  const on = isOn(parent.id, folder);
  item.iconPath = new ThemeIcon('folder');
  item.contextValue = 'folder';
  item.checkboxState = on ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  item.tooltip = on ? l10n.t('Its words are explained in {0}.', name) : l10n.t('It is off in {0}.', name);
  item.accessibilityInformation = { label: [name, on ? l10n.t('on') : l10n.t('off')].join(', ') };
  return item;
}
