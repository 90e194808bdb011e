/** A style or locale as citeproc-js takes it: an XML element. */
export interface StyleNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleNode | string)[];
}

/** The same as it is stored, with short keys. */
interface StoredNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (StoredNode | string)[];
}

/** Reads a stored style or locale. @throws where the text is not one: the data that ships is broken */
export function readStyleNode(json: string): StyleNode {
  return expand(JSON.parse(json) as StoredNode);
}

function expand(node: StoredNode): StyleNode {
  const children = node.c?.map((child) => (typeof child === 'string' ? child : expand(child)));
  // citeproc-js takes an empty term for a missing one, unless it holds an empty text.
  return { name: node.n, attrs: node.a ?? {}, children: children ?? (node.n === 'term' ? [''] : []) };
}

/** The first element of a name below another, in the order of the text. */
export function findNode(node: StyleNode, name: string): StyleNode | undefined {
  const waiting: (StyleNode | string)[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue;
    if (next.name === name) return next;
    waiting.push(...[...next.children].reverse());
  }
  return undefined;
}
