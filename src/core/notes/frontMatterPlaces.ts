import { yamlScalars } from '../placedScalars';
import type { Span } from '../text';
import type { FrontMatter } from './note';

/** A single value of the front matter: `bibliography: [a.bib, b.bib]` has two. */
export interface FrontMatterValue {
  /** The field at the top: `bibliography`. */
  readonly field: string;
  readonly value: string;
  /** In the note's text, without its quotes. */
  readonly span: Span;
}

/** @returns the values of a note's metadata in order; none of a block that is no YAML */
export function frontMatterValues(text: string, { blocks }: FrontMatter): FrontMatterValue[] {
  return blocks.flatMap((span) => valuesIn(text, span));
}

function valuesIn(text: string, span: Span): FrontMatterValue[] {
  const from = text.indexOf('\n', span.start) + 1;
  const to = text.lastIndexOf('\n', span.end - 1) + 1;
  return yamlScalars(text.slice(from, Math.max(from, to))).flatMap((scalar): FrontMatterValue[] => {
    const [field, ...rest] = scalar.path;
    // Lists of values count, records of `references` don't.
    if (typeof field !== 'string' || rest.length > 1 || typeof rest[0] === 'string') return [];
    return [{ field, value: scalar.value, span: { start: scalar.span.start + from, end: scalar.span.end + from } }];
  });
}

/** @returns where a field's value stands; the whole of a block where it is not found, as in one that is no YAML */
export function frontMatterPlace(text: string, front: FrontMatter, fields: readonly string[], value: string): Span {
  const found = frontMatterValues(text, front).findLast((one) => fields.includes(one.field) && one.value === value);
  if (found) return found.span;
  for (const block of value === '' ? [] : front.blocks.toReversed()) {
    const start = text.indexOf(value, block.start);
    if (start >= 0 && start < block.end) return { start, end: start + value.length };
  }
  return front.blocks.at(-1) ?? { start: 0, end: 0 };
}
