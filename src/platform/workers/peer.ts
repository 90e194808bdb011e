/** One end of a channel to another thread, in the words all kinds of worker share. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What the other side serves, seen from here: every method answers with a promise. */
export type Remote<Services> = {
  readonly [Name in keyof Services]: {
    readonly [Method in keyof Services[Name]]: Services[Name][Method] extends (...args: infer Args) => infer Result
      ? (...args: Args) => Promise<Awaited<Result>>
      : never;
  };
};

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly service: string; readonly method: string; readonly args: unknown[] }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

type Method = (...args: unknown[]) => unknown;

/** Calls methods on the other side of a port, and serves its own to it. Both threads hold one. */
export class Peer {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 0;
  private closed: Error | undefined;

  /**
   * @param port the channel
   * @param services objects whose methods the other side may call, by name
   */
  constructor(
    private readonly port: Port,
    private readonly services: object,
  ) {
    port.onMessage((message) => this.receive(message as Message));
  }

  /** @returns the other side's services; a call rejects with an Error when the method threw there or the channel closed */
  remote<Services extends object>(): Remote<Services> {
    const services = new Map<string, object>();
    return new Proxy({} as Remote<Services>, {
      get: (_, service: string) => {
        let remote = services.get(service);
        if (!remote) {
          remote = this.remoteService(service);
          services.set(service, remote);
        }
        return remote;
      },
    });
  }

  /** Rejects every call that still waits, and all later ones. */
  close(reason: Error): void {
    this.closed = reason;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private remoteService(service: string): object {
    return new Proxy(
      {},
      {
        // A service that an async function returns must not be taken for a promise.
        get: (_, method: string) => (method === 'then' ? undefined : (...args: unknown[]) => this.call(service, method, args)),
      },
    );
  }

  private call(service: string, method: string, args: unknown[]): Promise<unknown> {
    if (this.closed) return Promise.reject(this.closed);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.post({ kind: 'call', id, service, method, args } satisfies Message);
    });
  }

  private receive(message: Message): void {
    if (message.kind === 'call') {
      void this.answer(message);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === 'result') waiting?.resolve(message.value as never);
    else waiting?.reject(new Error(message.message));
  }

  private async answer({ id, service, method, args }: Message & { kind: 'call' }): Promise<void> {
    try {
      const target = (this.services as Record<string, Record<string, Method>>)[service];
      const value = await target?.[method]?.(...args);
      this.port.post({ kind: 'result', id, value } satisfies Message);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.port.post({ kind: 'error', id, message } satisfies Message);
    }
  }
}
