import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** How a server misbehaves, or does not. */
export interface FileServerOptions {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Whether it answers `Range`. */
  readonly ranges?: boolean;
  /** Each answer's connection is cut after so many bytes of the file; one number an answer, then no more. */
  readonly cuts?: number[];
  /** What it says that the length is, where it lies. */
  readonly lies?: number;
  /** Without telling how long the file is. */
  readonly chunked?: boolean;
  /** Packs the file for the way. */
  readonly packed?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers with these first, one each. */
  readonly statuses?: number[];
  /** Sends nothing at all after the headers. */
  readonly silent?: boolean;
  /** Milliseconds between two pieces. */
  readonly pause?: number;
}

/** A file on a web server of this machine, and what was asked of it. */
export class FileServer {
  readonly requests: IncomingMessage[] = [];
  options: FileServerOptions = {};

  private constructor(
    private readonly server: Server,
    public file: Uint8Array,
  ) {}

  static async start(file: Uint8Array, options: FileServerOptions = {}): Promise<FileServer> {
    const server = createServer();
    const files = new FileServer(server, file);
    files.options = options;
    server.on('request', (request, response) => void files.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return files;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/file`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(request);
    if (request.url === '/round') return void response.writeHead(302, { location: '/round' }).end();
    if (request.url === '/moved') return void response.writeHead(301, { location: '/file' }).end();
    if (request.url === '/page') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><p>A page');
    const status = this.options.statuses?.shift();
    if (status !== undefined) return void response.writeHead(status).end();
    const { etag, lastModified, packed } = this.options;
    const same = (etag !== undefined && request.headers['if-none-match'] === etag) || (lastModified !== undefined && request.headers['if-modified-since'] === lastModified);
    if (same) return void response.writeHead(304).end();
    const start = this.startOf(request);
    if (start !== undefined && start >= this.file.length) return void response.writeHead(416, { 'content-range': `bytes */${this.file.length}` }).end();
    const whole = packed ? gzipSync(this.file) : this.file;
    await this.send(request, response, whole.subarray(start ?? 0), start);
  }

  private startOf(request: IncomingMessage): number | undefined {
    const { range } = request.headers;
    const { ranges, etag, lastModified } = this.options;
    const condition = request.headers['if-range'];
    if (!ranges || range === undefined || (condition !== etag && condition !== lastModified)) return undefined;
    return Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
  }

  private async send(request: IncomingMessage, response: ServerResponse, body: Uint8Array, start: number | undefined): Promise<void> {
    const { etag, lastModified, lies, chunked, packed, headers, cuts, silent, pause } = this.options;
    response.writeHead(start === undefined ? 200 : 206, {
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { 'last-modified': lastModified }),
      ...(!chunked && { 'content-length': lies ?? body.length }),
      ...(packed && { 'content-encoding': 'gzip' }),
      ...(start !== undefined && { 'content-range': `bytes ${start}-${this.file.length - 1}/${this.file.length}` }),
      ...headers,
    });
    response.flushHeaders();
    if (silent) return;
    const cut = cuts?.shift();
    const piece = 16_384;
    const end = Math.min(body.length, cut ?? body.length);
    for (let at = 0; at < end && !request.destroyed; at += piece) {
      if (!response.write(body.subarray(at, Math.min(end, at + piece)))) await drained(response);
      if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (cut === undefined) response.end();
    // What was written is to arrive before the connection ends.
    else setTimeout(() => request.socket.destroy(), 30);
  }
}

/** Until more can be written, or nobody reads any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      response.off('drain', over).off('close', over);
      resolve();
    };
    response.on('drain', over).on('close', over);
  });
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
