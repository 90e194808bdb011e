import { problem } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { type Annotation, type Body, commentOf, meaningOf, tagsOf, textSelectors } from '../annotation';
import type { AnnotatedPaper, ImportedAnnotations, ImportOptions } from './exchange';
import { CodePoints, placedOn } from './placed';

/**
 * The annotations on one text in brat's standoff format (https://brat.nlplab.org/standoff.html), as the `.ann` file beside a
 * `.txt` file with the text. Comments are `AnnotatorNotes`, tags notes of the type `Tag`. What has no place in the text is left out.
 */
export function writeBrat(paper: AnnotatedPaper, source: string): string {
  let notes = 0;
  const lines = placedOn(paper, source).flatMap(({ annotation, start, text }, index) => {
    const id = `T${index + 1}`;
    const note = (type: string, value: string): string => `#${(notes += 1)}\t${type} ${id}\t${oneLine(value)}`;
    const comment = commentOf(annotation);
    return [
      `${id}\t${typeOf(annotation)} ${pieces(text, start)}\t${oneLine(text)}`,
      ...(comment === undefined ? [] : [note('AnnotatorNotes', comment)]),
      ...tagsOf(annotation).map((tag) => note('Tag', tag)),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** brat takes no passage over the end of a line: it is written as one in several pieces, parted by white space. */
function pieces(text: string, start: number): string {
  const points = new CodePoints(text);
  const lines = [...text.matchAll(/\S(?:[^\r\n]*[^\s])?/g)];
  return lines.map((line) => `${start + points.before(line.index)} ${start + points.before(line.index + line[0].length)}`).join(';');
}

/** brat's types have no spaces. */
function typeOf(annotation: Annotation): string {
  const type = (meaningOf(annotation) ?? '').replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^_+|_+$/g, '');
  return type === '' ? 'Annotation' : type;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const textBound = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/;
const noteLine = /^#\S*\t(\S+) (\S+)\t(.*)$/;

/**
 * Reads a `.ann` file of brat: its text-bound annotations with their notes. Events, relations and attributes are told to be
 * left out, since annotations here are of passages.
 *
 * @param options with the text of the `.txt` file that the offsets are of
 */
export function readBrat(ann: string, { source, text = '', newId }: ImportOptions): ImportedAnnotations {
  const problems: Problem[] = [];
  const read = new Map<string, Annotation>();
  const notes: { readonly type: string; readonly id: string; readonly value: string }[] = [];
  const points = new CodePoints(text);
  let at = 0;
  for (const whole of ann.split('\n')) {
    const line = whole.replace(/\r$/, '');
    const span = { start: at, end: at + line.length };
    at += whole.length + 1;
    const bound = textBound.exec(line);
    const note = noteLine.exec(line);
    if (bound) {
      const annotation = boundAnnotation(bound, text, points, source, newId);
      if (annotation) read.set(bound[1] ?? '', annotation);
      else problems.push(problem('line-ignored', 'warning', { line: line.slice(0, 80) }, span));
    } else if (note) {
      notes.push({ type: note[1] ?? '', id: note[2] ?? '', value: note[3] ?? '' });
    } else if (line.trim() !== '') {
      problems.push(problem('line-ignored', 'information', { line: line.slice(0, 80) }, span));
    }
  }
  const annotations = [...read].map(([id, annotation]) => withNotes(annotation, notes.filter((each) => each.id === id)));
  return { annotations, problems };
}

/** A passage in several pieces is taken from the first's beginning to the last's end. */
function boundAnnotation([, , type = '', offsets = '', words = '']: RegExpExecArray, text: string, points: CodePoints, source: string, newId: () => string): Annotation | undefined {
  const numbers = offsets.split(/[ ;]/).map(Number);
  const span = points.span({ start: Math.min(...numbers), end: Math.max(...numbers) });
  if (span.end > text.length || span.start >= span.end) return undefined;
  const isWhole = offsets.includes(';') || oneLine(text.slice(span.start, span.end)) === oneLine(words);
  if (!isWhole) return undefined;
  const body: Body[] = type === 'Annotation' ? [] : [{ type: 'TextualBody', value: type, purpose: 'classifying' }];
  return { id: newId(), motivation: body.length > 0 ? 'classifying' : 'highlighting', target: { source, selector: textSelectors(text, span) }, body };
}

function withNotes(annotation: Annotation, notes: readonly { readonly type: string; readonly value: string }[]): Annotation {
  const bodies = notes.map(({ type, value }): Body => (
    type === 'Tag' ? { type: 'TextualBody', value, purpose: 'tagging' } : { type: 'TextualBody', value, purpose: 'commenting', format: 'text/plain' }
  ));
  const isCommented = bodies.some(({ purpose }) => purpose === 'commenting');
  return { ...annotation, ...(isCommented && { motivation: 'commenting' }), body: [...bodies, ...annotation.body] };
}
