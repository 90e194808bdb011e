import { commentOf, meaningOf, tagsOf } from '../annotation';
import type { AnnotatedPaper } from './exchange';
import { CodePoints, placedOn, type Placed } from './placed';

/**
 * Annotations as a BioC collection in JSON (Comeau et al. 2013, doi:10.1093/database/bat064), as the `bioc` library and
 * PubTator have it: each text a passage, offsets in code points of the document. What has no place in a text is left out.
 *
 * @param date of the collection, `2026-11-26`
 */
export function writeBioc(papers: readonly AnnotatedPaper[], date: string): string {
  const documents = papers.map((paper) => ({ id: paper.citekey, infons: paper.title === undefined ? {} : { title: paper.title }, passages: passagesOf(paper), annotations: [], relations: [] }));
  return `${JSON.stringify({ source: 'Casebook', date, key: 'casebook.key', version: '1.0', infons: {}, documents }, null, 2)}\n`;
}

function passagesOf(paper: AnnotatedPaper): unknown[] {
  let offset = 0;
  return [...paper.texts].map(([source, text]) => {
    const start = offset;
    offset += new CodePoints(text).before(text.length) + 1;
    return { offset: start, infons: { type: source }, text, sentences: [], annotations: placedOn(paper, source).map((placed) => written(placed, start)), relations: [] };
  });
}

function written({ annotation, start, end, text }: Placed, offset: number): unknown {
  const tags = tagsOf(annotation).join('|');
  const comment = commentOf(annotation);
  const { creator, created } = annotation;
  return {
    id: annotation.id,
    infons: {
      type: meaningOf(annotation) ?? annotation.motivation,
      ...(comment !== undefined && { comment }), ...(tags !== '' && { tags }), ...(creator !== undefined && { annotator: creator }), ...(created !== undefined && { updated_at: annotation.modified ?? created }),
    },
    text, locations: [{ offset: offset + start, length: end - start }],
  };
}
