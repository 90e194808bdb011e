import { l10n, ThemeIcon } from 'vscode';
import { type Annotation, answeredBy, commentOf, labelOf, meaningOf, pageOf, tagsOf } from '../../core/annotating/annotation';
import { inReadingOrder } from '../../core/annotating/readingOrder';
import { readAnnotations } from '../../core/annotating/readAnnotations';
import type { LibraryPaper } from '../../core/library/library';
import { commandIds } from '../../platform/ids';
import type { Fact } from './paperNodes';

/** @returns a paper's annotations as rows that open them: under their meanings, and after these what has none */
export function annotationFacts({ uri, annotations }: Pick<LibraryPaper, 'uri' | 'annotations'>): Fact[] {
  if (annotations === undefined) return [];
  const own = readAnnotations(annotations, () => undefined).annotations.filter((one) => answeredBy(one) === undefined).sort((a, b) => inReadingOrder(a, b));
  if (own.length === 0) return [];
  const rows = (meaning: string | undefined): Fact[] => own.filter((one) => meaningOf(one) === meaning).map((one) => annotationFact(one, uri));
  const meanings = [...new Set(own.flatMap((one) => meaningOf(one) ?? []))];
  const under = meanings.map((label): Fact => ({ label, description: String(rows(label).length), icon: new ThemeIcon('tag'), facts: rows(label) }));
  const facts = [...under, ...rows(undefined)];
  return [{ label: l10n.t('Annotations'), description: String(own.length), icon: new ThemeIcon('comment-discussion'), facts }];
}

function annotationFact(annotation: Annotation, paper: string): Fact {
  const page = pageOf(annotation);
  const label = labelOf(annotation);
  const comment = commentOf(annotation);
  return {
    label,
    description: [page !== undefined && l10n.t('p. {0}', page), ...tagsOf(annotation).map((tag) => `#${tag}`)].filter(Boolean).join(' · '),
    tooltip: comment === undefined || comment === label ? label : `${label}\n\n${comment}`,
    runs: { command: commandIds.openAnnotation, title: l10n.t('Open Annotation'), arguments: [paper, annotation.id] },
  };
}
