import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commentOf, labelOf, meaningOf, pageOf, tagsOf } from '../../core/annotating/annotation';
import { commandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import type { AnnotationNode, AnnotationRow } from './annotationNodes';
import type { Mark } from './marks';
import { dot } from './meanings';

const { Expanded, None } = TreeItemCollapsibleState;

/** @returns how a row of the Annotations view looks and sounds */
export function annotationItem(row: AnnotationRow, colorOf: (mark: Mark) => string): TreeItem {
  if (row.kind === 'annotation') return markItem(row, colorOf(row.mark));
  const item = new TreeItem(row.label, Expanded);
  item.id = row.id;
  item.contextValue = 'annotationGroup';
  if (row.description !== undefined) item.description = row.description;
  item.iconPath = row.color === undefined ? new ThemeIcon(row.id.startsWith('paper:') ? 'book' : 'tag') : dot(row.color);
  return item;
}

function markItem({ id, mark }: AnnotationNode, color: string): TreeItem {
  const { annotation, refound, paper } = mark;
  const words = labelOf(annotation);
  const page = pageOf(annotation);
  const state = refound.state === 'orphaned' ? l10n.t('not found') : refound.state === 'moved' ? l10n.t('confirm') : '';
  const item = new TreeItem(words, None);
  item.id = id;
  item.contextValue = `annotation-${refound.state}`;
  item.iconPath = refound.state === 'orphaned' ? new ThemeIcon('warning') : dot(color, refound.state !== 'moved');
  const comment = commentOf(annotation);
  const said = comment === undefined || labelOf(annotation) === comment ? undefined : comment.replace(/\s+/g, ' ');
  item.description = [state, page !== undefined && l10n.t('p. {0}', page), meaningOf(annotation), ...tagsOf(annotation).map((tag) => `#${tag}`), said].filter(Boolean).join(' · ');
  item.tooltip = tooltip(mark, words).build();
  item.accessibilityInformation = { label: [words, item.description, paper.record.id].filter(Boolean).join(', ') };
  item.command = { command: commandIds.openAnnotation, title: l10n.t('Open Annotation'), arguments: [paper.uri, annotation.id] };
  return item;
}

function tooltip({ annotation, paper }: Mark, words: string): TrustedMarkdown {
  const markdown = new TrustedMarkdown().text(words).paragraph();
  const comment = commentOf(annotation);
  if (comment !== undefined) markdown.text(comment).paragraph();
  return markdown.italic([paper.record.id, annotation.creator, annotation.created?.slice(0, 10)].filter(Boolean).join(', '));
}
