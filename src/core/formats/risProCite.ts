import type { RisEntry } from './risEntry';
import { tag } from './risTags';

const t = {
  TY: tag('TY'), N1: tag('N1'), A1: tag('A1'), AU: tag('AU'), A2: tag('A2'), A3: tag('A3'), ED: tag('ED'), TA: tag('TA'), VL: tag('VL'), IS: tag('IS'),
  ET: tag('ET'), CY: tag('CY'), T2: tag('T2'), M1: tag('M1'), SP: tag('SP'), SE: tag('SE'), M3: tag('M3'),
};

/** Which tag says what ProCite says in a note, after a label of its own: `N1  - Place of Publication: Boston`. */
const labels: ReadonlyMap<string, number> = new Map([
  ['Record ID', 'ID'], ['Record Number', 'ID'], ['Notes', 'N1'], ['Call Number', 'CN'], ['Edition', 'ET'], ['ISBN', 'SN'], ['Language', 'LA'], ['Publisher Name', 'PB'],
  ['Place of Publication', 'CY'], ['Series Title', 'T3'], ['Proceedings Title', 'C3'], ['Page(s)', 'SP'], ['Volume ID', 'VL'], ['Issue ID', 'IS'],
  ['Issue Identification', 'IS'],
].map(([label, name]) => [label as string, tag(name as string)]));

/** Tags that ProCite uses in another way, by the type of the record. */
const moved: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  CHAP: [[t.VL, t.ET]],
  BOOK: [[t.VL, t.ET], [t.IS, t.VL]],
  COMP: [[t.IS, t.ET]],
  BILL: [[t.CY, t.T2], [t.VL, t.M1], [t.SP, t.SE]],
  ART: [[t.M1, t.M3]],
};

/** What the people before an `Author Role` are, unless they are authors. */
const roles: readonly (readonly [RegExp, number])[] = [[/^(?:eds?\b|edit|compil|collect|assembl)/i, t.ED], [/^translat/i, t.TA]];

const longestLabel = 30;

/**
 * Brings a record of ProCite to the tags that others use: most of what it knows stands in notes with labels. Its records
 * are known by their number, which is such a note. The labels and tags are those that Zotero's translator knows.
 */
export function fromProCite(entry: RisEntry): void {
  if (!entry.has(t.N1) || !isProCite(entry)) return;
  for (const [from, to] of moved[entry.first(t.TY) ?? ''] ?? []) {
    for (let index = 0; index < entry.count; index += 1) {
      if (entry.isOf(index, from, from)) entry.rename(index, to, 0);
    }
  }
  for (let index = 0; index < entry.count; index += 1) {
    if (entry.isOf(index, t.N1, t.N1)) readLabel(entry, index);
  }
  entry.renamed();
}

function isProCite(entry: RisEntry): boolean {
  return /^Record (?:ID|Number): ?\d/.test(entry.first(t.N1) ?? '');
}

function readLabel(entry: RisEntry, index: number): void {
  const value = entry.value(index);
  const colon = value.slice(0, longestLabel).indexOf(':');
  if (colon < 0) return;
  const label = value.slice(0, colon);
  const name = labels.get(label);
  if (name !== undefined) {
    entry.rename(index, name, colon + 1);
  } else if (label === 'Author Role') {
    const said = value.slice(colon + 1).trim();
    const role = roles.find(([pattern]) => pattern.test(said))?.[1];
    if (role !== undefined && renamePeople(entry, index - 1, role)) entry.rename(index, t.N1, value.length);
  }
}

/** Gives the people that end at a place another tag; whether there are any. */
function renamePeople(entry: RisEntry, last: number, role: number): boolean {
  const people = [t.A1, t.AU, t.A2, t.A3].find((each) => last >= 0 && entry.isOf(last, each, each));
  if (people === undefined) return false;
  for (let index = last; index >= 0 && entry.isOf(index, people, people); index -= 1) entry.rename(index, role, 0);
  return true;
}
