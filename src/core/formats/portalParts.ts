import { bibtexRecord } from './bibtexRecord';
import { scanBibtex } from './bibtexScan';
import { readCitation } from './portalCitation';
import type { Telling } from './portalMerge';
import { RisRecordReader } from './risRecord';
import { RisScanner } from './risScan';

/** A portal page taken apart: its ready-made citations, and the lines of all the rest. */
export interface PortalParts {
  readonly tellings: readonly Telling[];
  readonly lines: readonly string[];
  /** Lines among the citations that are none. */
  readonly ignored: readonly string[];
}

/** The tabs above the citations, and the page's last line. */
const tabs = /^\W*(?:apa|author|bibtex|harvard|standard|ris|vancouver|ieee|mla|chicago|cite this|powered by pure.*|copy.*|download.*)\W*$/i;

/** Takes a text apart into citations and page. */
export function portalParts(text: string): PortalParts {
  const bib = takeBibtex(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/^\uFEFF/, ''));
  const ris = takeRis(bib.rest);
  const lines = ris.rest.split('\n');
  const start = citationsStart(lines);
  // Without a `Cite this`, any line may be a citation: it is then all that was pasted.
  const zone = lines.slice(start ?? 0);
  const { tellings, used, ignored } = takeCitations(zone, start !== undefined);
  const body = start === undefined ? zone.filter((_, index) => !used.has(index)) : [...lines.slice(0, start), ...zone.filter((line) => /^\s*Research output:/.test(line))];
  return { tellings: [...ris.tellings, ...bib.tellings, ...tellings], lines: body, ignored: start === undefined ? [] : ignored };
}

function takeBibtex(text: string): { readonly rest: string; readonly tellings: readonly Telling[] } {
  if (!/^[ \t]*@[a-z]+\s*\{/im.test(text)) {
    return { rest: text, tellings: [] };
  }
  const tellings: Telling[] = [];
  let rest = '';
  let at = 0;
  for (const entry of scanBibtex(text).entries) {
    const { record, truncated } = bibtexRecord(entry);
    if (entry.fields.size === 0) continue; // an e-mail address in the text
    tellings.push({ source: 'BibTeX', record: withoutNote(record), truncated });
    rest += `${text.slice(at, entry.span.start)}\n`;
    at = entry.span.end;
  }
  return { rest: rest + text.slice(at), tellings };
}

/** A portal's note is `Publisher Copyright: …`. */
function withoutNote(record: Telling['record']): Telling['record'] {
  const { note, ...rest } = record;
  return note === undefined || /^(?:Publisher )?Copyright\b|^Funding Information/i.test(note) ? rest : record;
}

function takeRis(text: string): { readonly rest: string; readonly tellings: readonly Telling[] } {
  const tellings: Telling[] = [];
  const reader = new RisRecordReader();
  const kept: string[] = [];
  let block: string[] | undefined;
  const close = (): void => {
    const scanner = new RisScanner((block ?? []).join('\n'));
    for (let entry = scanner.next(); entry; entry = scanner.next()) {
      const { record, truncated } = reader.read(entry);
      tellings.push({ source: 'RIS', record, truncated });
    }
    block = undefined;
  };
  for (const line of text.split('\n')) {
    if (/^\s*TY {1,2}- ?[A-Z]{2,7}\s*$/.test(line)) {
      close();
      block = [];
    }
    (block ?? kept).push(line);
    if (block && /^\s*ER {1,2}-/.test(line)) close();
  }
  close();
  return { rest: kept.join('\n'), tellings };
}

/** The line after `Cite this`, which some copies glue to the line before, or after the row of tabs. */
function citationsStart(lines: readonly string[]): number | undefined {
  const cite = lines.findLastIndex((line) => /Cite this\s*$/.test(line));
  if (cite >= 0) {
    return cite + 1;
  }
  const apa = lines.findLastIndex((line, index) => /^\W*APA\W*$/.test(line) && /^\W*(?:Author|BIBTEX|Harvard|Standard)\W*$/i.test(lines[index + 1] ?? ''));
  return apa >= 0 ? apa : undefined;
}

interface Taken {
  readonly tellings: readonly Telling[];
  readonly used: ReadonlySet<number>;
  readonly ignored: readonly string[];
}

/** Each line, or a line with the next (Standard breaks after the names), or the whole where it was wrapped. */
function takeCitations(lines: readonly string[], isZone: boolean): Taken {
  const tellings: Telling[] = [];
  const used = new Set<number>();
  const ignored: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    if (line.length < 20 || tabs.test(line) || /^Research output:/.test(line)) continue;
    const next = (lines[index + 1] ?? '').trim();
    const isBroken = / \/ /.test(line) && next !== '' && !/ \/ |^Research output:/.test(next);
    const citation = readCitation(isBroken ? `${line}\n${next}` : line);
    if (citation) {
      const { style, record, truncated } = citation;
      tellings.push({ source: style, record, truncated });
      used.add(index);
      if (isBroken) used.add((index += 1));
    } else if (isZone) {
      ignored.push(line);
    }
  }
  return tellings.length > 0 ? { tellings, used, ignored } : takeWrapped(lines, ignored);
}

/** A citation copied from a mail or a PDF is broken into short lines. */
function takeWrapped(lines: readonly string[], ignored: readonly string[]): Taken {
  const tellings: Telling[] = [];
  const used = new Set<number>();
  for (const { start, end } of paragraphs(lines)) {
    const citation = end - start > 1 && end - start < 40 ? readCitation(lines.slice(start, end).join(' ')) : undefined;
    if (citation) {
      tellings.push({ source: citation.style, record: citation.record, truncated: citation.truncated });
      for (let index = start; index < end; index += 1) used.add(index);
    }
  }
  return { tellings, used, ignored: tellings.length > 0 ? [] : ignored };
}

function paragraphs(lines: readonly string[]): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index === lines.length || (lines[index] ?? '').trim() === '') {
      if (index > start) found.push({ start, end: index });
      start = index + 1;
    }
  }
  return found;
}
