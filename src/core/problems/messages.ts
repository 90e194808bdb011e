import { annotationMessages } from './annotationProblems';
import { checkMessages } from './checkProblems';
import { citingMessages } from './citingProblems';
import type { Problem, ProblemCode, ProblemParams } from './problem';
import { terminologyMessages } from './terminologyProblems';

/** Puts values into `{name}` places; the editor hands in its translating one. */
export type Translate = (message: string, values: Record<string, string | number>) => string;

/** One plain sentence or two for each kind of problem: what is wrong, and what can be done. */
const messages: { readonly [Code in ProblemCode]: string } = {
  'file-empty': 'The text is empty.',
  'file-binary': 'This is not a text file. Casebook reads text: a portal page, BibTeX, RIS, CSL, or the export of a database.',
  'file-too-large': 'The file has {bytes} bytes; Casebook reads at most {limit}.',
  'encoding-invalid': 'The text is not valid {encoding}; it was read as {readAs}. If letters look wrong, save the file as UTF-8.',
  'format-unknown': 'The format of this text is not known. Casebook reads research-portal pages, BibTeX, RIS, CSL, the exports of PubMed and other databases, and plain references.',
  'nothing-found': 'No record was found in this {format} text.',
  'yaml-syntax': 'This is not valid YAML: {detail}',
  'json-syntax': 'This is not valid JSON: {detail}',
  'xml-syntax': 'This is not valid XML: {detail}',
  'not-a-list': '`{key}` must be a list.',
  'wrong-type': '`{key}` must be {expected}.',
  'unknown-key': '`{key}` is not known here. Known are: {known}.',
  'record-without-id': 'The record has no `id`, so no note can cite it. Give it a citekey, such as `id: chen1995`.',
  'record-without-title': 'The record `{id}` has no title.',
  'record-dropped': 'The record `{id}` could not be read: {detail}',
  'field-dropped': 'A field of the record `{id}` could not be read: {detail}',
  'type-unknown': '`{type}` is not one of the types that CSL knows, such as `article-journal`.',
  'date-invalid': '`{value}` is not a date; write `1995-08-01`, or `date-parts: [[1995, 8, 1]]`.',
  'citekey-invalid': '`{id}` cannot be cited as `@{id}`; as a citekey use letters, digits and single `-`, `_`, `:` or `.` inside.',
  'citekey-duplicate': 'The citekey `{id}` is also used in {other}; notes that cite it may get the wrong paper.',
  'several-records': 'The file holds {count} records. A paper file holds one; only the first is shown.',
  'field-missing': 'The text does not say: {field}.',
  'names-incomplete': 'The text gives only some of the authors ("et al.").',
  'text-incomplete': 'The text seems cut off: {detail}',
  'line-ignored': 'This line was not understood and is left out: {line}',
  'term-without-name': 'The term has no `name`.',
  'term-duplicate': 'The name `{name}` is also that of the term in line {line}.',
  'broader-unknown': '`{name}` names a broader term that no glossary has: `{broader}`.',
  'broader-cycle': '`{broader}` cannot be broader than `{name}`, since it is also narrower.',
  'id-malformed': '`{id}` is not an id of the form `MESH:D007955`.',
  'text-too-long': '`{key}` is longer than {limit} characters.',
  'aliases-too-many': 'The file uses more than {limit} YAML aliases; the rest are left out.',
  'formula-syntax': 'The citekey formula has `{found}` where `{expected}` could stand.',
  'formula-unfinished': 'The citekey formula ends too soon: `{expected}` is missing.',
  'formula-quote-open': 'A quote in the citekey formula is not closed.',
  'formula-regex': 'A citekey formula takes no regular expressions here; write the text itself in quotes.',
  'formula-too-long': 'The citekey formula is longer than {limit} characters.',
  'formula-function-unknown': 'Citekey formulas have no function `{name}`. Is one of these meant: {meant}?',
  'formula-filter-unknown': 'Citekey formulas have no filter `.{name}`. Is one of these meant: {meant}?',
  'formula-argument-unknown': 'In the citekey formula `{name}` does not take `{argument}`. It takes: {expected}.',
  'formula-argument-missing': 'In the citekey formula `{name}` needs its `{argument}`.',
  'formula-argument-wrong': 'In the citekey formula `{argument}` of `{name}` must be one of: {expected}.',
  ...annotationMessages,
  ...checkMessages,
  ...citingMessages,
  ...terminologyMessages,
};

/**
 * @param translate puts the values in; by default in English
 * @returns the problem in words for the user, without its place
 */
export function problemMessage(problem: Problem, translate: Translate = fillIn): string {
  return translate(template(problem), values(problem.params));
}

function template(problem: Problem): string {
  const meant = problem.code === 'unknown-key' && problem.params.suggestion !== undefined;
  return meant ? '`{key}` is not known here. Did you mean `{suggestion}`?' : messages[problem.code];
}

function values(params: ProblemParams[ProblemCode]): Record<string, string | number> {
  return { ...params };
}

/** Puts values into `{name}` places, in English. */
export function fillIn(message: string, given: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(given[name] ?? place));
}
