import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { PaperGrouping, PaperOrder } from '../../core/library/arrange';

/** The orders and groupings that the tree offers. */
export const orders = ['author', 'year', 'title'] as const satisfies readonly PaperOrder[];
export const groupings = ['none', 'year', 'author', 'journal', 'subject', 'status', 'tag', 'folder'] as const satisfies readonly PaperGrouping[];

const orderKey = 'library.order';
const groupingKey = 'library.grouping';

/** How the user wants the tree: order and grouping are remembered with the workspace, the filter is of the moment. */
export class Arrangement implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private sought = '';

  constructor(private readonly state: Memento) {}

  get order(): (typeof orders)[number] {
    return oneOf(orders, this.state.get(orderKey));
  }

  get grouping(): (typeof groupings)[number] {
    return oneOf(groupings, this.state.get(groupingKey));
  }

  /** What the records of bibliographies are shown by. */
  get view(): { readonly order: (typeof orders)[number]; readonly filter: string } {
    return { order: this.order, filter: this.filter };
  }

  /** The words that papers must have; empty shows all. */
  get filter(): string {
    return this.sought;
  }

  set filter(value: string) {
    if (this.sought === value.trim()) return;
    this.sought = value.trim();
    this.changed.fire();
  }

  async setOrder(order: PaperOrder): Promise<void> {
    await this.state.update(orderKey, order);
    this.changed.fire();
  }

  async setGrouping(grouping: PaperGrouping): Promise<void> {
    await this.state.update(groupingKey, grouping);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** What was remembered may be of another version; then the first counts. */
function oneOf<Choice extends string>(choices: readonly [Choice, ...Choice[]], value: unknown): Choice {
  return choices.find((choice) => choice === value) ?? choices[0];
}
