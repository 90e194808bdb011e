/** What became of one test, printed as one line by whatever runs it: mocha in Node, or in one of the VS Codes. */
export type Result =
  /** Where the tests run, as that place names itself. */
  | { readonly event: 'started'; readonly where: string }
  | { readonly event: 'passed'; readonly title: string; readonly ms: number }
  | { readonly event: 'failed'; readonly title: string; readonly error: string }
  | { readonly event: 'skipped'; readonly title: string }
  /** A run without this line at its end has died. */
  | { readonly event: 'end' };

const mark = 'casebook-test ';

export const toLine = (result: Result): string => mark + JSON.stringify(result);

export const isResultLine = (line: string): boolean => line.startsWith(mark);

export const fromLine = (line: string): Result => JSON.parse(line.slice(mark.length)) as Result;
