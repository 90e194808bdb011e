/** What can be wrong in a paper's annotations and full texts, each with what its message needs to say. */
export interface AnnotationParams {
  'annotation-without-id': object;
  'annotation-duplicate-id': { readonly id: string };
  'annotation-without-target': { readonly id: string };
  'annotation-part-wrong': { readonly id: string; readonly key: string; readonly expected: string };
  'annotations-unknown': object;
  'full-text-not-jats': object;
  'full-text-empty': object;
  'full-text-too-deep': object;
  'full-text-unclosed': { readonly element: string };
}

/** One plain sentence or two for each: what is wrong, and what can be done. */
export const annotationMessages: { readonly [Code in keyof AnnotationParams]: string } = {
  'annotation-without-id': 'The annotation has no `id` and is left out. Give it one that no other has, such as `id: a7`.',
  'annotation-duplicate-id': 'The id `{id}` is also that of an annotation above; this one is left out until it has another.',
  'annotation-without-target': 'The annotation `{id}` has no `target` with a `source`, such as `source: chen1995.pdf`, and is left out.',
  'annotation-part-wrong': 'In the annotation `{id}`, `{key}` must be {expected}; it is left out.',
  'annotations-unknown': 'These are not annotations that Casebook reads: Hypothesis (JSON), W3C Web Annotation (JSON), a Zotero note (HTML), or brat.',
  'full-text-not-jats': 'This XML is no article in JATS, so there is no text to read without its markup.',
  'full-text-empty': 'There are no words to read in this file.',
  'full-text-too-deep': 'The elements of this file are nested more than 1,000 deep; what follows the deepest is left out.',
  'full-text-unclosed': 'The element `{element}` is never closed, so what follows it is not shown. Close it with `</{element}>`.',
};
