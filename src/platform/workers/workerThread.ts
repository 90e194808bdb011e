import { readsLocalFiles, spawnWorker } from '#spawnWorker';
import { type Disposable, EventEmitter, type Uri } from 'vscode';
import { Peer, type Remote } from './peer';
import type { SpawnedWorker } from './spawned';

/**
 * The thread that heavy work runs on. It starts with the first call, and again with the next one after it died;
 * `onDidStart` then lets its users give it back what it must know.
 */
export class WorkerThread<Services extends object> implements Disposable {
  private readonly started = new EventEmitter<Remote<Services>>();
  readonly onDidStart = this.started.event;
  private running: Promise<Remote<Services>> | undefined;
  private worker: SpawnedWorker | undefined;
  private disposed = false;

  /**
   * @param dist the extension's `dist` folder
   * @param services what this thread serves to the worker
   */
  constructor(
    private readonly dist: Uri,
    private readonly services: object,
  ) {}

  /** @returns whether the worker can read the file itself, so that its content need not go through here */
  canRead(uri: Uri): boolean {
    return readsLocalFiles && uri.scheme === 'file';
  }

  /** @returns the worker's services, started if need be */
  get(): Promise<Remote<Services>> {
    if (this.disposed) return Promise.reject(new Error('Casebook is shutting down.'));
    this.running ??= this.start();
    return this.running;
  }

  dispose(): void {
    this.disposed = true;
    this.worker?.terminate();
    this.started.dispose();
  }

  private async start(): Promise<Remote<Services>> {
    const worker = await spawnWorker(this.dist);
    this.worker = worker;
    const peer = new Peer(worker, this.services);
    worker.onDeath((reason) => {
      peer.close(reason);
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.running = undefined;
    });
    const remote = peer.remote<Services>();
    this.started.fire(remote);
    return remote;
  }
}
