/**
 * What the checks of a record's fields find, each with what its message needs to say. Every code can be set off
 * (`casebook.problems.off`), and stands in `docs/checks.md`.
 */
export interface CheckParams {
  // What a reference needs and the record does not say
  'title-missing': object;
  'author-missing': object;
  'container-missing': { readonly field: string };
  'date-missing': object;
  'volume-missing': object;
  'pages-missing': object;
  'publisher-missing': { readonly field: string };

  // Identifiers
  'doi-not-bare': { readonly value: string; readonly bare: string };
  'doi-malformed': { readonly value: string };
  'doi-in-url': { readonly doi: string };
  'pmid-malformed': { readonly value: string };
  'pmcid-malformed': { readonly value: string };
  'identifier-in-note': { readonly value: string };
  'issn-malformed': { readonly value: string };
  'issn-check-digit': { readonly value: string; readonly digit: string };
  'isbn-malformed': { readonly value: string };
  'isbn-check-digit': { readonly value: string; readonly digit: string };
  'url-malformed': { readonly value: string };

  // Pages and numbers
  'page-range-descending': { readonly value: string };
  'page-range-abbreviated': { readonly value: string; readonly full: string };
  'page-dash': { readonly value: string };
  'page-prefix': { readonly value: string };
  'label-in-number': { readonly field: string; readonly value: string };
  'issue-in-volume': { readonly value: string };

  // Dates
  'date-future': { readonly field: string; readonly value: string };
  'date-impossible': { readonly field: string; readonly value: string };
  'date-range-reversed': { readonly field: string; readonly value: string };
  'year-improbable': { readonly value: string };

  // Texts
  'title-capitals': object;
  'title-full-stop': object;
  'braces-unbalanced': { readonly field: string };
  'tex-left': { readonly field: string; readonly value: string };
  'html-entity': { readonly field: string; readonly value: string };
  'markup-unknown': { readonly field: string; readonly value: string };
  'journal-capitals': { readonly value: string };
  'journal-abbreviated': { readonly value: string; readonly full: string };
  'journal-short-missing': { readonly value: string; readonly short: string };
  'language-malformed': { readonly value: string };
  'keyword-separator': { readonly separator: string };

  // Names
  'name-et-al': { readonly field: string; readonly value: string };
  'names-in-one': { readonly field: string; readonly value: string };
  'name-unparted': { readonly field: string; readonly value: string };
  'name-capitals': { readonly field: string; readonly value: string };
  'name-digits': { readonly field: string; readonly value: string };
  'name-degree': { readonly field: string; readonly value: string };
  'author-duplicate': { readonly field: string; readonly value: string };
  'editor-is-author': object;
}

/** The rules a record's fields are checked by. */
export type CheckCode = keyof CheckParams;

