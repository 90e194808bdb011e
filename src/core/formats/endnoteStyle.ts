import type { XmlElement } from './xmlElement';
import { encoded } from './xmlEntities';

/** EndNote's faces and CSL's tags. */
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

/** A text with CSL's markup in EndNote's runs; without any it is itself. Markup that EndNote has no face for is left out. */
export function styledRuns(text: string): string {
  const pieces = text.replace(/<\/?(?:span|sc)\b[^<>]*>/g, '').split(/(<\/?(?:b|i|sup|sub)>)/);
  if (pieces.length === 1) {
    return encoded(pieces[0] ?? '');
  }
  const open: string[] = [];
  const runs: string[] = [];
  for (const piece of pieces) {
    const [, slash, tag] = /^<(\/?)(b|i|sup|sub)>$/.exec(piece) ?? [];
    if (tag === undefined) {
      const own = faces.filter(([, each]) => open.includes(each)).map(([face]) => face).join(' ') || 'normal';
      if (piece !== '') runs.push(`<style face="${own}" font="default" size="100%">${encoded(piece)}</style>`);
    } else if (slash === '') {
      open.push(tag);
    } else if (open.includes(tag)) {
      open.splice(open.lastIndexOf(tag), 1);
    }
  }
  return runs.join('');
}
