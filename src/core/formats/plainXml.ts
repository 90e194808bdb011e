import { XmlElement } from './xmlElement';
import { decoded } from './xmlEntities';

/** Characters that XML forbids, and the end of a section that was never begun. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\]\]>/;

/** What may stand in a tag behind its name; it tells no attribute from another of its name. */
const attributeList = /^(?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*$/;

/** Deeper records are none that a program writes. */
const deepest = 60;

const slash = 0x2f;

interface Name {
  /** Empty where it is no name, as in `<!--`. */
  readonly whole: string;
  /** Without a prefix. */
  readonly local: string;
  readonly isSkipped: boolean;
}

interface Open {
  readonly name: Name;
  readonly element: XmlElement;
}

/**
 * The trees of records that are plain XML, as nearly all are: elements, attributes, texts, and no entities but the
 * predefined ones. Whatever else a record holds, above all a mistake, is left to a real parser.
 */
export class PlainXml {
  private readonly names = new Map<string, Name>();

  /** @param skipped elements that are passed over unread, whatever they hold; none holds another of its name */
  constructor(private readonly skipped: readonly string[]) {}

  /** @returns the record's element; undefined where the source is more than plain */
  tree(source: string): XmlElement | undefined {
    const open: Open[] = [];
    for (let at = 0; ; ) {
      const start = source.indexOf('<', at);
      const end = start < 0 ? -1 : source.indexOf('>', start + 1);
      if (end < 0 || (start > at && !takeText(source.slice(at, start), open))) {
        return undefined;
      }
      if (source.charCodeAt(start + 1) === slash) {
        at = end + 1;
        const last = open.pop();
        if (!last || !isName(source.slice(start + 2, end), last.name)) return undefined;
        if (open.length === 0) return source.slice(at).trim() === '' ? last.element : undefined;
      } else {
        at = this.begin(source, start, end, open);
        if (at < 0) return undefined;
      }
    }
  }

  /** Opens the element whose tag stands from `start` to `end`. @returns where to read on; -1 where the tag is not plain */
  private begin(source: string, start: number, end: number, open: Open[]): number {
    const isWhole = source.charCodeAt(end - 1) === slash;
    const name = this.nameAt(source, start + 1);
    const attributes = source.slice(start + 1 + name.whole.length, isWhole ? end - 1 : end);
    const parent = open[open.length - 1];
    if (name.whole === '' || !isAttributeList(attributes) || open.length >= deepest || (isWhole && !parent)) {
      return -1;
    }
    const element = new XmlElement(name.local, attributes);
    parent?.element.content.push(element);
    if (isWhole) {
      return end + 1;
    }
    if (!name.isSkipped || !parent) {
      open.push({ name, element });
      return end + 1;
    }
    const close = source.indexOf(`</${name.whole}>`, end);
    return close < 0 ? -1 : close + name.whole.length + 3;
  }

  /** The name at a place, always the same object for the same name, so that names are soon compared. */
  private nameAt(source: string, start: number): Name {
    let end = start;
    while (isNameCode(source.charCodeAt(end))) end += 1;
    const whole = source.slice(start, end);
    const known = this.names.get(whole);
    if (known) {
      return known;
    }
    const local = whole.slice(whole.lastIndexOf(':') + 1);
    const name = { whole: /^[A-Za-z_]/.test(whole) ? whole : '', local, isSkipped: this.skipped.includes(local) };
    this.names.set(whole, name);
    return name;
  }
}

/** Letters, digits and `_ : - .` of ASCII. */
function isNameCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x2d && code <= 0x3a && code !== slash) || code === 0x5f;
}

/** Puts a text into the innermost element; false where it is not plain, or stands outside of all. */
function takeText(source: string, open: readonly Open[]): boolean {
  const lines = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const text = lines.includes('&') ? decoded(lines) : lines;
  const inner = open[open.length - 1];
  if (text === undefined || !inner || forbidden.test(text)) {
    return false;
  }
  inner.element.content.push(text);
  return true;
}

function isName(text: string, name: Name): boolean {
  return text === name.whole || text.trimEnd() === name.whole;
}

function isAttributeList(text: string): boolean {
  return text === '' || (attributeList.test(text) && (!text.includes('&') || decoded(text) !== undefined));
}
