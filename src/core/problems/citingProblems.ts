/** What can be wrong with the citations of a note and with what its front matter says of them. */
export interface CitingParams {
  'citekey-unknown': { readonly key: string };
  'citekey-ambiguous': { readonly key: string; readonly places: string };
  'citations-unparted': { readonly key: string; readonly before: string };
  'locator-bare': { readonly written: string; readonly meant: string };
  'citation-unclosed': { readonly key: string };
  'style-unfetched': { readonly style: string };
  'style-unknown': { readonly style: string };
  'locale-unknown': { readonly language: string };
  'abbreviations-unreadable': { readonly path: string };
  'bibliography-missing': { readonly path: string };
  'bibliography-silent': { readonly path: string };
  'bibliography-uncited': { readonly path: string; readonly count: number; readonly total: number; readonly keys: string };
}

/** One plain sentence or two for each: what is wrong, and what can be done. */
export const citingMessages: { readonly [Code in keyof CitingParams]: string } = {
  'citekey-unknown': 'No paper in the library has the citekey `{key}`.',
  'citekey-ambiguous': 'Different works have the citekey `{key}`: {places}. The first of them is cited; give one of them another key.',
  'citations-unparted': '`@{key}` stands inside the citation of `@{before}` and is written out there as if it were in the sentence. Part the two with a semicolon.',
  'locator-bare': 'Behind a citation in the sentence, `{written}` is plain text. Written `{meant}` it is part of the citation.',
  'citation-unclosed': 'The bracket before `@{key}` is never closed, so it is no group of citations.',
  'style-unfetched': 'The citation style at {style} has not been fetched yet, so this note is shown without it.',
  'style-unknown': 'There is no citation style `{style}`: neither of that name, nor as a file beside this note or in the workspace folder.',
  'locale-unknown': 'CSL has no words for the language `{language}`, so citations are in English. Write a language such as `en-GB`, `ja` or `de-CH`.',
  'abbreviations-unreadable': 'There are no abbreviations at `{path}`: no file beside this note or in the workspace folder, or none of the form `{"default": {"container-title": {…}}}`.',
  'bibliography-missing': 'There is no file `{path}`, neither beside this note nor in the workspace folder, so nothing can be cited from it.',
  'bibliography-silent': 'Whether there is a file `{path}` cannot be told, since its file system does not answer. Nothing can be cited from it until it does.',
  'bibliography-uncited': 'This note does not cite {count} of the {total} works in `{path}`: {keys}',
};
