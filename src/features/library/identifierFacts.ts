import { l10n, Uri } from 'vscode';
import type { CslItem } from '../../core/library/record';
import type { Fact } from './paperNodes';

/** @returns the identifiers of a work; those with a page on the web open it */
export function identifierFacts(record: CslItem): Fact[] {
  const doi = record.DOI?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return [
    ...identifier('DOI', doi, doi?.startsWith('10.') ? `https://doi.org/${encodeURI(doi)}` : undefined),
    ...identifier('PMID', record.PMID, digits(record.PMID, (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`)),
    ...identifier('PMCID', record.PMCID, digits(record.PMCID, (id) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`)),
    ...identifier('ISSN', record.ISSN, undefined),
    ...identifier('ISBN', record.ISBN, undefined),
    ...identifier('URL', record.URL, record.URL),
  ];
}

function identifier(label: string, value: string | undefined, address: string | undefined): Fact[] {
  if (!value) return [];
  const opens = webAddress(address);
  return [{ label, description: value, tooltip: opens ? l10n.t('{0}: open in the browser', value) : value, ...(opens && { opens }) }];
}

/** A record may come from anywhere: only addresses of the web are opened, never a file's or a command's. */
function webAddress(address: string | undefined): Uri | undefined {
  if (!address || !/^https?:\/\/[^\s/]/i.test(address)) return undefined;
  try {
    return Uri.parse(address, true);
  } catch {
    return undefined;
  }
}

function digits(id: string | undefined, address: (digits: string) => string): string | undefined {
  const match = /^(?:PMC|PMID:?)?\s*(\d+)$/i.exec(id?.trim() ?? '');
  return match?.[1] && address(match[1]);
}
