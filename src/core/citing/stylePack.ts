import type { StyleNode } from './styleNode';

const decoder = new TextDecoder();

/**
 * Many styles in one, each different element stored once: a byte sequence of
 * - the names of the styles, and all names, values and texts in them: each a list of strings, parted by zero bytes, after its
 *   length in bytes;
 * - the elements, after their number and length in bytes. An element is its name, the number of its attributes, their names
 *   and values, the number of its children, and for each child either how many elements before it stands, or 0 and a text;
 * - for each style its element.
 * All numbers are variable-length integers, seven bits a byte, the lowest first. `stylePack.mjs` writes it.
 */
export class StylePack {
  private readonly strings: readonly string[];
  /** Where each element begins. */
  private readonly places: Uint32Array;
  private readonly roots: ReadonlyMap<string, number>;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    const names = this.stringList();
    this.strings = this.stringList();
    this.places = new Uint32Array(this.number());
    const end = this.number() + this.at;
    for (let index = 0; index < this.places.length && this.at < end; index++) {
      this.places[index] = this.at;
      this.skipElement();
    }
    this.roots = new Map(names.map((name) => [name, this.number()]));
  }

  has(id: string): boolean {
    return this.roots.has(id);
  }

  /** @returns a copy of a style of its own, which may be changed */
  style(id: string): StyleNode | undefined {
    const root = this.roots.get(id);
    return root === undefined ? undefined : this.element(root);
  }

  private element(index: number): StyleNode {
    this.at = this.places[index] ?? 0;
    const name = this.string();
    const attrs: Record<string, string> = {};
    for (let count = this.number(); count > 0; count--) {
      const attribute = this.string();
      attrs[attribute] = this.string();
    }
    const children: (StyleNode | string)[] = [];
    for (let count = this.number(); count > 0; count--) {
      const back = this.number();
      const child = back === 0 ? this.string() : this.nested(index - back);
      children.push(child);
    }
    // citeproc-js takes an empty term for a missing one, unless it holds an empty text.
    return { name, attrs, children: children.length === 0 && name === 'term' ? [''] : children };
  }

  private nested(index: number): StyleNode {
    const back = this.at;
    const element = this.element(index);
    this.at = back;
    return element;
  }

  private skipElement(): void {
    this.number();
    for (let count = this.number(); count > 0; count--) {
      this.number();
      this.number();
    }
    for (let count = this.number(); count > 0; count--) if (this.number() === 0) this.number();
  }

  private string(): string {
    return this.strings[this.number()] ?? '';
  }

  private stringList(): string[] {
    const length = this.number();
    const text = decoder.decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text === '' ? [] : text.split('\0');
  }

  private number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
}
