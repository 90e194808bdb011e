import type { XmlElement } from './xmlElement';

const faces: readonly (readonly [face: string, tag: string])[] = [['bold', 'b'], ['italic', 'i'], ['superscript', 'sup'], ['subscript', 'sub']];

/** A text that EndNote cuts into runs of one style each: `<style face="italic">E. coli</style>` is `<i>E. coli</i>`. */
export function styledText(element: XmlElement | undefined): string | undefined {
  const runs = (element?.content ?? []).map((part) => (typeof part === 'string' ? part : run(part)));
  return runs.join('').replace(/\s+/g, ' ').trim() || undefined;
}

function run(part: XmlElement): string {
  const text = part.content.map((inner) => (typeof inner === 'string' ? inner : run(inner))).join('');
  const words = (part.attribute('face') ?? '').split(/\s+/);
  if (part.name !== 'style' || text.trim() === '') {
    return text;
  }
  return faces.filter(([face]) => words.includes(face)).reduceRight((inner, [, tag]) => `<${tag}>${inner}</${tag}>`, text);
}
