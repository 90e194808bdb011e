/** Characters in which a format is told; the longest heads are lists of namespaces and schemas. */
const looked = 20_000;

/** The beginning of a text that is XML by its first sign and is no web page; else empty, so that nothing is found in it. */
export function xmlHead(text: string): string {
  const head = text.slice(0, looked);
  return /^[\s\uFEFF]*<(?!!doctype html|html[\s>])/i.test(head) ? head : '';
}
