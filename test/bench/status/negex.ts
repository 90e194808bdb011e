import type { Span } from '../../../src/core/text';

/**
 * NegEx as published (Chapman, Bridewell, Hanbury, Cooper and Buchanan 2001, "A simple algorithm for identifying negated findings and
 * diseases in discharge summaries", J Biomed Inform 34:301-10), for comparison: phrases that negate up to five words after or before
 * them, phrases that look alike and do not, and words that end a window.
 */
const pseudo =
  'no increase|no suspicious change|no significant change|no change|no interval change|no definite change|no significant interval change|gram negative|not cause|not certain if|' +
  'not certain whether|not drain|not only|not necessarily|without any further|without difficulty|without further';
const before =
  'absence of|cannot see|cannot|checked for|declined|declines|denied|denies|denying|evaluate for|fails to reveal|failed to reveal|free of|negative for|never developed|never had|' +
  'no evidence to suggest|no evidence of|no evidence|no signs of|no sign of|no cause of|no complaints of|no findings of|no new|no other|no significant|no suspicious|no|not appear|not appreciate|' +
  'not associated with|not complain of|not demonstrate|not exhibit|not feel|not had|not have|not know of|not known to have|not reveal|not see|not to be|not|patient was not|rather than|resolved|' +
  'to exclude|unremarkable for|with no|without any evidence of|without evidence|without indication of|without sign of|without|rules out|ruled out|ruled out for|rule out|what must be ruled out is';
const after =
  'unlikely|free|was ruled out|is ruled out|are ruled out|have been ruled out|has been ruled out|being ruled out|can be ruled out|should be ruled out|must be ruled out|will be ruled out|could be ruled out';
const ends =
  'but|however|nevertheless|yet|though|although|still|aside from|except|apart from|secondary to|as the cause of|as the source of|as the reason of|as the etiology of|as the origin of|' +
  'as the cause for|which|trigger event for|origin for|origin of|other possibilities of';

const trigger = new RegExp(`\\b(?:(${pseudo})|(${before})|(${after}))\\b`, 'gi');
const end = new RegExp(`\\b(?:${ends})\\b`, 'i');
const window = 5;

/** @returns whether a mention of a sentence is negated */
export function negexNegates(sentence: string, { start, end: stop }: Span): boolean {
  for (const match of sentence.matchAll(trigger)) {
    const [phrase, isPseudo, isBefore, isAfter] = match;
    if (isPseudo !== undefined) continue;
    const to = match.index + phrase.length;
    if (isBefore !== undefined && to <= start && isNear(sentence.slice(to, start))) return true;
    if (isAfter !== undefined && match.index >= stop && isNear(sentence.slice(stop, match.index))) return true;
  }
  return false;
}

function isNear(between: string): boolean {
  return !end.test(between) && (between.match(/[\p{L}\p{N}]+/gu) ?? []).length <= window;
}
