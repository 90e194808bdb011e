import { type Check, write } from './check';

/** Keywords in one list, with commas. */
export const keywordChecks: Check = (record, report) => {
  const { keyword } = record;
  if (keyword === undefined || keyword.includes(',')) return;
  const separator = [';', '|', '\n'].find((sign) => keyword.includes(sign));
  if (separator === undefined) return;
  const words = keyword.split(separator).map((word) => word.trim()).filter((word) => word !== '');
  if (words.length < 2) return;
  report('keyword-separator', 'information', 'keyword', { separator: separator === '\n' ? 'line breaks' : separator.trim() }, write('keyword', words.join(', ')));
};
