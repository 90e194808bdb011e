import { IndexPart } from './indexPart';
import { NumberList } from './numberList';

/**
 * Two parts of an index as one.
 *
 * @param recordOf the new number of each record, those of the second part counted on after the first's; 0xffffffff for
 * one that is no more
 * @param count how many records there are then
 */
export function mergeIndex(first: IndexPart, second: IndexPart, recordOf: Uint32Array, count: number): IndexPart {
  const words: string[] = [];
  const starts = new NumberList();
  const postings = new NumberList();
  const take = (part: IndexPart, place: number, offset: number): void => {
    const end = part.postingStarts[place + 1] as number;
    for (let at = part.postingStarts[place] as number; at < end; at += 1) {
      const posting = part.postings[at] as number;
      const record = recordOf[(posting >>> 3) + offset] as number;
      if (record !== gone) postings.push(record * 8 + (posting & 7));
    }
  };
  let a = 0;
  let b = 0;
  while (a < first.wordCount || b < second.wordCount) {
    const own = a < first.wordCount ? first.wordAt(a) : undefined;
    const other = b < second.wordCount ? second.wordAt(b) : undefined;
    const word = own === undefined || (other !== undefined && other < own) ? (other ?? '') : own;
    const before = postings.length;
    if (own === word) take(first, a++, 0);
    if (other === word) take(second, b++, first.count);
    if (postings.length === before) continue;
    words.push(word);
    starts.push(before);
  }
  starts.push(postings.length);
  return IndexPart.of(words, starts.view().slice(), postings.view().slice(), count);
}

/** In place of the number of a record that is no more. */
export const gone = 0xffffffff;
