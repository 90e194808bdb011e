import type { Span } from '../text';
import type { AnnotationParams } from './annotationProblems';
import type { CheckParams } from './checkProblems';
import type { CitingParams } from './citingProblems';
import type { TerminologyParams } from './terminologyProblems';

/**
 * Every kind of thing that can be wrong in the user's data, with what its message needs to say.
 * The words are made in `messages.ts`, so that the editor and the command line say the same.
 */
export interface ProblemParams extends AnnotationParams, CheckParams, CitingParams, TerminologyParams {
  // Any text
  'file-empty': object;
  'file-binary': object;
  'file-too-large': { readonly bytes: number; readonly limit: number };
  'encoding-invalid': { readonly encoding: string; readonly readAs: string };
  'format-unknown': object;
  'nothing-found': { readonly format: string };

  // YAML, JSON and XML
  'yaml-syntax': { readonly detail: string };
  'json-syntax': { readonly detail: string };
  'xml-syntax': { readonly detail: string };
  'not-a-list': { readonly key: string };
  'wrong-type': { readonly key: string; readonly expected: string };
  'unknown-key': { readonly key: string; readonly known: string; readonly suggestion?: string };

  // Records
  'record-without-id': object;
  'record-without-title': { readonly id: string };
  'record-dropped': { readonly id: string; readonly detail: string };
  'field-dropped': { readonly id: string; readonly detail: string };
  'type-unknown': { readonly id: string; readonly type: string };
  'date-invalid': { readonly id: string; readonly value: string };
  'citekey-invalid': { readonly id: string };
  'citekey-duplicate': { readonly id: string; readonly other: string };
  'several-records': { readonly count: number };

  // What a pasted text does not say: told, never guessed
  'field-missing': { readonly field: string };
  'names-incomplete': object;
  'text-incomplete': { readonly detail: string };
  'line-ignored': { readonly line: string };

  // Glossary
  'term-without-name': object;
  'term-duplicate': { readonly name: string; readonly other: string; readonly line: number };
  'broader-unknown': { readonly name: string; readonly broader: string };
  'broader-cycle': { readonly name: string; readonly broader: string };
  'id-malformed': { readonly id: string };
  'text-too-long': { readonly key: string; readonly limit: number };
  'aliases-too-many': { readonly limit: number };

  // Formulas for citekeys
  'formula-syntax': { readonly found: string; readonly expected: string };
  'formula-unfinished': { readonly expected: string };
  'formula-quote-open': object;
  'formula-regex': object;
  'formula-too-long': { readonly limit: number };
  'formula-function-unknown': { readonly name: string; readonly meant: string };
  'formula-filter-unknown': { readonly name: string; readonly meant: string };
  'formula-argument-unknown': { readonly name: string; readonly argument: string; readonly expected: string };
  'formula-argument-missing': { readonly name: string; readonly argument: string };
  'formula-argument-wrong': { readonly name: string; readonly argument: string; readonly expected: string };
}

export type ProblemCode = keyof ProblemParams;

/** A `hint` is shown in the text alone, and not among the problems. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something wrong in the user's data. `span` is its place in the text it was found in; without one, the whole text. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly params: ProblemParams[Code];
    readonly span?: Span;
  };
}[ProblemCode];

/** Makes a problem whose code and parameters belong together, as the union above asks. */
export function problem<Code extends ProblemCode>(
  code: Code,
  severity: Severity,
  params: ProblemParams[Code],
  span?: Span,
): Problem {
  return { code, severity, params, ...(span && { span }) } as Problem;
}
