import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ConceptSummary } from '../../core/terms/noteTermsWork';
import { type SemanticGroup, semanticGroup } from '../../core/terms/semanticGroup';
import type { StatusKind } from '../../core/terms/status/status';
import { commandIds, internalCommandIds } from '../../platform/ids';
import { statusWord } from './statusWord';
import type { ConceptNode, KinNode, NoKinNode, TermNode } from './termNodes';

const { Collapsed, None } = TreeItemCollapsibleState;

const groupIcons: Readonly<Record<SemanticGroup, string>> = {
  disorder: 'pulse',
  finding: 'eye',
  anatomy: 'person',
  substance: 'beaker',
  procedure: 'tools',
  organism: 'bug',
  other: 'symbol-misc',
};

/** @returns how a row looks and sounds */
export function termItem(node: TermNode): TreeItem {
  const item = node.kind === 'concept' ? conceptItem(node) : node.kind === 'kin' ? kinItem(node) : noKinItem(node);
  item.id = node.id;
  return item;
}

function conceptItem(node: ConceptNode): TreeItem {
  const { concept, summary } = node;
  const item = new TreeItem(concept.name, Collapsed);
  const told = toldOf(summary);
  item.description = [String(summary.count), told].filter(Boolean).join(' · ');
  item.contextValue = 'concept';
  item.iconPath = new ThemeIcon(groupIcons[semanticGroup(concept)]);
  const mentions = summary.count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', summary.count);
  item.accessibilityInformation = { label: [concept.name, concept.type, mentions, told].filter(Boolean).join(', ') };
  item.command = { command: internalCommandIds.stepMention, title: l10n.t('Go to the Next Mention'), arguments: [node] };
  return item;
}

/** What is said of it other than that it is so: `2 negated, 1 possible`. */
function toldOf({ count, statuses }: ConceptSummary): string {
  const others = (Object.keys(statuses) as StatusKind[]).filter((kind) => kind !== 'affirmed');
  return others.map((kind) => (statuses[kind] === count ? statusWord(kind) : `${statuses[kind] ?? 0} ${statusWord(kind)}`)).join(', ');
}

function kinItem(node: KinNode): TreeItem {
  const { concept, direction } = node;
  const item = new TreeItem(concept.name, Collapsed);
  const isBroader = direction === 'broader';
  item.description = isBroader ? l10n.t('broader') : l10n.t('narrower');
  item.contextValue = 'concept';
  item.iconPath = new ThemeIcon(isBroader ? 'arrow-small-up' : 'arrow-small-down');
  item.accessibilityInformation = { label: isBroader ? l10n.t('{0}, broader', concept.name) : l10n.t('{0}, narrower', concept.name) };
  item.command = { command: commandIds.openConcept, title: l10n.t('Open Concept'), arguments: [node] };
  return item;
}

function noKinItem({ parent }: NoKinNode): TreeItem {
  const item = new TreeItem(parent.kind === 'kin' ? l10n.t('nothing further') : l10n.t('no broader or narrower concepts'), None);
  item.iconPath = new ThemeIcon('dash', new ThemeColor('descriptionForeground'));
  return item;
}
