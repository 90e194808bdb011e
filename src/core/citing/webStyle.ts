import { readHttpText } from '../httpText';
import type { Http, HttpFailure } from '../ports';

/** The CSL repository as it is now (https://github.com/citation-style-language/styles). */
const repository = 'https://raw.githubusercontent.com/citation-style-language/styles/master';
/** The longest style of the repository has 170 KB; nobody writes one of this (bytes). */
const largest = 1_000_000;

/** What asking for a style gave. `not-csl`: it is no style; `status`: the server refuses. */
export type StyleAnswer =
  | { readonly kind: 'found'; readonly csl: string }
  | { readonly kind: 'not-csl' | 'too-large' }
  | { readonly kind: 'status'; readonly status: number }
  | HttpFailure & { readonly kind: 'failure' };

/** Whether a style's name is an address of the web. */
export function isWebAddress(name: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(name);
}

/** Where the CSL repository keeps an independent style. @param id the style's id there: `apa` */
export function repositoryAddress(id: string): string {
  return `${repository}/${encodeURIComponent(id)}.csl`;
}

/** Asks the web for a style. */
export async function downloadStyle(address: string, http: Http): Promise<StyleAnswer> {
  const answer = await http.open(address, { Accept: 'application/vnd.citationstyles.style+xml, application/xml;q=0.9, */*;q=0.5' });
  if ('failure' in answer) return { kind: 'failure', failure: answer.failure };
  if (answer.status !== 200) {
    await http.close(answer.id);
    return { kind: 'status', status: answer.status };
  }
  const text = await readHttpText(answer.id, http, largest);
  if (text === 'too-large') return { kind: 'too-large' };
  if (typeof text !== 'string') return { kind: 'failure', failure: text.failure };
  return isCsl(text) ? { kind: 'found', csl: text } : { kind: 'not-csl' };
}

/** Whether a text says that it is a style: one with rules of its own, or one that follows another's. */
function isCsl(text: string): boolean {
  const root = /^\uFEFF?(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*<style\b[^>]*>/.exec(text)?.[0];
  return root !== undefined && root.includes('http://purl.org/net/xbiblio/csl') && (/<citation\b/.test(text) || text.includes('independent-parent'));
}

/** A style's own name for itself; undefined where it has none. */
export function styleTitle(csl: string): string | undefined {
  return /<title[^>]*>\s*([^<]+?)\s*<\/title>/.exec(csl)?.[1];
}
