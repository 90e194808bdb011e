import { crossrefType } from '../formats/crossrefTypes';
import { cslJson } from '../formats/cslJson';
import { readHttpText } from '../httpText';
import type { Http, HttpFailure } from '../ports';
import type { CslItem } from './record';

/** Who knows of DOIs: it leads on to Crossref, DataCite and the other agencies. */
export const doiResolver = 'https://doi.org';

/** What asking for a DOI gave. `unknown`: there is none such; `unreadable`: the answer is no record; `status`: the server refuses. */
export type DoiAnswer =
  | { readonly kind: 'found'; readonly record: CslItem }
  | { readonly kind: 'unknown' | 'unreadable' }
  | { readonly kind: 'status'; readonly status: number }
  | HttpFailure & { readonly kind: 'failure' };

/** No record is larger (bytes). */
const largest = 2_000_000;

/**
 * Asks the web for a work's record by its DOI, in the form that all agencies give: CSL-JSON by content negotiation
 * (https://citation.doi.org/docs.html).
 * @param resolver the address that DOIs are asked for at
 */
export async function lookUpDoi(doi: string, http: Http, resolver = doiResolver): Promise<DoiAnswer> {
  const address = `${resolver}/${doi.split('/').map(encodeURIComponent).join('/')}`;
  const answer = await http.open(address, { Accept: 'application/vnd.citationstyles.csl+json, application/json;q=0.5' });
  if ('failure' in answer) return { kind: 'failure', failure: answer.failure };
  if (answer.status !== 200) {
    await http.close(answer.id);
    return answer.status === 404 || answer.status === 410 ? { kind: 'unknown' } : { kind: 'status', status: answer.status };
  }
  const text = await readHttpText(answer.id, http, largest);
  if (text === 'too-large') return { kind: 'unreadable' };
  if (typeof text !== 'string') return { kind: 'failure', failure: text.failure };
  // Not through the registry: all other formats would be loaded with it.
  const [record] = cslJson.read?.(text).records ?? [];
  // Crossref gives its own words for types in its CSL-JSON too.
  return record?.title === undefined ? { kind: 'unreadable' } : { kind: 'found', record: { ...record, type: crossrefType(record.type) } };
}
