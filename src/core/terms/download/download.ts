import { sha256 } from '@noble/hashes/sha2.js';
import type { Clock, Http, HttpAnswer, OwnFiles, WriteFault } from '../../ports';
import type { Task } from '../../task';
import { hashText } from '../hashText';
import type { TerminologyPart } from '../readers/terminologyPart';
import type { DownloadFault } from './downloadFault';
import { Pieces } from './pieces';

/** What a download needs of the world outside. */
export interface DownloadNeeds {
  readonly http: Http;
  readonly files: OwnFiles;
  readonly clock: Clock;
  /** The folder for what is on its way. */
  readonly folder: string;
  /** This window's name, which no other one has. */
  readonly session: string;
  /** Bytes that are written at once; by default 4 MB. */
  readonly pieceSize?: number;
}

export interface DownloadRequest {
  /** `https://…`, or `http://…`; `#sha256=…` at its end says what the bytes must come to. */
  readonly address: string;
  /** What the file was when it was loaded last: where it is that still, nothing is loaded. */
  readonly known?: string;
}

/** What came of a download. Once its file is read, `discard` deletes it. */
export type DownloadResult =
  | { readonly kind: 'done'; readonly file: TerminologyPart; readonly validator?: string; discard(): Promise<void> }
  | { readonly kind: 'unchanged' | 'cancelled' }
  | { readonly kind: 'failed'; readonly fault: DownloadFault };

/** More than any terminology has, the whole of UMLS included (bytes). */
export const largestDownload = 4 * 2 ** 30;

/** An attempt that brought nothing is repeated this many times, after a pause that doubles each time (ms). */
const emptyAttempts = 3;
const firstPause = 500;

/** A server that goes on to answer with parts that nobody asked for is not asked any more. */
const mostRestarts = 2;

/** Statuses that say: not now. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Loads a file from the web. What an earlier attempt brought is kept, and gone on with where the server still has the same
 * file (RFC 9110: `Range` with `If-Range`); a connection that is cut is taken up again by itself. The bytes are as many as
 * the server said, and come to the digest that it or the address gives (SHA-256; RFC 9530 `Repr-Digest`).
 */
export async function download({ address, known }: DownloadRequest, needs: DownloadNeeds, task: Task): Promise<DownloadResult> {
  const target = readAddress(address);
  if (!target) return failed({ kind: 'address' });
  const folder = `${needs.folder}/${hashText(target.address)}`;
  return new Download(target, known, needs, task, new Pieces(needs.files, folder, needs.session, needs.pieceSize)).run();
}

/** `whole`: what was here is of no use, all is to be asked for. */
type Step = DownloadResult | 'whole';

class Download {
  private digest: string | undefined;
  private attempts = 0;
  private restarts = 0;

  constructor(
    private readonly target: { readonly address: string; readonly digest?: string },
    private readonly known: string | undefined,
    private readonly needs: DownloadNeeds,
    private readonly task: Task,
    private readonly pieces: Pieces,
  ) {
    this.digest = target.digest;
  }

  async run(): Promise<DownloadResult> {
    const fault = await this.pieces.restore();
    if (fault) return failed({ kind: fault });
    for (;;) {
      if (this.task.isCancelled) return { kind: 'cancelled' };
      const before = this.pieces.size;
      const step = await this.attempt();
      if (typeof step === 'string') continue;
      const isPassing = step.kind === 'failed' && mayPass(step.fault);
      if (!isPassing) return step;
      this.attempts = this.pieces.size > before ? 0 : this.attempts + 1;
      if (this.attempts >= emptyAttempts) return step;
      if (this.attempts > 0) await this.needs.clock.wait(firstPause * 2 ** (this.attempts - 1));
    }
  }

  /** Asks for what is missing and takes it in. */
  private async attempt(): Promise<Step> {
    const { http } = this.needs;
    const answer = await http.open(this.target.address, this.headers());
    if ('failure' in answer) return this.task.isCancelled ? { kind: 'cancelled' } : failed({ kind: answer.failure, kept: this.pieces.size });
    this.task.onCancel(() => void http.close(answer.id));
    try {
      const step = await this.begin(answer);
      return step ?? (await this.take(answer));
    } finally {
      await http.close(answer.id);
    }
  }

  private headers(): Record<string, string> {
    const { of, size } = this.pieces;
    const goesOn = of && size > 0 && of.value !== this.known;
    const condition = goesOn ? { Range: `bytes=${size}-`, 'If-Range': of.value } : this.known === undefined ? {} : knownHeaders(this.known);
    return { Accept: '*/*', 'Accept-Encoding': 'identity', ...condition };
  }

