import { findDoi, wholeDoi } from './doi';
import type { RisEntry } from './risEntry';
import { tag } from './risTags';
import type { RisDraft } from './risVariables';

const t = {
  DO: tag('DO'), DI: tag('DI'), U1: tag('U1'), U2: tag('U2'), UR: tag('UR'), L1: tag('L1'), L2: tag('L2'), L3: tag('L3'), LK: tag('LK'),
  M3: tag('M3'), N1: tag('N1'), AN: tag('AN'), DB: tag('DB'), DP: tag('DP'), C1: tag('C1'), C2: tag('C2'), C6: tag('C6'), U5: tag('U5'),
};

/** What `wholeDoi` would leave as it is. */
const plainDoi = /^10\.\d{4,9}\/[^\s%]+$/;

/** Where the work is to be found: its DOI, address, and PubMed's numbers. */
export function risAddresses(entry: RisEntry, draft: RisDraft): void {
  const { of } = draft;
  const stated = entry.first(t.DO, t.DI);
  draft.set(of.DOI, stated === undefined ? doiElsewhere(entry) : plainDoi.test(stated) ? stated : wholeDoi(stated));
  // A portal's `UR` leads to the index that counted the citations, not to the work.
  const url = entry.isPortal ? entry.all(t.UR, t.L2, t.LK).find((each) => !/\bscopus\.com\b/i.test(each)) : entry.first(t.UR, t.L2, t.LK);
  draft.set(of.URL, url?.includes(';') ? url.split(/;\s*(?=https?:|www\.)|;$/)[0]?.trim() : url);
  if (entry.has(t.AN) || entry.has(t.U1) || entry.has(t.C1) || entry.has(t.C2) || entry.has(t.C6)) draft.set(of.PMID, pmidOf(entry));
  if (entry.has(t.C2) || entry.has(t.U2)) {
    draft.set(of.PMCID, entry.all(t.C2, t.U2).map((each) => /^(PMC\d+)(?:\[pmcid\])?$/i.exec(each)?.[1]).find(Boolean));
  }
}

function pmidOf(entry: RisEntry): string | undefined {
  const accession = entry.first(t.AN);
  const database = accession === undefined ? '' : (entry.first(t.DB, t.DP) ?? '');
  const own = /pubmed|medline/i.test(database) ? /^\d{1,8}$/.exec(accession ?? '')?.[0] : undefined;
  return own ?? entry.all(t.U1, t.C1, t.C2, t.C6).map((each) => /^(?:PMID:?\s*)?(\d{7,8})(?:\[pmid\])?$/i.exec(each)?.[1]).find(Boolean);
}

function doiElsewhere(entry: RisEntry): string | undefined {
  for (const name of [t.U2, t.UR, t.L3, t.M3, t.N1, t.L2, t.L1, t.U5]) {
    if (!entry.has(name)) continue;
    // A note may tell of another work's.
    const values = name === t.N1 || name === t.M3 ? entry.all(name).filter((each) => /^(?:doi|https?:|10\.)/i.test(each)) : entry.all(name);
    const doi = values.map(findDoi).find((each) => each !== undefined);
    if (doi !== undefined) return doi;
  }
  return undefined;
}
