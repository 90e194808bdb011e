import { plainTitle } from '../plainTitle';
import { type Check, write } from './check';
import { sentenceCase } from './sentenceCase';

/** A title has letters of both cases, and no full stop at its end. */
export const titleChecks: Check = (record, report) => {
  const { title } = record;
  if (title === undefined || title.length > 2000) return;
  if (isInCapitals(title)) report('title-capitals', 'information', 'title', {}, write('title', sentenceCase(title, record.abstract)));
  if (endsWithFullStop(title)) report('title-full-stop', 'information', 'title', {}, write('title', title.replace(/\.\s*$/, '')));
};

/** At least three words of which two are long: `HIV AND AIDS` is none, nor are a program's or a trial's names. */
export function isInCapitals(title: string): boolean {
  if (startsInSmallLetters(title)) return false;
  const plain = plainTitle(title);
  const upper = plain.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = plain.match(/\p{Ll}/gu)?.length ?? 0;
  // `mRNA` and `pH` stay small among capitals.
  if (upper < 15 || lower * 15 > upper) return false;
  const words = plain.match(/\p{L}+/gu) ?? [];
  return words.length >= 3 && words.filter((word) => word.length >= 5).length >= 2;
}

/** Whether small letters follow each other soon, which decides for nearly all titles. */
function startsInSmallLetters(title: string): boolean {
  let small = 0;
  for (let at = 0; at < 30 && at < title.length; at += 1) {
    const code = title.charCodeAt(at);
    small = code >= 97 && code <= 122 ? small + 1 : 0;
    // Longer than a tag's name and the small letters of `mRNA`.
    if (small === 4) return true;
  }
  return false;
}

/** Not of an abbreviation (`U.S.`, `Inc.`, `et al.`) or an omission. */
function endsWithFullStop(title: string): boolean {
  const end = title.trimEnd().slice(-8);
  return end.endsWith('.') && /(?:\p{L}{5,}|\p{Ll}[)\]"”’])\.$/u.test(end);
}
