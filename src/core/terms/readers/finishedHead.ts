import { knownLicence } from './knownTerminologies';
import type { ReadingRun } from './readingRun';
import type { TerminologyHead } from './terminologyHead';

/** Prefixes of terminologies whose words may be used with an agreement only. */
const licensed = new Set(['UMLS', 'SNOMEDCT', 'MEDDRA']);

/**
 * The head of what was read: what the user knows of it, then what the file says, then what is known of it, and what
 * can be told from its ids and its name.
 */
export function finishedHead(run: ReadingRun, fileName: string): TerminologyHead {
  const stated = { ...run.head, ...run.options.head };
  const prefix = run.gate.mainPrefix;
  const id = stated.id ?? (prefix === undefined ? nameOf(fileName) : prefix).toLowerCase();
  const known = knownLicence(id);
  const needsLicence = stated.needsLicence ?? (prefix !== undefined && licensed.has(prefix));
  return {
    id,
    name: stated.name ?? known?.name ?? prefix ?? (nameOf(fileName) || id),
    ...(stated.version !== undefined && { version: stated.version }),
    ...licenceFields(stated.licence === undefined ? known : stated),
    ...(stated.sourceUrl !== undefined && { sourceUrl: stated.sourceUrl }),
    ...(needsLicence && { needsLicence }),
  };
}

function licenceFields(from: { readonly licence?: string | undefined; readonly licenceUrl?: string | undefined } | undefined): Pick<TerminologyHead, 'licence' | 'licenceUrl'> {
  return { ...(from?.licence !== undefined && { licence: from.licence }), ...(from?.licenceUrl !== undefined && { licenceUrl: from.licenceUrl }) };
}

/** `my terms.csv.gz` → `my-terms` */
function nameOf(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\..*$/, '').replace(/\s+/g, '-');
}
