import { isSeq } from 'yaml';
import { readCslYaml } from '../formats/cslYaml';
import { isObject, scalarText } from '../formats/plainValue';
import { YamlPlaces } from '../formats/yamlPlaces';
import { EditedText } from '../library/edit/editedText';
import type { TextEdit } from '../library/edit/textEdit';
import { plainValue, yamlDocument } from '../library/edit/yamlNodes';
import { setBeside } from '../library/editPaperFile';
import type { Annotation } from './annotation';
import { type AnnotationsReading, readAnnotations } from './readAnnotations';

/** The key of a paper file under which its annotations stand. */
export const annotationsKey = 'annotations';

/** What can be changed of an annotation; a key that is undefined is taken out. */
export type AnnotationChange = Partial<Omit<Annotation, 'id'>>;

/** The annotations of a paper file's text, and what is wrong in them. */
export function annotationsInFile(text: string): AnnotationsReading {
  const { beside } = readCslYaml(text);
  const places = new YamlPlaces(text);
  return readAnnotations(beside.get(annotationsKey), (path) => places.of([annotationsKey, ...path]));
}

/**
 * Adds annotations to a paper file, each as one block at its id's place in the order of ids; one whose id is there
 * already is passed over.
 *
 * @returns the edits, in the text's order; undefined where the file cannot be read, or its `annotations` are no list
 */
export function addAnnotations(text: string, added: readonly Annotation[]): readonly TextEdit[] | undefined {
  const present = listIn(text);
  if (!present) return undefined;
  let list = present;
  const edited = new EditedText(text);
  for (const [index, run] of runsByPlace(present, added)) {
    list = list.toSpliced(index, 0, ...run.map(inKeyOrder));
    const edits = setBeside(edited.text, [annotationsKey], list);
    if (!edits) return undefined;
    edited.apply(edits);
  }
  return edited.edits();
}

/** What is new by its place in the list, the last place first: set one after the other, none of them moves what stands there. */
function runsByPlace(present: readonly unknown[], added: readonly Annotation[]): [index: number, run: Annotation[]][] {
  const ids = present.map(idOf);
  const runs = new Map<number, Annotation[]>();
  const fresh = new Map(added.filter(({ id }) => !ids.includes(id)).map((annotation) => [annotation.id, annotation]));
  for (const annotation of [...fresh.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const after = ids.findIndex((id) => (id ?? '') > annotation.id);
    const index = after < 0 ? present.length : after;
    runs.set(index, [...(runs.get(index) ?? []), annotation]);
  }
  return [...runs].toSorted(([one], [other]) => other - one);
}

/**
 * Changes an annotation where it stands; what is not in `change` stays byte for byte.
 *
 * @returns undefined where the file cannot be read, or has no such annotation
 */
export function changeAnnotation(text: string, id: string, change: AnnotationChange): readonly TextEdit[] | undefined {
  const index = indexIn(text, id);
  if (index === undefined) return undefined;
  const edited = new EditedText(text);
  for (const [key, value] of Object.entries(change)) {
    const edits = setBeside(edited.text, [annotationsKey, index, key], emptyAsGone(key, value));
    if (!edits) return undefined;
    edited.apply(edits);
  }
  return edited.edits();
}

/**
 * Takes annotations out, with the replies to them.
 *
 * @returns undefined where the file cannot be read; no edits where there are no such annotations
 */
export function removeAnnotations(text: string, ids: readonly string[]): readonly TextEdit[] | undefined {
  const present = listIn(text);
  if (!present) return undefined;
  const gone = new Set(ids);
  for (let grown = 0; grown !== gone.size;) {
    grown = gone.size;
    present.filter((item) => gone.has(answeredIn(item) ?? '')).forEach((item) => gone.add(idOf(item) ?? ''));
  }
  if (present.length > 0 && present.every((item) => gone.has(idOf(item) ?? ''))) return setBeside(text, [annotationsKey], undefined);
  const edited = new EditedText(text);
  for (let index = present.length - 1; index >= 0; index -= 1) {
    if (!gone.has(idOf(present[index]) ?? '')) continue;
    const edits = setBeside(edited.text, [annotationsKey, index], undefined);
    if (!edits) return undefined;
    edited.apply(edits);
  }
  return edited.edits();
}

/** The list as it is written; empty where there is none. */
function listIn(text: string): readonly unknown[] | undefined {
  const document = yamlDocument(text);
  if (!document) return undefined;
  const node = document.get(annotationsKey, true);
  if (node === undefined || plainValue(node as never, document) === null) return [];
  return isSeq(node) ? (plainValue(node, document) as readonly unknown[] | undefined) : undefined;
}

function indexIn(text: string, id: string): number | undefined {
  const index = listIn(text)?.findIndex((item) => idOf(item) === id) ?? -1;
  return index < 0 ? undefined : index;
}

function idOf(item: unknown): string | undefined {
  return isObject(item) ? scalarText(item.id)?.trim() : undefined;
}

function answeredIn(item: unknown): string | undefined {
  if (!isObject(item) || item.motivation !== 'replying') return undefined;
  return scalarText(isObject(item.target) ? item.target.source : item.target);
}

function emptyAsGone(key: string, value: unknown): unknown {
  return key === 'body' && Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** As people look for them; what stands empty is not written. */
function inKeyOrder(annotation: Annotation): Readonly<Record<string, unknown>> {
  const { id, created, modified, creator, motivation, target, body, ...other } = annotation;
  const { source, styleClass, selector, ...beside } = target;
  return defined({
    id, created, modified, creator, motivation,
    target: defined({ source, styleClass, selector: selector.length > 0 ? selector : undefined, ...beside }),
    body: body.length > 0 ? body : undefined, ...other,
  });
}

function defined(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
