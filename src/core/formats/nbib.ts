import type { Format, ReadResult } from './format';
import { NbibRecordReader } from './nbibRecord';
import { writeNbib } from './nbibWrite';
import type { Opening, TagAt, TaggedForm } from './tagged';
import { readTagged } from './tagged';

const kept: ReadonlySet<string> = new Set([
  'PMID', 'UI', 'PMC', 'OID', 'OWN', 'STAT', 'TI', 'TT', 'BTI', 'CTI', 'VTI', 'AB', 'FAU', 'AU', 'CN', 'FED', 'ED', 'AID', 'LID', 'DP', 'DEP', 'SO',
  'IS', 'ISSN', 'ISBN', 'VI', 'IP', 'PG', 'JT', 'TA', 'LA', 'PT', 'OT', 'MH', 'KW', 'PB', 'PL', 'EN',
]);

/** What a record may begin with, in PubMed, PubMed Central and ERIC. */
const openers: ReadonlySet<string> = new Set(['PMID', 'UI', 'PMC', 'OWN', 'STAT', 'TI']);

/** PubMed's "Save citation to file", the MEDLINE display format; ERIC writes it too, with tags of its own. */
export const nbib: Format = {
  id: 'nbib',
  name: 'PubMed (NBIB, MEDLINE)',
  extensions: ['nbib'],
  detect,
  read: readNbib,
  write: (items) => items.map(writeNbib).join('\n'),
};

function readNbib(text: string): ReadResult {
  const reader = new NbibRecordReader();
  return readTagged(text, formOf(text), (fields) => reader.read(fields));
}

/** `PMID- 1`, `TI  - x`, `ISSN - x`: a tag of two to four letters at the line's beginning, and a hyphen after at most two spaces. */
function tagAt(text: string, start: number, end: number, found: TagAt): boolean {
  let index = start;
  let code = 0;
  while (index < end && index - start < 5 && isCapital(text.charCodeAt(index))) {
    code = code * 32 + text.charCodeAt(index) - 64;
    index += 1;
  }
  const tagEnd = index;
  if (tagEnd - start < 2 || tagEnd - start > 4) return false;
  while (index < end && index - tagEnd < 2 && text.charCodeAt(index) === 32) index += 1;
  if (text.charCodeAt(index) !== 45 || index >= end) return false;
  found.tag = keptTag(code);
  found.valueAt = index + 1;
  return true;
}

/** A power of two, so large that few tags share a place. */
const places = 512;

/** The tags that are kept, by the numbers that their letters make: a table in which looking takes less time than in a `Map`. */
const codes = new Int32Array(places);
const names: string[] = Array.from({ length: places }, () => '');
for (const name of kept) {
  const code = [...name].reduce((sum, letter) => sum * 32 + letter.charCodeAt(0) - 64, 0);
  let place = placeOf(code);
  while (codes[place] !== 0) place = (place + 1) % places;
  codes[place] = code;
  names[place] = name;
}

function placeOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 23;
}

/** A tag by the number of its letters; empty for one that is not kept. */
function keptTag(code: number): string {
  let place = placeOf(code);
  while (codes[place] !== code && codes[place] !== 0) place = (place + 1) % places;
  return names[place] as string;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** An empty line is between records, unless a page or a mail has put one after every line. */
function formOf(text: string): TaggedForm {
  const lines = text.slice(0, 5000).split('\n');
  const isSpread = lines.length > 6 && lines.filter((line) => line.trim() === '').length > 0.4 * lines.length;
  return { tagAt, strict: !isSpread, begins: isSpread ? beginsSpread : begins };
}

/** Records that were pasted without the empty line between them still have one PMID each. */
function begins({ tag, afterBlank, seen }: Opening): boolean {
  return afterBlank || (seen ? tag === 'PMID' && seen.has('PMID') : openers.has(tag));
}

function beginsSpread({ tag, seen }: Opening): boolean {
  return seen ? openers.has(tag) && seen.has(tag) : openers.has(tag);
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  const first = /^[ \t\r\n\uFEFF]*(PMID|PMC |OWN |UI  |STAT|TI  )-/.exec(head);
  const tags = [/^PMID ?-/m, /^OWN -/m, /^STAT-/m, /^(?:FAU|OID) -/m, /^(?:JT|DP|PT)  -/m].filter((tag) => tag.test(head)).length;
  return first && tags >= 1 ? (tags > 1 || first[1] === 'PMID' ? 0.95 : 0.5) : tags > 2 ? 0.6 : 0;
}
