import type { Mark } from './marks';

/** A heading of the Annotations view: a paper, a meaning or a tag. */
export interface AnnotationGroup {
  readonly kind: 'annotationGroup';
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly color?: string;
  readonly marks: readonly Mark[];
}

export interface AnnotationNode {
  readonly kind: 'annotation';
  readonly id: string;
  readonly mark: Mark;
  readonly parent: AnnotationGroup;
}

export type AnnotationRow = AnnotationGroup | AnnotationNode;

/** What the view can be grouped by. */
export const annotationGroupings = ['paper', 'meaning', 'tag'] as const;
export type AnnotationGrouping = (typeof annotationGroupings)[number];

export function isAnnotationNode(value: unknown): value is AnnotationNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'annotation' && 'mark' in value;
}
