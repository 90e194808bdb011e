import { decoded } from './xmlEntities';

/** What CSL keeps of a text's markup, by the names that PubMed, JATS and HTML have for it. */
const markup: Readonly<Record<string, readonly [open: string, close: string]>> = {
  i: ['<i>', '</i>'], italic: ['<i>', '</i>'], em: ['<i>', '</i>'],
  b: ['<b>', '</b>'], bold: ['<b>', '</b>'], strong: ['<b>', '</b>'],
  sup: ['<sup>', '</sup>'], sub: ['<sub>', '</sub>'],
  sc: ['<span style="font-variant:small-caps;">', '</span>'],
};

/** An element of a record, its name without a namespace's prefix: `b:Title` is `Title`. */
export class XmlElement {
  /** Texts and elements in their order. */
  readonly content: (string | XmlElement)[] = [];

  /** @param attributes by their names, or as they stand in the tag: few are ever asked for */
  constructor(readonly name: string, private readonly attributes: Readonly<Record<string, string>> | string = '') {}

  /** An attribute's value; undefined where it is empty or not there. */
  attribute(name: string): string | undefined {
    const { attributes } = this;
    const value = typeof attributes === 'string' ? valueIn(attributes, name) : Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return value?.trim() || undefined;
  }

  /** The child elements with one of these names; without a name all of them. */
  all(...names: readonly string[]): XmlElement[] {
    const found: XmlElement[] = [];
    for (const part of this.content) {
      if (typeof part !== 'string' && (names.length === 0 || names.includes(part.name))) found.push(part);
    }
    return found;
  }

  /** The first element on a path of names: `first('Journal', 'ISSN')`. */
  first(...path: readonly string[]): XmlElement | undefined {
    let at: XmlElement | undefined = path.length === 0 ? undefined : this;
    for (const name of path) {
      at = at?.child(name);
    }
    return at;
  }

  private child(name: string): XmlElement | undefined {
    for (const part of this.content) {
      if (typeof part !== 'string' && part.name === name) return part;
    }
    return undefined;
  }

  /** The text in the element and all that it holds, with single spaces; undefined where there is none. */
  text(): string | undefined {
    const [only] = this.content;
    const whole = this.content.length === 1 && typeof only === 'string' ? only : this.rawText();
    return singleSpaces(whole) || undefined;
  }

  /** The text's lines where it has several: a carriage return that is written as an entity (`&#xD;`) ends one. */
  lines(): string[] {
    return this.rawText().split('\r').map(singleSpaces).filter((line) => line !== '');
  }

  /** The text of the first element on a path. */
  textAt(...path: readonly string[]): string | undefined {
    return this.first(...path)?.text();
  }

  /** The texts of all children of a name that have one. */
  texts(name: string): string[] {
    return this.all(name).map((child) => child.text()).filter((text) => text !== undefined);
  }

  /** As `text`, with the markup that CSL knows: `Growth of <i>E. coli</i>`. */
  richText(): string | undefined {
    return singleSpaces(this.rawRichText()) || undefined;
  }

  private rawText(): string {
    return this.content.map((part) => (typeof part === 'string' ? part : part.rawText())).join('');
  }

  private rawRichText(): string {
    const inner = this.content.map((part) => (typeof part === 'string' ? part : part.rawRichText())).join('');
    const name = this.name.toLowerCase();
    const [open, close] = (Object.hasOwn(markup, name) && inner.trim() !== '' ? markup[name] : undefined) ?? ['', ''];
    return `${open}${inner}${close}`;
  }
}

/** The value of an attribute in what stands behind a tag's name. */
function valueIn(source: string, name: string): string | undefined {
  if (!source.includes(name)) {
    return undefined;
  }
  for (const match of source.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === name) return decoded(match[2] ?? match[3] ?? '');
  }
  return undefined;
}

/** Most texts need nothing done, and to see that is faster. */
function singleSpaces(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}
