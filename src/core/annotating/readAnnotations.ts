import { isObject, isSafeKey, plainCopy, scalarText } from '../formats/plainValue';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { Annotation, Body, Selector, Target } from './annotation';

/** Tells where a value stands, by its path from the list of annotations on. */
export type AnnotationPlaces = (path: readonly (string | number)[]) => Span | undefined;

export interface AnnotationsReading {
  readonly annotations: readonly Annotation[];
  /** The place of each annotation in the list that was read. */
  readonly indexes: readonly number[];
  readonly problems: readonly Problem[];
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * Reads the `annotations:` of a paper file, or any list of W3C annotations. As W3C allows, a list of one may be written
 * without the list, and a body or target as its bare text. What is wrong is told and left out, and the rest is read.
 */
export function readAnnotations(value: unknown, places: AnnotationPlaces): AnnotationsReading {
  const problems: Problem[] = [];
  const copy = plainCopy(value ?? undefined);
  if (copy === undefined) return { annotations: [], indexes: [], problems };
  if (!Array.isArray(copy)) {
    return { annotations: [], indexes: [], problems: [problem('not-a-list', 'error', { key: 'annotations' }, places([]))] };
  }
  const ids = new Set<string>();
  const read = copy.map((item: unknown, index) => new AnnotationReader(index, places, problems).read(item, ids));
  return {
    annotations: read.filter((annotation) => annotation !== undefined),
    indexes: read.flatMap((annotation, index) => (annotation ? [index] : [])),
    problems,
  };
}

class AnnotationReader {
  private id = '';

  constructor(private readonly index: number, private readonly places: AnnotationPlaces, private readonly problems: Problem[]) {}

  read(item: unknown, ids: Set<string>): Annotation | undefined {
    const id = isObject(item) ? scalarText(item.id)?.trim() : undefined;
    if (!isObject(item) || id === undefined || id === '') {
      this.problems.push(problem('annotation-without-id', 'error', {}, this.places([this.index])));
      return undefined;
    }
    if (ids.has(id)) {
      this.problems.push(problem('annotation-duplicate-id', 'error', { id }, this.places([this.index, 'id'])));
      return undefined;
    }
    this.id = id;
    const target = this.target(item.target);
    if (!target) return undefined;
    ids.add(id);
    return this.annotation(item, target);
  }

  private annotation(item: Plain, target: Target): Annotation {
    const { created, modified, creator, motivation, resolved, ...other } = item;
    const body = listOf(item.body).flatMap((each, at) => this.body(each, Array.isArray(item.body) ? ['body', at] : ['body']));
    const motive = this.text(listOf(motivation)[0], ['motivation']);
    return {
      ...other, id: this.id,
      ...this.texts({ created, modified }),
      ...this.creator(creator),
      motivation: motive ?? (body.length > 0 ? 'commenting' : 'highlighting'),
      target, body,
      ...this.flag(resolved),
    };
  }

