// Packs citation styles so that each different element of them is stored once. `src/core/citing/stylePack.ts` reads it.

/** @param styles by their ids, as elements `{n: name, a: attributes, c: children}` */
export function packStyles(styles) {
  const pack = new Packer();
  const roots = [...styles.values()].map((style) => pack.element(style));
  return Buffer.concat([
    Buffer.from([...stringList([...styles.keys()]), ...stringList([...pack.strings.keys()])]),
    Buffer.from([...number(pack.elements.size), ...number(pack.bytes.length)]),
    Buffer.from(pack.bytes),
    Buffer.from(roots.flatMap(number)),
  ]);
}

class Packer {
  strings = new Map();
  elements = new Map();
  bytes = [];

  /** @returns the element's index; its children have lower ones */
  element({ n: name, a: attributes = {}, c: children = [] }) {
    const kept = children.map((child) => (typeof child === 'string' ? { text: this.string(child) } : { index: this.element(child) }));
    const pairs = Object.entries(attributes).map(([key, value]) => [this.string(key), this.string(String(value))]);
    const key = JSON.stringify([name, pairs, kept]);
    const known = this.elements.get(key);
    if (known !== undefined) return known;
    const index = this.elements.size;
    this.elements.set(key, index);
    this.bytes.push(...number(this.string(name)), ...number(pairs.length), ...pairs.flat().flatMap(number), ...number(kept.length));
    for (const child of kept) this.bytes.push(...(child.index === undefined ? [0, ...number(child.text)] : number(index - child.index)));
    return index;
  }

  string(text) {
    if (!this.strings.has(text)) this.strings.set(text, this.strings.size);
    return this.strings.get(text);
  }
}

function stringList(strings) {
  const bytes = Buffer.from(strings.join('\0'));
  return [...number(bytes.length), ...bytes];
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
