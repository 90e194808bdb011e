import { l10n, Uri } from 'vscode';
import type { CslItem } from '../../core/library/record';
import { webPagesOf } from '../../core/library/webPages';
import type { Fact } from './paperNodes';

/** @returns the identifiers of a work; those with a page on the web open it */
export function identifierFacts(record: CslItem): Fact[] {
  const pages = new Map(webPagesOf(record).map(({ label, address }) => [label, address]));
  const doi = record.DOI?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const values = { DOI: doi, PMID: record.PMID, PMCID: record.PMCID, ISSN: record.ISSN, ISBN: record.ISBN, URL: record.URL };
  return Object.entries(values).flatMap(([label, value]) => identifier(label, value, pages.get(label)));
}

function identifier(label: string, value: string | undefined, address: string | undefined): Fact[] {
  if (!value) return [];
  const opens = parsed(address);
  return [{ label, description: value, tooltip: opens ? l10n.t('{0}: open in the browser', value) : value, ...(opens && { opens }) }];
}

function parsed(address: string | undefined): Uri | undefined {
  try {
    return address === undefined ? undefined : Uri.parse(address, true);
  } catch {
    return undefined;
  }
}
