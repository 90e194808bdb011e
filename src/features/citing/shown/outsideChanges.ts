import { Disposable, EventEmitter } from 'vscode';
import type { Library } from '../../../core/library/library';
import type { Bibliographies } from '../../../platform/bibliographies';
import type { Settings } from '../../../platform/settings';
import type { Terminologies } from '../../../platform/terminologies';
import type { WebStyles } from '../../../platform/webStyles';

/** Works, settings and terms change many at a time: what shows them is told this long (ms) after the last. */
const pause = 300;

/** Tells when notes read otherwise although nobody has changed them. */
export class OutsideChanges implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly listening: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(library: Library, sources: { readonly bibliographies: Bibliographies; readonly settings: Settings; readonly terminologies: Terminologies; readonly webStyles: WebStyles }) {
    const soon = (): void => this.tellSoon();
    this.listening = Disposable.from(
      new Disposable(library.onDidChange(soon)),
      sources.bibliographies.onDidChange(soon),
      sources.settings.onDidChange(soon),
      sources.webStyles.onDidChange(soon),
      sources.terminologies.onDidChange(soon),
      sources.terminologies.onDidChangeGlossary(soon),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(this.listening, this.changed).dispose();
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), pause);
  }
}
