import { applyEdits, type TextEdit } from '../library/edit/textEdit';
import { sameValue } from '../library/edit/sameValue';
import type { Annotation } from './annotation';
import { addAnnotations, annotationsInFile, changeAnnotation, removeAnnotations } from './annotationFile';

/**
 * Merges what two people did to the annotations of one paper file. git's own merge takes two annotations that come to stand
 * side by side for a conflict; here each is one thing, known by its id. Of one that both changed, each key counts by itself;
 * one that a person deleted and the other changed is kept.
 *
 * @param base the file as both had it
 * @returns the merged text; undefined where both changed one key to different values, or both changed the rest of the file,
 *   or one of the files cannot be read
 */
export function mergeAnnotatedFiles(base: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  if ([base, ours, theirs].some((text) => annotationsInFile(text).problems.some(({ severity }) => severity === 'error'))) return undefined;
  const rest = withoutAnnotations(base);
  if (withoutAnnotations(theirs) === rest || withoutAnnotations(theirs) === withoutAnnotations(ours)) return withChanges(ours, base, theirs);
  return withoutAnnotations(ours) === rest ? withChanges(theirs, base, ours) : undefined;
}

/** A file's lines but those from `annotations:` to the next key at the margin. */
function withoutAnnotations(text: string): string {
  return text.replace(/^annotations:[^\n]*(?:\n(?![^\s#-])[^\n]*)*(?:\n|$)/m, '').trimEnd();
}

/** Does to a file's annotations what was done to them from one text to another. */
function withChanges(text: string, from: string, to: string): string | undefined {
  const [own, before, after] = [text, from, to].map(byId);
  let merged: string | undefined = text;
  const apply = (edits: readonly TextEdit[] | undefined): void => { merged = merged !== undefined && edits ? applyEdits(merged, edits) : undefined; };
  for (const [id, annotation] of after ?? []) {
    const old = before?.get(id);
    const mine = own?.get(id);
    if (sameValue(annotation, old) || sameValue(annotation, mine)) continue;
    if (!mine) apply(addAnnotations(merged ?? '', [annotation]));
    else apply(changeAnnotation(merged ?? '', id, changes(old ?? { id }, mine, annotation) ?? {}));
    if (mine && !changes(old ?? { id }, mine, annotation)) return undefined;
  }
  for (const [id, old] of before ?? []) {
    if (!after?.has(id) && sameValue(own?.get(id), old)) apply(removeAnnotations(merged ?? '', [id]));
  }
  return merged;
}

/** What of an annotation is to be changed; undefined where both changed it in other ways. */
function changes(old: Readonly<Record<string, unknown>>, mine: Annotation, other: Annotation): Readonly<Record<string, unknown>> | undefined {
  const changed = [...new Set([...Object.keys(old), ...Object.keys(other)])].filter((key) => !sameValue(old[key], other[key]));
  // When it was changed last is no matter to disagree on.
  const disagree = changed.some((key) => key !== 'modified' && !sameValue(mine[key], old[key]) && !sameValue(mine[key], other[key]));
  return disagree ? undefined : Object.fromEntries(changed.map((key) => [key, other[key]]));
}

function byId(text: string): ReadonlyMap<string, Annotation> {
  return new Map(annotationsInFile(text).annotations.map((annotation) => [annotation.id, annotation]));
}
