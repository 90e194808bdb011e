import type { Format } from './format';
import type { Opening, TaggedForm } from './tagged';
import { readTagged } from './tagged';
import { twoLetterTag } from './twoLetterTags';
import { wosRecord } from './wosRecord';

/** Clarivate's field tags, so that a line of text that begins `IN VIVO` is none. */
const tags: ReadonlySet<string> = new Set((
  'FN VR PT AU AF BA BF CA GP BE ED TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI FU FX CR NR TC Z9 Z8 ZB ZR ZS ZA U1 U2 PU PI ' +
  'PA PV SN EI BN J9 JI PD PY VL IS PN SU SI MA BP EP AR DI DL D2 EA EY PG P2 WC WE SC GA PM UT OA HC HP DA ER EF PS AN AE CN CC OR BD NT ' +
  'CO PE DC GE TM MC TN AK IP DS FS CP SD SS TA'
).split(' '));

const form: TaggedForm = {
  tagAt: twoLetterTag(tags),
  begins,
  ends: new Set(['ER']),
  around: new Set(['FN', 'VR', 'EF']),
  lists: new Set(['AU', 'AF', 'BA', 'BF', 'CA', 'BE', 'ED', 'GP']),
  kept: new Set((
    'PT AU AF BA BF CA GP BE ED TI SO SE LA DT CT CY CL DE ID AB PU PI SN EI BN J9 JI PD PY EY VL IS PN SU SI BP EP PS AR DI D2 PG PM UT AE'
  ).split(' ')),
};

/** Web of Science's "Plain text file" and "Field tagged" exports, and ISI's before it. */
export const wosTagged: Format = {
  id: 'wos-tagged',
  name: 'Web of Science (tagged)',
  extensions: ['isi', 'ciw', 'txt'],
  detect,
  read: (text) => readTagged(text, form, wosRecord),
};

/** A record begins with `PT`; one that has lost it, with the first field after the end of the one before. */
function begins({ tag, seen }: Opening): boolean {
  return tag === 'PT' || !seen;
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  if (/^\s*\uFEFF?FN (?:ISI|Thomson|Clarivate|Web of)/.test(head) || /^\s*\uFEFF?FN .{3,80}\r?\nVR \d/.test(head)) {
    return 0.97;
  }
  const first = /^\s*\uFEFF?PT [A-Z]\r?\n/.test(head);
  return first && /^(?:AU|TI) /m.test(head) ? 0.9 : 0;
}
