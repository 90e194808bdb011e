import type { CslItem } from './record';

/** An identifier of a work that has a page on the web. */
export interface WebPage {
  /** `DOI`, `PMID`, ... */
  readonly label: string;
  readonly value: string;
  readonly address: string;
}

/** @returns the pages of a work on the web; a record may come from anywhere, so never an address of a file or a command */
export function webPagesOf(record: CslItem): WebPage[] {
  const doi = record.DOI?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return [
    ...page('DOI', doi, doi?.startsWith('10.') ? `https://doi.org/${encodeURI(doi)}` : undefined),
    ...page('PMID', record.PMID, digits(record.PMID, (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`)),
    ...page('PMCID', record.PMCID, digits(record.PMCID, (id) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`)),
    ...page('URL', record.URL, record.URL),
  ];
}

function page(label: string, value: string | undefined, address: string | undefined): WebPage[] {
  return value && address && /^https?:\/\/[^\s/]/i.test(address) ? [{ label, value, address }] : [];
}

function digits(id: string | undefined, address: (digits: string) => string): string | undefined {
  const match = /^(?:PMC|PMID:?)?\s*(\d+)$/i.exec(id?.trim() ?? '');
  return match?.[1] && address(match[1]);
}
