import type { CslItem } from '../library/record';
import { Citekeys } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { orderedRecord } from './cslYamlWrite';
import type { Format, ReadResult } from './format';
import { readPageBody } from './portalBody';
import { readCitation } from './portalCitation';
import type { Telling } from './portalMerge';
import { mergeTellings, sameWork } from './portalMerge';
import { portalParts } from './portalParts';

/** What a work of each type should say; of what it does not, the reader is told. */
const expectedFields: Readonly<Record<string, readonly string[]>> = {
  'article-journal': ['title', 'author', 'issued', 'container-title', 'volume', 'issue', 'page', 'DOI'],
  'paper-conference': ['title', 'author', 'issued', 'container-title', 'page', 'DOI'],
  chapter: ['title', 'author', 'issued', 'container-title', 'page', 'publisher'],
  thesis: ['title', 'author', 'issued', 'publisher'],
  book: ['title', 'author', 'issued', 'publisher'],
};
const alwaysExpected: readonly string[] = ['title', 'author', 'issued'];

/** Without these a citation cannot be made; the others many good records lack. */
const needed: ReadonlySet<string> = new Set(alwaysExpected);

/**
 * The text of a research portal's page (Elsevier Pure), selected and copied: the page, all of it or a part, any of its
 * ready-made citations alone, or all at once. What the text does not say is told as missing and never made up.
 */
export const portalText: Format = {
  id: 'portal-text',
  name: 'research portal page',
  extensions: ['txt'],
  detect,
  read: readPortalText,
};

/** The longest page met has some 50,000 characters; what is larger by far is no page, and would take long to find out. */
const largest = 2_000_000;

function readPortalText(text: string): ReadResult {
  if (text.length > largest) {
    return { records: [], problems: [problem('file-too-large', 'error', { bytes: text.length, limit: largest })] };
  }
  const { tellings, lines, ignored } = portalParts(text);
  const body = readPageBody(lines);
  const fromBody: Telling = { source: 'body', record: body.record, truncated: body.truncated };
  const all = body.isPage ? [fromBody, ...tellings] : tellings;
  const groups = groupWorks(all);
  const problems: Problem[] = ignored.map((line) => problem('line-ignored', 'information', { line: line.slice(0, 200) }, spanOf(text, line)));
  const keys = new Citekeys();
  const records: CslItem[] = [];
  // One page is of one work: a citation that does not fit it was misread, or is of something else.
  for (const group of body.isPage ? groups.slice(0, 1) : groups) {
    const merged = mergeTellings(group);
    if (Object.keys(merged.record).every((key) => key === 'type')) continue;
    const record = withId(merged.record, keys, problems);
    records.push(record);
    if (merged.truncated) problems.push(problem('names-incomplete', 'warning', {}));
    problems.push(...missingFields(record));
  }
  return { records, problems };
}

/** Works among which a telling's own is looked for. */
const nearby = 20;

function groupWorks(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    // What is of one work stands together; a look at all of a long list would take the square of its length.
    const group = groups.slice(-nearby).findLast((each) => each.some((other) => sameWork(other, telling)));
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return groups;
}

function withId(record: Partial<CslItem>, keys: Citekeys, problems: Problem[]): CslItem {
  if (record.type === undefined) problems.push(problem('field-missing', 'information', { field: 'type' }));
  const type = record.type ?? 'document';
  return orderedRecord({ ...record, type, id: keys.make(record) }) as CslItem;
}

function missingFields(record: CslItem): Problem[] {
  const expected = Object.hasOwn(expectedFields, record.type) ? expectedFields[record.type] : alwaysExpected;
  return (expected ?? alwaysExpected)
    .filter((field) => record[field] === undefined && !(field === 'page' && record.number !== undefined))
    .map((field) => problem('field-missing', needed.has(field) ? 'warning' : 'information', { field }));
}

function spanOf(text: string, line: string): { readonly start: number; readonly end: number } | undefined {
  const start = text.indexOf(line);
  return start < 0 ? undefined : { start, end: start + line.length };
}

/** Each is rare elsewhere; two together are a portal page. */
const signs: readonly (readonly [RegExp, number])[] = [
  [/^[ \t]*Research output:[ \t]*\S/m, 0.5],
  [/^[ \t|]*Original language(?:[ \t|]|[A-Z])/m, 0.4],
  [/^[ \t|]*(?:Publication status|State)(?:[ \t|]*)(?:Published|E-pub|Accepted)/m, 0.4],
  [/Dive into the research topics of/, 0.4],
  [/Cite this\s*$/m, 0.25],
  [/^[ \t|]*(?:Pages \(from-to\)|Number of pages|Issue number|Title of host publication)(?:[ \t|]|\d|[A-Z])/m, 0.3],
  [/^[ \t]*(?:ASJC Scopus subject areas|All Science Journal Classification)/m, 0.3],
  [/^[ \t]*[\d.,]+ Citations? \((?:Scopus|Web of Science)\)/m, 0.3],
];

function detect(text: string): number {
  const head = text.slice(0, 100_000);
  const sum = signs.reduce((total, [sign, weight]) => total + (sign.test(head) ? weight : 0), 0);
  if (sum >= 0.4) {
    return Math.min(sum, 0.97);
  }
  // A citation alone is short, and is nothing else either.
  const isShort = head.length < 5000 && !/^\s*(?:[@{[]|TY {1,2}-|---|references:|#)/.test(head);
  return isShort && readCitation(head.trim().split(/\n\s*\n/)[0] ?? '') ? 0.5 : sum;
}