  /** @returns undefined where bytes are to follow */
  private async begin(answer: HttpAnswer): Promise<Step | undefined> {
    const { status, headers } = answer;
    if (status === 304 && this.known !== undefined) return { kind: 'unchanged' };
    if (status === 206 && this.goesOn(answer)) return undefined;
    if ((status === 206 || status === 416) && this.restarts++ < mostRestarts) {
      // What is here is of another file, or longer than the file is now.
      const fault = await this.pieces.restart(undefined);
      return fault ? failed({ kind: fault }) : 'whole';
    }
    if (status !== 200) return failed({ kind: 'status', status });
    if (/^text\/html\b/i.test(headers['content-type'] ?? '')) return failed({ kind: 'page' });
    const total = answer.length;
    if ((total ?? 0) > largestDownload) return failed({ kind: 'too-large', limit: largestDownload });
    const value = answer.isAsKept ? validatorOf(headers) : undefined;
    this.digest = this.target.digest ?? (answer.isAsKept ? digestOf(headers) : undefined);
    const fault = await this.pieces.restart(value === undefined ? undefined : { value, ...(total !== undefined && { total }) });
    return fault && failed({ kind: fault });
  }

  /** Whether an answer continues what is here. */
  private goesOn({ headers }: HttpAnswer): boolean {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
    const { of, size } = this.pieces;
    // A browser may hide the range of another site's answer; the server was told where to begin, and says by 206 that it did.
    if (!range) return size > 0;
    const isSame = range[2] === '*' || of?.total === undefined || Number(range[2]) === of.total;
    this.digest = this.target.digest ?? digestOf(headers) ?? this.digest;
    return isSame && Number(range[1]) === size;
  }

  private async take(answer: HttpAnswer): Promise<Step> {
    const { http } = this.needs;
    const total = answer.length === undefined ? (this.pieces.of?.total ?? 0) : this.pieces.size + answer.length;
    for (;;) {
      this.task.tell('downloading', this.pieces.size, total);
      const next = await http.read(answer.id);
      if (this.task.isCancelled) return this.keep({ kind: 'cancelled' });
      if ('failure' in next) return this.keep(failed({ kind: next.failure, kept: this.pieces.size }));
      if (!next.bytes) break;
      const fault = await this.pieces.add(next.bytes);
      if (fault) return failed({ kind: fault });
      if (this.pieces.size > largestDownload) return this.give(failed({ kind: 'too-large', limit: largestDownload }));
    }
    if (this.pieces.size < total) return this.keep(failed({ kind: 'cut', kept: this.pieces.size }));
    if (total > 0 && this.pieces.size > total) return this.give(failed({ kind: 'length', expected: total, found: this.pieces.size }));
    return this.finish(answer.address);
  }

  private async finish(address: string): Promise<DownloadResult> {
    const fault = await this.pieces.flush();
    if (fault) return failed({ kind: fault });
    const { pieces } = this;
    const found = this.digest === undefined ? undefined : await digestOfBytes(pieces.read());
    if (found !== undefined && found !== this.digest) return this.give(failed({ kind: 'digest', expected: this.digest ?? '', found }));
    const file: TerminologyPart = { name: nameIn(address), size: pieces.size, open: (from?: number) => pieces.read(from) };
    const validator = pieces.of?.value;
    return { kind: 'done', file, ...(validator !== undefined && { validator }), discard: () => pieces.discard() };
  }

  /** Keeps what is here for the next attempt. */
  private async keep(result: DownloadResult): Promise<DownloadResult> {
    const fault: WriteFault | undefined = await this.pieces.flush();
    return fault ? failed({ kind: fault }) : result;
  }

  private async give(result: DownloadResult): Promise<DownloadResult> {
    await this.pieces.discard();
    return result;
  }
}

function failed(fault: DownloadFault): DownloadResult & { kind: 'failed' } {
  return { kind: 'failed', fault };
}

function mayPass(fault: DownloadFault): boolean {
  return fault.kind === 'cut' || fault.kind === 'stalled' || (fault.kind === 'status' && passing.has(fault.status));
}

/** @returns an address of the web without its fragment, and the digest that this may give; undefined for anything else */
function readAddress(text: string): { readonly address: string; readonly digest?: string } | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const digest = /^#sha256=([0-9a-f]{64})$/i.exec(url.hash)?.[1]?.toLowerCase();
  url.hash = '';
  return { address: url.href, ...(digest !== undefined && { digest }) };
}

/** `If-Range` takes none that only means "much the same" (`W/"…"`). */
function validatorOf(headers: Readonly<Record<string, string>>): string | undefined {
  const { etag } = headers;
  return etag !== undefined && !etag.startsWith('W/') ? etag : headers['last-modified'];
}

function knownHeaders(validator: string): Record<string, string> {
  return validator.startsWith('"') ? { 'If-None-Match': validator } : { 'If-Modified-Since': validator };
}

/** @returns the SHA-256 in small hexadecimal digits */
function digestOf(headers: Readonly<Record<string, string>>): string | undefined {
  const value = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headers['repr-digest'] ?? '')?.[1];
  return value === undefined ? undefined : hex(Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0)));
}

async function digestOfBytes(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = sha256.create();
  for await (const bytes of chunks) hash.update(bytes);
  return hex(hash.digest());
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a file at an address is called: the last part of its path. */
function nameIn(address: string): string {
  const path = new URL(address).pathname;
  return path.slice(path.lastIndexOf('/') + 1) || 'terminology';
}
