import { findDoi, wholeDoi } from '../../formats/doi';
import { add, type Check, short, write } from './check';

/** A prefix of a registrant, a slash, and anything without spaces (ISO 26324). */
const wellFormed = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** Addresses of the resolver alone: another address may hold a DOI that is not this work's. */
const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(?=10\.)/i;

/** A DOI is bare, has its form, and stands where it belongs. */
export const doiChecks: Check = (record, report) => {
  const { DOI: doi, URL: url } = record;
  if (doi === undefined || doi === '') {
    const found = url !== undefined && resolver.test(url) ? wholeDoi(url) : undefined;
    if (found !== undefined && wellFormed.test(found)) report('doi-in-url', 'information', 'URL', { doi: found }, add('DOI', found));
    return;
  }
  const bare = bareDoi(doi);
  if (bare === undefined) report('doi-malformed', 'warning', 'DOI', { value: short(doi) });
  else if (bare !== doi) report('doi-not-bare', 'warning', 'DOI', { value: short(doi), bare }, write('DOI', bare));
};

function bareDoi(text: string): string | undefined {
  if (wellFormed.test(text) && !/[.,;:]$|["<>{}\\]/.test(text)) return text;
  const whole = wholeDoi(text).replace(/[.,;:]+$/, '');
  return wellFormed.test(whole) ? whole : findDoi(text);
}
