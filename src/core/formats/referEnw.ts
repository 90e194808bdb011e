import type { Format } from './format';
import { referRecord } from './referRecord';
import type { Opening, TagAt, TaggedForm } from './tagged';
import { readTagged } from './tagged';

/** EndNote's `.enw`, and the older refer and BibIX that it came from. */
export const referEnw: Format = {
  id: 'refer-enw',
  name: 'EndNote (.enw), refer',
  extensions: ['enw', 'ref', 'refer'],
  detect,
  read: (text) => readTagged(text, formOf(text), referRecord),
};

/** `%A Chen, Y. M.`: a percent sign, one more sign, and a space or nothing. */
function tagAt(text: string, start: number, end: number, found: TagAt): boolean {
  const after = text.charCodeAt(start + 2);
  const isTag = end - start >= 2 && text.charCodeAt(start) === 37 && text.charCodeAt(start + 1) > 32 && (start + 2 >= end || after === 32 || after === 9 || after === 13);
  if (!isTag) return false;
  found.tag = text.charAt(start + 1);
  found.valueAt = Math.min(start + 3, end);
  return true;
}

/** EndNote begins each record with `%0`; refer only parts them by empty lines. */
function formOf(text: string): TaggedForm {
  const hasTypes = /^%0[ \t]/m.test(text);
  const begins = ({ tag, afterBlank, seen }: Opening): boolean => !seen || (hasTypes ? tag === '0' : afterBlank);
  return { tagAt, begins, lists: new Set(['K']) };
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  const match = /^\uFEFF?%[A-Z0-9@?*] \S/m.exec(head);
  if (!match || head.slice(0, match.index).trim() !== '') {
    return /^%0 \S.*\r?\n%[A-Z] /m.test(head) ? 0.5 : 0;
  }
  // TeX's comments begin with a percent sign too: `% A note`, `%A note`.
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const tagged = lines.filter((line) => /^%[A-Z0-9@?*] /.test(line)).length;
  return /^\uFEFF?%0 /.test(head.trimStart()) ? 0.95 : tagged === lines.length || tagged > 3 ? 0.85 : 0.3;
}