  private texts(values: Plain): Record<string, string> {
    const read = Object.entries(values).map(([key, value]) => [key, this.text(value, [key])] as const);
    return Object.fromEntries(read.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** By name, or as W3C's agent, of which the name or else the address is taken. */
  private creator(value: unknown): { readonly creator?: string } {
    const [first] = listOf(value);
    const name = this.text(isObject(first) ? (first.name ?? first.nickname ?? first.id) : first, ['creator']);
    return name === undefined ? {} : { creator: name };
  }

  private flag(value: unknown): { readonly resolved?: boolean } {
    if (value === undefined || value === null) return {};
    if (typeof value === 'boolean') return { resolved: value };
    this.wrong(['resolved'], '`true` or `false`');
    return {};
  }

  private target(value: unknown): Target | undefined {
    const [first] = listOf(value);
    const source = typeof first === 'string' ? first : isObject(first) ? sourceOf(first) : undefined;
    if (source === undefined || source.trim() === '') {
      const span = this.places([this.index, 'target']) ?? this.places([this.index]);
      this.problems.push(problem('annotation-without-target', 'error', { id: this.id }, span));
      return undefined;
    }
    if (!isObject(first)) return { source, selector: [] };
    const { styleClass, ...other } = first;
    const path = Array.isArray(value) ? ['target', 0] : ['target'];
    const selector = listOf(first.selector).flatMap((each, at) => (
      this.selector(each, [...path, 'selector', ...(Array.isArray(first.selector) ? [at] : [])])
    ));
    return { ...other, source, ...(typeof styleClass === 'string' && { styleClass }), selector };
  }

  private selector(value: unknown, path: readonly (string | number)[]): Selector[] {
    if (isObject(value)) {
      if (value.type === 'TextQuoteSelector') return this.quote(value, path);
      if (value.type === 'TextPositionSelector') return this.position(value, path);
      if (value.type === 'FragmentSelector') return this.fragment(value, path);
      // W3C has more kinds; they are kept as they are, and nothing is found by them.
      if (typeof value.type === 'string' && value.type.endsWith('Selector')) return [value as unknown as Selector];
    }
    this.wrong(path, 'a selector of W3C, such as `type: TextQuoteSelector`');
    return [];
  }

  private quote(value: Plain, path: readonly (string | number)[]): Selector[] {
    const exact = scalarText(value.exact);
    if (exact === undefined || exact === '') {
      this.wrong([...path, 'exact'], 'the words that are quoted');
      return [];
    }
    const { prefix, suffix, ...other } = value;
    const context = this.texts({ prefix, suffix });
    return [{ ...other, type: 'TextQuoteSelector', exact, ...context }];
  }

  private position(value: Plain, path: readonly (string | number)[]): Selector[] {
    const { start, end } = value;
    if (isOffset(start) && isOffset(end) && start <= end) return [{ ...value, type: 'TextPositionSelector', start, end }];
    this.wrong(path, 'a `start` and an `end`, whole numbers, in this order');
    return [];
  }

  private fragment(value: Plain, path: readonly (string | number)[]): Selector[] {
    const fragment = scalarText(value.value);
    if (fragment === undefined) {
      this.wrong([...path, 'value'], 'a fragment such as `page=3`');
      return [];
    }
    const { refinedBy, conformsTo, ...other } = value;
    const plain = { ...other, type: 'FragmentSelector', value: fragment, ...(typeof conformsTo === 'string' && { conformsTo }) } as const;
    if (refinedBy === undefined || refinedBy === null) return [plain];
    if (isObject(refinedBy) && refinedBy.type !== 'RectanglesSelector') return [{ ...plain, refinedBy } as unknown as Selector];
    const boxes: readonly unknown[] = isObject(refinedBy) && Array.isArray(refinedBy.rectangles) ? refinedBy.rectangles : [undefined];
    const rectangles = boxes.filter(isRectangle);
    if (rectangles.length < boxes.length) this.wrong([...path, 'refinedBy'], 'rectangles of four numbers each');
    return [{ ...plain, ...(isObject(refinedBy) && { refinedBy: { ...refinedBy, type: 'RectanglesSelector', rectangles } }) }];
  }

  private body(value: unknown, path: readonly (string | number)[]): Body[] {
    if (typeof value === 'string') return [{ type: 'TextualBody', value }];
    const text = isObject(value) ? scalarText(value.value) : undefined;
    if (isObject(value) && text !== undefined) {
      const { purpose, format, ...other } = value;
      const [why] = listOf(purpose);
      return [{ ...other, type: 'TextualBody', value: text, ...(typeof why === 'string' && { purpose: why }), ...(typeof format === 'string' && { format }) }];
    }
    this.wrong(path, 'a text, or `type: TextualBody` with a `value`');
    return [];
  }

  private text(value: unknown, path: readonly (string | number)[]): string | undefined {
    if (value === undefined || value === null) return undefined;
    const text = scalarText(value);
    if (text === undefined) this.wrong(path, 'a text');
    return text;
  }

  private wrong(path: readonly (string | number)[], expected: string): void {
    const key = path.filter((step) => typeof step === 'string' && isSafeKey(step)).join('.');
    const span = this.places([this.index, ...path]) ?? this.places([this.index, ...path.slice(0, -1)]) ?? this.places([this.index]);
    this.problems.push(problem('annotation-part-wrong', 'warning', { id: this.id, key, expected }, span));
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A target without a `source` may be the thing itself, by its `id`. */
function sourceOf({ source, id }: Plain): string | undefined {
  return scalarText(isObject(source) ? source.id : (source ?? id));
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRectangle(value: unknown): value is [number, number, number, number] {
  return Array.isArray(value) && value.length === 4 && value.every((each) => typeof each === 'number' && Number.isFinite(each));
}
