import { type HostMessage, type PageMessage, readHostMessage } from '../../core/pdf/pdfMessages';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The way between this page and the extension; what comes over it is checked. */
export class HostLink {
  private readonly api = acquireVsCodeApi();

  post(message: PageMessage): void {
    this.api.postMessage(message);
  }

  listen(listener: (message: HostMessage) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readHostMessage(data);
      if (message) listener(message);
    });
  }
}
