import type { Node } from 'yaml';
import { isScalar, isSeq } from 'yaml';
import type { Span } from '../../text';
import { cslSource } from './cslKeys';
import { nodeSpan } from './yamlNodes';

/** Where the values of a record in CSL's own words stand; of texts without their quotes. */
export function cslPlaces(source: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  const own = cslSource(source);
  for (const [variable, key] of own?.keys ?? []) {
    const node = own?.map.get(key, true) as Node | undefined;
    const span = node && nodeSpan(node, source);
    if (!span || span.end === span.start) continue;
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    places.set(variable, isQuoted ? { start: span.start + 1, end: span.end - 1 } : span);
  }
  return places;
}

/** The further keys of a record in CSL's own words, as pandoc has them: a list of texts. */
export function textAliases(source: string): readonly string[] {
  const node = cslSource(source)?.map.get('other-ids', true);
  const nodes: readonly unknown[] = isSeq(node) ? node.items : [node];
  return nodes.flatMap((each) => (isScalar(each) && each.value !== null ? [String(each.value)] : []));
}
