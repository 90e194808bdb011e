import { YamlPlaces } from '../formats/yamlPlaces';
import type { Span } from '../text';

/**
 * Where running words stand in a paper's file: its title and abstract, as they are written there. A folded text's line
 * breaks and indents part words as a paragraph's do, so that a term is found at its exact place without unfolding.
 *
 * @param text the whole file
 * @returns the spans in the order of the text; none where it cannot be read
 */
export function paperProse(text: string): Span[] {
  const places = new YamlPlaces(text);
  const list = text.trimStart().startsWith('- ') ? [0] : ['references', 0];
  const spans = ['title', 'abstract'].map((variable) => places.of([...list, variable])).filter((span) => span !== undefined);
  return spans.sort((a, b) => a.start - b.start);
}
