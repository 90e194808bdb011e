import type { Http, HttpAnswer, HttpFailure } from '../../core/ports';

/** A server that sends nothing for so long (ms) is given up. */
const longestSilence = 60_000;

interface Open {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly stop: AbortController;
}

type Failure = HttpFailure['failure'];

/**
 * The web by `fetch`, in Node as in a browser. It is asked for by the extension host, since there VS Code makes `fetch` use
 * the user's proxy and certificates.
 */
export class FetchHttp implements Http {
  private readonly opened = new Map<number, Open>();
  private nextId = 1;

  constructor(
    private readonly patience = longestSilence,
    private readonly request: typeof fetch = fetch,
  ) {}

  async open(address: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer | HttpFailure> {
    const stop = new AbortController();
    try {
      const response = await this.inTime(this.request(address, { headers, signal: stop.signal, redirect: 'follow', credentials: 'omit', cache: 'no-store' }), stop);
      const reader = response.body?.getReader();
      if (!reader) return { id: 0, status: response.status, address: response.url, headers: headersOf(response), length: 0, isAsKept: true };
      const id = this.nextId++;
      this.opened.set(id, { reader, stop });
      return { id, status: response.status, address: response.url, headers: headersOf(response), ...lengthOf(response) };
    } catch (error) {
      return { failure: stop.signal.aborted ? 'stalled' : failureOf(error) };
    }
  }

  async read(id: number): Promise<{ readonly bytes: Uint8Array | undefined } | HttpFailure> {
    const open = this.opened.get(id);
    if (!open) return { bytes: undefined };
    try {
      const { value, done } = await this.inTime(open.reader.read(), open.stop);
      if (done) this.opened.delete(id);
      return { bytes: value };
    } catch (error) {
      const failure: Failure = !this.opened.has(id) ? 'closed' : open.stop.signal.aborted ? 'stalled' : failureOf(error, 'cut');
      this.opened.delete(id);
      return { failure };
    }
  }

  async close(id: number): Promise<void> {
    const open = this.opened.get(id);
    this.opened.delete(id);
    open?.stop.abort();
  }

  private async inTime<Answer>(answer: Promise<Answer>, stop: AbortController): Promise<Answer> {
    const timer = setTimeout(() => stop.abort(), this.patience);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}

/**
 * Bytes that were packed for the way come unpacked, and the length that is told is that of the packed ones. A browser hides
 * whether they were where the answer is another site's: then nothing is known.
 */
function lengthOf({ headers, type }: Response): { readonly length?: number; readonly isAsKept: boolean } {
  const isAsKept = type !== 'cors' && (headers.get('content-encoding') ?? 'identity') === 'identity';
  const length = headers.get('content-length');
  return { isAsKept, ...(isAsKept && length !== null && /^\d+$/.test(length) && { length: Number(length) }) };
}

/** What Node's `fetch` gives as its cause, and what Chromium's says, which VS Code may use instead. */
const failures: readonly (readonly [RegExp, Failure])[] = [
  [/ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN|NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE/, 'offline'],
  [/ECONNREFUSED|CONNECTION_REFUSED/, 'refused'],
  [/redirect count exceeded|TOO_MANY_REDIRECTS/i, 'redirects'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/, 'certificate'],
  [/TIMEOUT|ETIMEDOUT|TIMED_OUT/, 'stalled'],
];

function failureOf(error: unknown, otherwise?: Failure): Failure {
  const { message, cause } = error as Error;
  const { code, message: reason } = (cause ?? {}) as { code?: unknown; message?: unknown };
  const said = `${message} ${String(code ?? '')} ${String(reason ?? '')}`;
  // A browser says no more than "Failed to fetch".
  return failures.find(([words]) => words.test(said))?.[1] ?? otherwise ?? (cause === undefined ? 'blocked' : 'cut');
}
