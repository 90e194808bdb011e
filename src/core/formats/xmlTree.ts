import { SaxesParser } from 'saxes';
import { XmlElement } from './xmlElement';

/** Deeper than any bibliographic format goes; what lies deeper is taken as text of its ancestor. */
const deepest = 64;

/** A record with more mistakes is no XML, and each costs the parser time. */
const mostErrors = 50;

/** Characters that are parsed between two looks at the mistakes; each of them may be one. */
const step = 512;

export interface XmlTree {
  readonly element?: XmlElement;
  /** The first thing that is not XML, and where it is in the record. */
  readonly error?: { readonly detail: string; readonly at: number };
}

/** The tree of one record, as far as it can be read, by a parser that knows all of XML but DTDs. */
export function xmlTree(source: string): XmlTree {
  const parser = new SaxesParser<{ xmlns: false; fragment: true; position: false }>({ xmlns: false, fragment: true, position: false });
  let error: XmlTree['error'];
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  let tooDeep = 0;
  const addText = (text: string): void => {
    open.at(-1)?.content.push(text);
  };
  let errors = 0;
  parser.on('error', (why) => {
    error ??= { detail: why.message, at: parser.position };
    errors += 1;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) {
      tooDeep += 1;
      return;
    }
    const element = new XmlElement(name.slice(name.lastIndexOf(':') + 1), attributes);
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep -= 1;
    else open.pop();
  });
  for (let at = 0; at < source.length && errors < mostErrors; at += step) {
    parser.write(source.slice(at, at + step));
  }
  if (errors < mostErrors) parser.close();
  return { ...(root && { element: root }), ...(error && { error }) };
}
