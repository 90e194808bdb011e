import type { HttpFailure } from '../../ports';

/**
 * Why a file could not be had. `kept` is how many of its bytes are here: the next attempt goes on after them.
 * `address`: not one of the web. `status`: the server says no, by this number. `page`: there is a page for readers, not a file.
 * `length`, `digest`: what came is not what was to come. `too-large`: more bytes than anything here reads.
 */
export type DownloadFault =
  | { readonly kind: HttpFailure['failure']; readonly kept: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'address' | 'page' }
  | { readonly kind: 'length'; readonly expected: number; readonly found: number }
  | { readonly kind: 'digest'; readonly expected: string; readonly found: string }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'full' | 'denied' };