/** One plain sentence or two for each rule: what is wrong, and what can be done. */
export const checkMessages: { readonly [Code in CheckCode]: string } = {
  'title-missing': 'The record has no title.',
  'author-missing': 'No author is named. Add the authors, or the group or institution that wrote the work.',
  'container-missing': 'The {field} is not named, so a reference would not say where this appeared.',
  'date-missing': 'The year is not said. Add `issued`, such as `issued: 1995-08`.',
  'volume-missing': 'The article has no volume. References give volume and pages; look the volume up in PubMed or at the publisher.',
  'pages-missing': 'The article has neither pages nor an article number (`number`).',
  'publisher-missing': 'The {field} is not named.',
  'doi-not-bare': 'A DOI is written without address or other signs around it: `{bare}` rather than `{value}`.',
  'doi-malformed': '`{value}` is not a DOI; DOIs look like `10.1093/jjco/25.4.168`.',
  'doi-in-url': 'The web address holds the DOI {doi}, which the record does not give as `DOI`.',
  'pmid-malformed': '`{value}` is not a PMID; PMIDs are numbers of up to eight digits.',
  'pmcid-malformed': '`{value}` is not a PMCID; PMCIDs look like `PMC1234567`.',
  'identifier-in-note': 'The note holds {value}, which belongs into a field of its own.',
  'issn-malformed': '`{value}` is not an ISSN; ISSNs look like `0368-2811`.',
  'issn-check-digit': 'The ISSN {value} has a digit wrong: the last would have to be {digit}. Compare it with the journal.',
  'isbn-malformed': '`{value}` is not an ISBN; ISBNs have ten or thirteen digits.',
  'isbn-check-digit': 'The ISBN {value} has a digit wrong: the last would have to be {digit}. Compare it with the book.',
  'url-malformed': '`{value}` is not a web address; addresses look like `https://www.example.org/page`.',
  'page-range-descending': 'The pages {value} end before they begin.',
  'page-range-abbreviated': 'The last page is cut short: {value} is {full}. Styles shorten pages by their own rules.',
  'page-dash': 'Write page ranges with one hyphen, as in `168-172`, rather than `{value}`.',
  'page-prefix': 'Styles add "p." or "pp." themselves: leave it out of `{value}`.',
  'label-in-number': 'Styles add the word for the {field} themselves: leave it out of `{value}`.',
  'issue-in-volume': 'The volume `{value}` holds the issue as well, which has a field of its own.',
  'date-future': 'The date {value} of `{field}` is in the future.',
  'date-impossible': 'There is no day {value} (`{field}`).',
  'date-range-reversed': 'The dates {value} of `{field}` end before they begin.',
  'year-improbable': 'The year {value} cannot be that of this work. Write years with four digits.',
  'title-capitals': 'The title is in capitals throughout, and references would print it so.',
  'title-full-stop': 'The title ends with a full stop; styles set their own.',
  'braces-unbalanced': 'The `{field}` has a brace that is not opened or not closed.',
  'tex-left': 'The `{field}` holds TeX, which references would print as it stands: `{value}`.',
  'html-entity': 'The `{field}` holds `{value}`, which is HTML for another sign.',
  'markup-unknown': 'The `{field}` holds `{value}`, which references would print as it stands. CSL knows `<i>`, `<b>`, `<sub>` and `<sup>`.',
  'journal-capitals': 'The journal `{value}` is in capitals throughout, and references would print it so.',
  'journal-abbreviated': '`{value}` is the abbreviation of {full}. Styles that print full names need the full one here, and the short one as `container-title-short`.',
  'journal-short-missing': 'Styles that abbreviate journals (NLM, Vancouver, AMA) would print {value} in full: its abbreviation, {short}, is not given.',
  'language-malformed': '`{value}` is not a language tag; tags look like `en` or `de-CH`.',
  'keyword-separator': 'The keywords are separated by `{separator}`; CSL has commas, so this would be one keyword.',
  'name-et-al': 'This is no name (`{field}`): {value}. Name all people; styles shorten the list themselves.',
  'names-in-one': 'These are several people in one name (`{field}`): {value}.',
  'name-unparted': 'Not parted into family and given name (`{field}`), so that styles can neither sort nor shorten it: {value}.',
  'name-capitals': 'In capitals, and references would print it so (`{field}`): {value}.',
  'name-digits': 'A name with a digit or sign in it, perhaps of a footnote (`{field}`): {value}.',
  'name-degree': 'A name with a degree or title in it, which references leave out (`{field}`): {value}.',
  'author-duplicate': '{value} is named twice (`{field}`).',
  'editor-is-author': 'The editors are the same people as the authors, and would be printed twice.',
};

/** All rules, in the order of the settings and the documentation. */
export const checkCodes: readonly CheckCode[] = Object.keys(checkMessages) as CheckCode[];

/** @returns whether a text, such as one from the settings, names a rule */
export function isCheckCode(text: unknown): text is CheckCode {
  return typeof text === 'string' && Object.hasOwn(checkMessages, text);
}
