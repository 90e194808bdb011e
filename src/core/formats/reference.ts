import type { CslItem } from '../library/record';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import { readApa } from './citationApa';
import { readChicago } from './citationChicago';
import { readHarvardYear } from './citationHarvardYear';
import { readIeee } from './citationIeee';
import { readNlm } from './citationNlm';
import type { ReadReference } from './citationParts';
import { pick } from './citationParts';
import { readSpringer } from './citationSpringer';
import { languageTag } from './languages';
import { findDoi } from './doi';
import type { Format, ReadResult } from './format';
import { readCitation } from './portalCitation';
import { RecordList } from './recordList';
import { referenceLines } from './referenceLines';

/** No reference is longer; a longer paragraph is text. */
const longest = 3000;

/** References looked at to tell a list of them from other text. */
const looked = 12;

/** Less sure than any other format; a list of different works is no portal's page, which is of one. */
const sureOfOne = 0.3;
const sureOfList = 0.55;

/** References as they stand at the end of a paper: Vancouver/NLM, AMA, APA, Harvard, Chicago, IEEE, Springer, Nature; one a line, or numbered. */
export const reference: Format = {
  id: 'reference',
  name: 'references as text',
  extensions: ['txt'],
  detect,
  read: readReferences,
};

function readReferences(text: string): ReadResult {
  const list = new RecordList();
  for (const { line, span } of referenceLines(text)) {
    const read = line.length > longest ? undefined : readReference(line);
    if (!read) {
      list.tell(problem('line-ignored', 'warning', { line: line.slice(0, 200) }, span));
      continue;
    }
    const { type = 'document', ...rest } = read.record;
    if (read.record.type === undefined) list.tell(problem('field-missing', 'information', { field: 'type' }, span));
    list.add({ record: { type, ...rest }, truncated: read.truncated }, span);
    tellMissing(rest, span, list);
  }
  return list.result();
}

function tellMissing(record: Partial<CslItem>, span: Span, list: RecordList): void {
  for (const field of ['title', 'author', 'issued'].filter((each) => record[each] === undefined)) {
    list.tell(problem('field-missing', 'warning', { field }, span));
  }
}

/** One reference, in whatever style; what follows its pages (DOI, PubMed's ids, an address) is read apart from it. */
export function readReference(text: string): ReadReference | undefined {
  const { body, ids } = withoutIds(text);
  if (!/\p{L}/u.test(body) || !/\b(?:1[5-9]|20)\d\d\b/.test(body)) {
    return undefined;
  }
  const read: readonly ReadReference[] = [readNlm, readApa, readIeee, readChicago, readSpringer, readHarvardYear, readCitation].map((each) => each(body)).filter((each) => each !== undefined);
  const best = read.find(({ record }) => record['container-title'] !== undefined || record.publisher !== undefined) ?? read[0];
  return best && { ...best, record: { ...best.record, ...ids } };
}

/** NLM and others say so behind the pages of a work in another language than theirs. */
const inLanguage = /(?<=\d)\.?\s\(?(?:[Ii]n )?(Chinese|Czech|Danish|Dutch|French|German|Hungarian|Italian|Japanese|Korean|Norwegian|Polish|Portuguese|Russian|Spanish|Swedish|Turkish)\)?\.?(?=\s*$)/;

interface WithoutIds {
  readonly body: string;
  readonly ids: Partial<CslItem>;
}

/** `doi:10.1/x`, `PMID: 1; PMCID: PMC2.`, `Available from: https://…`, `Epub 2015 Mar 3.`, `[PubMed] [Cross Ref]`. */
function withoutIds(text: string): WithoutIds {
  const doi = findDoi(text);
  const pmid = /\b(?:PMID|PubMed(?:\sID)?):?\s?(\d{1,8})\b/i.exec(text)?.[1];
  const pmcid = /\bPMC\d{3,9}\b/i.exec(text)?.[0];
  const url = /\bhttps?:\/\/[^\s<>"]+?(?=[.,;)\]]*(?:\s|$))/i.exec(text)?.[0];
  const body = text
    .replace(/\[(?:PubMed|Cross\s?Ref|Google Scholar|PMC free article|Internet|(?:updated [^\];]{1,40}; ?)?cited [^\]]{1,40}|DOI|about [^\]]{1,20})\]/gi, '')
    .replace(/\(?(?:Available|Retrieved)\s(?:from|at|online)[^h]{0,30}:?\s?https?:\/\/\S+\)?/gi, '')
    .replace(/\(Accessed:?\s[^()]{3,40}\)\.?/gi, '')
    .replace(/(?:https?:\/\/|\bdoi:?\s?|\bdoi\.org\/)\S+/gi, '')
    .replace(/\b(?:PMID|PMCID|PubMed(?:\sID)?):?\s?(?:PMC)?\d+[.;,]?/gi, '')
    .replace(/\bEpub\s(?:ahead of print)?[^.]{0,30}\.?/gi, '')
    .replace(inLanguage, '.')
    .replace(/\s+/g, ' ').replace(/ (?=[.;:,](?: |$|\d))/g, '').replace(/(?:\s?[.;:,])+\s?$/, '.').trim();
  const language = inLanguage.exec(text)?.[1];
  const isOwnUrl = url !== undefined && !/doi\.org\//i.test(url);
  return { body, ids: { ...pick('DOI', doi), ...pick('PMID', pmid), ...pick('PMCID', pmcid?.toUpperCase()), ...(isOwnUrl && { URL: url }), ...(language && { language: languageTag(language) }) } };
}

/** Only where all that is there are references: a note that holds some is a note. */
function detect(text: string): number {
  const head = text.slice(0, 20_000);
  if (!/(?:1[5-9]|20)\d\d/.test(head) || /^\s*(?:[@{[<]|TY\s|%[0A-Z]\s|---)/.test(head.replace(/^\s*\[\d{1,4}\]/, ''))) {
    return 0;
  }
  const lines = referenceLines(head).slice(0, looked + 1);
  const whole = text.length > head.length || lines.length > looked ? lines.slice(0, -1) : lines;
  const known = whole.map(({ line }) => (line.length <= longest ? readReference(line) : undefined)).filter(isSure);
  if (known.length === 0 || known.length < 0.8 * whole.length) {
    return 0;
  }
  const titles = new Set(known.map((read) => read?.record.title?.toLowerCase()));
  return known.length > 2 && titles.size > known.length / 2 ? sureOfList : sureOfOne;
}

function isSure(read: ReadReference | undefined): boolean {
  const { title, author, issued, DOI, PMID, volume, publisher } = read?.record ?? {};
  return title !== undefined && author !== undefined && issued !== undefined && [read?.record['container-title'], DOI, PMID, volume, publisher].some((each) => each !== undefined);
}
