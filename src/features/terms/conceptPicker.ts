import { type Disposable, l10n, type QuickInputButton, type QuickPick, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import type { FoundConcept } from '../../core/terms/conceptSearch';
import { foldName } from '../../core/terms/foldName';
import { plainRow } from '../../platform/plainText';

/** More rows than this nobody reads. */
const rowsShown = 100;

/** Typing settles for this long (ms) before concepts are searched for. */
const typingPause = 60;

/** Something else than choosing it that can be done with a concept of the list. */
export interface ConceptAction {
  readonly icon: string;
  readonly title: string;
  run(concept: Concept): Promise<void>;
}

interface ConceptRow extends QuickPickItem {
  /** Undefined in the row that says that there is none. */
  readonly concept?: Concept;
}

interface ActionButton extends QuickInputButton {
  readonly action: ConceptAction;
}

export interface ConceptQuestion {
  readonly title: string;
  /** What stands in the box at first. */
  readonly query: string;
  /** Buttons of each row. */
  readonly actions: readonly ConceptAction[];
  search(query: string, most: number): Promise<readonly FoundConcept[]>;
  /** What the user knows a terminology by. */
  labelOf(terminology: string): string;
}

/**
 * Lets the user find a concept by any of its names or ids.
 * @returns the chosen one; undefined where the user left, or took one of the actions
 */
export function pickConcept(question: ConceptQuestion): Promise<Concept | undefined> {
  return new ConceptPicker(question).run();
}

class ConceptPicker {
  private readonly pick: QuickPick<ConceptRow> = window.createQuickPick<ConceptRow>();
  private readonly buttons: readonly ActionButton[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(private readonly question: ConceptQuestion) {
    this.buttons = question.actions.map((action) => ({ iconPath: new ThemeIcon(action.icon), tooltip: action.title, action }));
    this.pick.title = question.title;
    this.pick.placeholder = l10n.t('A name, the beginnings of its words, or an id such as MESH:D007955');
    this.pick.value = question.query;
  }

  run(): Promise<Concept | undefined> {
    const { pick } = this;
    return new Promise((resolve) => {
      const listening: Disposable[] = [
        pick.onDidChangeValue(() => this.searchSoon()),
        pick.onDidAccept(() => void this.accepted().then((concept) => concept && this.leave(() => resolve(concept)))),
        pick.onDidTriggerItemButton(({ button, item }) => {
          const { concept } = item;
          if (concept) this.leave(() => resolve((button as ActionButton).action.run(concept).then(() => undefined)));
        }),
        pick.onDidHide(() => {
          clearTimeout(this.timer);
          for (const one of listening) one.dispose();
          pick.dispose();
          resolve(undefined);
        }),
      ];
      pick.show();
      void this.search();
    });
  }

  private leave(resolve: () => void): void {
    resolve();
    this.pick.hide();
  }

  /** What Enter takes belongs to what was typed, be it pressed before the list has caught up. */
  private async accepted(): Promise<Concept | undefined> {
    if (this.timer !== undefined) await this.search();
    return this.pick.activeItems[0]?.concept ?? this.pick.items[0]?.concept;
  }

  private searchSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(), typingPause);
  }

  private async search(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const turn = ++this.turn;
    const { value } = this.pick;
    this.pick.busy = true;
    const found = await this.question.search(value, rowsShown);
    if (turn !== this.turn) return;
    this.pick.busy = false;
    this.pick.items = found.length === 0 && value.trim() !== '' ? [noRow()] : found.map((one) => this.row(one));
  }

  /** `alwaysShow`, because VS Code would look for what was typed in the label alone. */
  private row({ concept, name, insteadOf }: FoundConcept): ConceptRow {
    const deprecated = insteadOf ? l10n.t('instead of {0} ({1}), which is deprecated', insteadOf.name, insteadOf.id) : '';
    const description = [deprecated, name === concept.name || hasWords(concept.name, this.pick.value) ? '' : name, concept.type ?? '', this.question.labelOf(concept.terminology)].filter(Boolean).join(' · ');
    return { label: plainRow(concept.name), description: plainRow(description), detail: plainRow(concept.definition ?? ''), alwaysShow: true, concept, buttons: [...this.buttons] };
  }
}

/** An empty list would leave open whether it is still being searched. */
function noRow(): ConceptRow {
  return { label: l10n.t('No concept is called so'), alwaysShow: true };
}

/** Whether a label shows by itself why it was found. */
function hasWords(label: string, query: string): boolean {
  const folded = foldName(label);
  return foldName(query).split(' ').every((word) => folded.includes(word));
}
