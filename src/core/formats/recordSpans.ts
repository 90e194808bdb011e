import type { Span } from '../text';

/** Where a record stands. */
export interface RecordSpan extends Span {
  /** The end tag is there. */
  readonly closed: boolean;
}

interface Tag {
  readonly start: number;
  /** Behind the name. */
  readonly afterName: number;
  readonly isEnd: boolean;
}

/** What is passed over, and what ends it. */
const passedOver: ReadonlyMap<string, string> = new Map([['<!--', '-->'], ['<![CDATA[', ']]>']]);

/** Before an element's name: `<`, `</`, `<mods:`. */
const beforeName = /<(\/?)(?:[\w.-]{1,40}:)?$/;

/** The longest of these. */
const longestBefore = 43;

/** Where the records are: from a start tag to its end tag, or to the next start tag where it has none. */
export function* recordSpans(text: string, names: readonly string[]): Generator<RecordSpan> {
  let start = -1;
  for (const tag of tagsOf(text, names)) {
    if (!tag.isEnd) {
      if (start >= 0) yield { start, end: tag.start, closed: false };
      start = tag.start;
    } else if (start >= 0) {
      const end = text.indexOf('>', tag.afterName) + 1;
      yield { start, end: end || text.length, closed: end > 0 };
      if (end === 0) return;
      start = -1;
    }
  }
  if (start >= 0) yield { start, end: text.length, closed: false };
}

/** The tags of these elements. Each name is searched for by itself, which passes over all other tags the fastest. */
function* tagsOf(text: string, names: readonly string[]): Generator<Tag> {
  const marks = [...names, ...passedOver.keys()].map((sought) => ({ sought, at: text.indexOf(sought) }));
  for (let from = 0; ; ) {
    let first: (typeof marks)[number] | undefined;
    for (const mark of marks) {
      if (mark.at >= 0 && mark.at < from) mark.at = text.indexOf(mark.sought, from);
      if (mark.at >= 0 && mark.at < (first?.at ?? text.length)) first = mark;
    }
    if (!first) return;
    from = first.at + first.sought.length;
    const closing = passedOver.get(first.sought);
    if (closing !== undefined) {
      from = text.indexOf(closing, from);
      if (from < 0) return; // the rest is a comment
    } else {
      const tag = tagAround(text, first.at, from);
      if (tag) yield tag;
    }
  }
}

/** The tag that a name stands in; undefined where it is part of a longer name, or of a text. */
function tagAround(text: string, nameStart: number, afterName: number): Tag | undefined {
  if (!/[\s/>]/.test(text.charAt(afterName))) {
    return undefined;
  }
  const before = beforeName.exec(text.slice(Math.max(nameStart - longestBefore, 0), nameStart));
  return before ? { start: nameStart - before[0].length, afterName, isEnd: before[1] === '/' } : undefined;
}
