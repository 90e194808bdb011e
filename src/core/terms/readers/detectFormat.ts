import { utf16Encoding } from '../../formats/decode';
import type { TerminologyFormat } from './readTerminology';

/** What a part is: a format, or the tree of MeSH, which has no names of its own, or one of UMLS's files. */
export type PartKind = TerminologyFormat | 'mesh-tree' | 'umls-names' | 'umls-definitions' | 'umls-types' | 'umls-relations';

/** Bytes that are looked at. */
export const detectionLength = 64 * 1024;

/** What each begins with, the surest first. */
const beginnings: readonly (readonly [PartKind, RegExp])[] = [
  ['obo-graphs', /^\s*\{[\s\S]{0,60000}?"(?:graphs|nodes)"\s*:\s*\[/],
  ['mesh-xml', /<(?:DescriptorRecord|SupplementalRecord)(?:Set)?[\s>]/],
  ['mesh-ascii', /^\*NEWRECORD/m],
  ['obo', /^(?:format-version:|\[Term\]|\[Typedef\])/m],
  ['umls-names', /^(?:C\d|CL)\d{6}\|[A-Z]{3}\|[A-Za-z]\|[LS]\d+\|/m],
  ['umls-definitions', /^(?:C\d|CL)\d{6}\|A\d+\|AT\d+\|[^|\n]*\|[^|\n]+\|/m],
  ['umls-types', /^(?:C\d|CL)\d{6}\|T\d{3}\|[AB][\d.]*\|/m],
  ['umls-relations', /^(?:C\d|CL)\d{6}\|(?:A\d+)?\|(?:AUI|CUI|CODE|SCUI|SDUI|RUI|SAUI|PAUI)\|[A-Z]{2,3}\|C\d{7}\|/m],
  ['ctd', /^# DiseaseName\tDiseaseID\t|^DiseaseName\tDiseaseID\t|^# (?:Chemical|Gene)Name\t(?:Chemical|Gene)ID\t/m],
  ['skos', /^\s*(?:@prefix|@base|PREFIX|BASE)\s+\S*\s*<|^<[^<>\s]+>\s+<[^<>\s]+>\s+\S/im],
  ['mesh-terms', /^"?DescriptorUI"?\t"?DescriptorName"?\t/],
  ['ssslm', /^(?=(?:[^\n]*\t)?"?text"?[\t\r\n])(?=(?:[^\n]*\t)?"?curie"?[\t\r\n])/],
];

/** Lines of MeSH's tree, `Abdomen;A01.923.047`, and of MEDIC of 2012, `C567755|613097||Tooth Agenesis, Selective, 6|STHAG6`. */
const meshTreeLine = /^[^;]+;[A-Z]\d\d(?:\.\d{3}){0,15}\s*$/;
const oldCtdLine = /^(?:[CD]\d{6,9}|\d{6})(?:\|(?:[CD]\d{6,9}|\d{6}))*\|\|[^|]/;
/** Share of lines that must have a form for the whole to be told by it. */
const share = 0.9;

/** The kind of a part by its first bytes; `csv` for what may be a table; undefined for what is none of it. */
export function detectFormat(bytes: Uint8Array): PartKind | undefined {
  const utf16 = utf16Encoding(bytes);
  if (!utf16 && bytes.includes(0)) return undefined;
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  const found = beginnings.find(([, form]) => form.test(text));
  if (found) return found[0];
  const lines = text.split('\n').slice(0, bytes.length < detectionLength ? undefined : -1).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const mostly = (form: RegExp): boolean => lines.length > 0 && lines.filter((line) => form.test(line)).length >= share * lines.length;
  if (mostly(meshTreeLine)) return 'mesh-tree';
  if (mostly(oldCtdLine)) return 'ctd';
  return isTable(lines) ? 'csv' : undefined;
}

/** Several lines, each with the same sign between columns; prose has commas, but not as many in each line. */
function isTable(lines: readonly string[]): boolean {
  const first = lines.slice(0, 50);
  if (/^\s*[<{[]/.test(first[0] ?? '<')) return false;
  return ['\t', ';', ',', '|'].some((sign) => {
    const [header = 0, ...counts] = first.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1);
    return header > 0 && counts.filter((count) => count === header).length >= 0.7 * counts.length && counts.length > 0;
  });
}
