import type { Disposable, TreeView } from 'vscode';
import type { Arrangement } from './arrangement';
import type { Node } from './paperNodes';

/**
 * Which rows the user has open while no filter is set. A filter takes rows away, and VS Code forgets those; when it is
 * cleared they come back as they were.
 */
export class OpenRows {
  private readonly ids = new Set<string>();

  constructor(private readonly arrangement: Pick<Arrangement, 'filter'>) {}

  has(id: string): boolean {
    return this.ids.has(id);
  }

  follow(view: Pick<TreeView<Node>, 'onDidExpandElement' | 'onDidCollapseElement'>): readonly Disposable[] {
    return [
      view.onDidExpandElement(({ element }) => this.arrangement.filter === '' && this.ids.add(element.id)),
      view.onDidCollapseElement(({ element }) => this.arrangement.filter === '' && this.ids.delete(element.id)),
    ];
  }
}
