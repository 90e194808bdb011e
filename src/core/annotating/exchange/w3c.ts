import { isObject } from '../../formats/plainValue';
import { problem } from '../../problems/problem';
import type { Annotation, Rectangle, RectanglesSelector, Selector } from '../annotation';
import { readAnnotations } from '../readAnnotations';
import type { AnnotatedPaper, ImportedAnnotations, ImportOptions } from './exchange';

const context = 'http://www.w3.org/ns/anno.jsonld';

type Plain = Readonly<Record<string, unknown>>;

/** Annotations as a page of W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/). */
export function writeW3c({ citekey, annotations }: AnnotatedPaper): string {
  const items = annotations.map((annotation) => writtenAnnotation(annotation));
  const page = { '@context': context, type: 'AnnotationPage', id: `urn:casebook:${encodeURIComponent(citekey)}`, items };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function writtenAnnotation({ id, creator, target, body, ...rest }: Annotation): Plain {
  const { selector, ...where } = target;
  return {
    ...rest, id: iriOf(id), type: 'Annotation',
    ...(creator !== undefined && { creator: { type: 'Person', name: creator } }),
    target: { ...where, source: rest.motivation === 'replying' ? iriOf(target.source) : target.source, ...(selector.length > 0 && { selector: selector.map(writtenSelector) }) },
    body,
  };
}

/** W3C's ids are addresses. */
function iriOf(id: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(id) ? id : `urn:casebook:annotation:${id}`;
}

function idOf(iri: string): string {
  return iri.replace(/^urn:casebook:annotation:/, '');
}

function writtenSelector(selector: Selector): Plain {
  if (selector.type !== 'FragmentSelector' || selector.refinedBy?.type !== 'RectanglesSelector') return selector;
  return { ...selector, refinedBy: { type: 'SvgSelector', value: svgOf(selector.refinedBy.rectangles) } };
}

/** PDF's boxes as a drawing, whose ordinates go downwards. */
function svgOf(rectangles: readonly Rectangle[]): string {
  const boxes = rectangles.map(([left, bottom, right, top]) => `<rect x="${left}" y="${bottom}" width="${round(right - left)}" height="${round(top - bottom)}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg"><g transform="scale(1,-1)">${boxes.join('')}</g></svg>`;
}

function round(length: number): number {
  return Math.round(length * 1e6) / 1e6;
}

/** Boxes of a drawing that this module made; undefined of any other. */
function boxesOf(svg: unknown): RectanglesSelector | undefined {
  if (typeof svg !== 'string' || !svg.includes('<g transform="scale(1,-1)">')) return undefined;
  const boxes = [...svg.matchAll(/<rect x="([-\d.e]+)" y="([-\d.e]+)" width="([-\d.e]+)" height="([-\d.e]+)"\/>/g)].map((match) => match.slice(1).map(Number));
  const rectangles = boxes.map(([x = 0, y = 0, width = 0, height = 0]): Rectangle => [x, y, round(x + width), round(y + height)]);
  return { type: 'RectanglesSelector', rectangles };
}

/** Reads W3C annotations in JSON: one, a list, or a page or collection of them. */
export function readW3c(text: string, options: ImportOptions): ImportedAnnotations {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { annotations: [], problems: [problem('json-syntax', 'error', { detail: error instanceof Error ? error.message : '' })] };
  }
  const items = itemsOf(value).filter(isObject).map((item) => readable(item, options));
  if (items.length === 0) return { annotations: [], problems: [problem('nothing-found', 'error', { format: 'W3C Web Annotation' })] };
  const { annotations, problems } = readAnnotations(items, () => undefined);
  return { annotations, problems };
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  if (!isObject(value)) return [];
  if (Array.isArray(value.items)) return value.items;
  if (value.first !== undefined) return itemsOf(value.first);
  return value.target === undefined ? [] : [value];
}

/** As the model of `annotation.ts` has it: on the paper's own attachment, with texts instead of addresses. */
function readable(item: Plain, { source, newId }: ImportOptions): Plain {
  const { id, body, bodyValue, target } = item;
  const bodies = (Array.isArray(body) ? body : body === undefined ? [] : [body]) as unknown[];
  const texts = bodies.map((each) => readableBody(each)).filter((each) => each !== undefined);
  if (typeof bodyValue === 'string') texts.push({ type: 'TextualBody', value: bodyValue });
  return { ...without(item, '@context', 'type', 'bodyValue'), id: typeof id === 'string' ? idOf(id) : newId(), body: texts, target: readableTarget(Array.isArray(target) ? target[0] : target, item.motivation === 'replying', source) };
}

/** A body may be an address: what is linked. */
function readableBody(body: unknown): unknown {
  if (typeof body === 'string') return { type: 'TextualBody', value: body, purpose: 'linking' };
  if (!isObject(body) || body.value !== undefined) return body;
  const address = body.id ?? body.source;
  return typeof address === 'string' ? { ...body, type: 'TextualBody', value: address, purpose: body.purpose ?? 'linking' } : undefined;
}

function readableTarget(target: unknown, isReply: boolean, source: string): unknown {
  const where = isObject(target) ? target : { source: target };
  const address = where.source ?? where.id;
  if (isReply && typeof address === 'string') return { source: idOf(address) };
  const selectors = (Array.isArray(where.selector) ? where.selector : where.selector === undefined ? [] : [where.selector]) as unknown[];
  return { ...without(where, 'id'), source, ...(typeof address === 'string' && address !== source && { address }), selector: selectors.map(readableSelector) };
}

function readableSelector(selector: unknown): unknown {
  if (!isObject(selector) || selector.type !== 'FragmentSelector' || !isObject(selector.refinedBy)) return selector;
  const boxes = selector.refinedBy.type === 'SvgSelector' ? boxesOf(selector.refinedBy.value) : undefined;
  return boxes ? { ...selector, refinedBy: boxes } : selector;
}

function without(value: Plain, ...keys: readonly string[]): Plain {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
