/** How far work has come, and what it counts in: bytes, concepts. */
export interface TaskState<Stage extends string = string> {
  readonly stage: Stage;
  readonly done: number;
  /** 0 where it is not known how much there is. */
  readonly total: number;
}

/** Work that is going on: how far it is, and whether it is still wanted. */
export class Task<Stage extends string = string> {
  private now: TaskState<Stage>;
  private cancelled = false;
  private readonly listeners: (() => void)[] = [];

  constructor(stage: Stage) {
    this.now = { stage, done: 0, total: 0 };
  }

  get state(): TaskState<Stage> {
    return this.now;
  }

  get isCancelled(): boolean {
    return this.cancelled;
  }

  tell(stage: Stage, done: number, total: number): void {
    this.now = { stage, done, total };
  }

  cancel(): void {
    this.cancelled = true;
    for (const listener of this.listeners.splice(0)) listener();
  }

  /** Has something done when the work is no longer wanted, at once where that is so already; for what would be waited for in vain. */
  onCancel(listener: () => void): void {
    if (this.cancelled) listener();
    else this.listeners.push(listener);
  }
}
