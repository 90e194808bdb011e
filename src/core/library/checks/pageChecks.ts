import { normalPages } from '../../formats/pages';
import { type Check, short, write } from './check';

/** A longer stretch of pages is no article's: `1023-998` ends before it begins, rather than at 1998. */
const longestArticle = 500;

/** The word that styles set before pages. */
const prefix = /^\s*(?:pp?|pages?|pgs?)(?:\.\s*|\s+)(?=[a-z]?\d|[ivxlc]+\b)/i;

/** Two dashes, another dash than the hyphen, or spaces around it, between page numbers. */
const otherDash = /\d\s*(?:--+|[\u2010-\u2015\u2212]|\s-|-\s)\s*[a-z]{0,3}\d/i;

/** Page ranges in CSL's form: `168-172`. */
export const pageChecks: Check = (record, report) => {
  const { page } = record;
  if (page === undefined || page.length > 200) return;
  const value = short(page);
  if (prefix.test(page)) {
    report('page-prefix', 'warning', 'page', { value }, write('page', normalPages(page.replace(prefix, ''))));
    return;
  }
  if (otherDash.test(page)) {
    report('page-dash', page.includes('--') ? 'warning' : 'information', 'page', { value }, write('page', normalPages(page)));
    return;
  }
  const ranges = page.split(/([,;]\s*)/).map((part) => ({ part, ...readRange(part) }));
  if (ranges.some(({ descends }) => descends)) {
    report('page-range-descending', 'warning', 'page', { value });
  } else if (ranges.some(({ full }) => full !== undefined)) {
    const full = ranges.map((range) => range.full ?? range.part).join('');
    report('page-range-abbreviated', 'warning', 'page', { value, full }, write('page', full));
  }
};

/** @returns the range with its last page written out where it was cut short, and whether it ends before it begins */
function readRange(text: string): { readonly full?: string; readonly descends: boolean } {
  const [, letters = '', start = '', endLetters = '', end = ''] = /^([a-z]{0,5})(\d{1,9})-([a-z]{0,5})(\d{1,9})$/i.exec(text) ?? [];
  const comparable = end !== '' && !end.startsWith('0') && (endLetters === '' || endLetters === letters);
  if (!comparable || Number(end) >= Number(start)) return { descends: false };
  // `106108-3` is an article's number with the count of its pages.
  if (start.length >= 5 && end.length <= 2) return { descends: false };
  const whole = start.slice(0, start.length - end.length) + end;
  const pages = Number(whole) - Number(start);
  return end.length < start.length && pages >= 0 && pages <= longestArticle ? { full: `${letters}${start}-${letters}${whole}`, descends: false } : { descends: true };
}
