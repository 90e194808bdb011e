import { l10n, type QuickPick, type QuickPickItem, QuickInputButtons, QuickPickItemKind, window } from 'vscode';
import { affixFault, type CitedWork, writeCitedWork } from '../../../core/citing/citedWork';
import { splitLocator } from '../../../core/notes/locator';
import type { LocatorTerms } from '../../../core/notes/locatorTerms';
import { plainRow } from '../../../platform/plainText';

/** A work that was chosen, and how it is called in the list. */
export interface NamedWork {
  readonly key: string;
  readonly label: string;
}

type Part = 'locator' | 'prefix' | 'suffix';

interface Row extends QuickPickItem {
  readonly work?: number;
  readonly part?: Part;
}

/** Words that stand before a citation rather than behind it. */
const beforeWords = /^(?:see|cf|e\.?g|compare|contra|but|also|as in|siehe|vgl|z\. ?b|voir|véase|vedi|zie|se)\b/i;

/**
 * The second step of citing: what is to stand around each work. Enter inserts; typing gives the locator of the first work,
 * or what else is chosen from the list.
 *
 * @param terms the words for places of the note's language
 * @returns the works with what was typed; `back` where the user wants to choose others; undefined where the user left
 */
export function askDetails(works: readonly NamedWork[], terms: LocatorTerms): Promise<readonly CitedWork[] | 'back' | undefined> {
  return new DetailsPicker(works, terms).run();
}

class DetailsPicker {
  private readonly cited: (CitedWork & Partial<Record<Part, string>>)[];
  private readonly pick: QuickPick<Row> = window.createQuickPick<Row>();

  constructor(
    private readonly works: readonly NamedWork[],
    private readonly terms: LocatorTerms,
  ) {
    this.cited = works.map(({ key }) => ({ key }));
  }

  async run(): Promise<readonly CitedWork[] | 'back' | undefined> {
    const { pick } = this;
    pick.title = l10n.t('Insert Citation');
    pick.step = 2;
    pick.totalSteps = 2;
    pick.placeholder = l10n.t('Enter inserts; or type a page or other place: 168, p. 3, chap. 2');
    pick.buttons = [QuickInputButtons.Back];
    try {
      return await new Promise((resolve) => {
        pick.onDidTriggerButton(() => resolve('back'));
        pick.onDidChangeValue(() => this.list());
        pick.onDidAccept(() => void this.accept().then((isDone) => isDone && resolve(this.cited)));
        pick.onDidHide(() => this.isAsking || resolve(undefined));
        this.list();
        pick.show();
      });
    } finally {
      pick.dispose();
    }
  }

  /** Another input takes the place of the list for a while. */
  private isAsking = false;

  /** @returns whether the citation is to be inserted now */
  private async accept(): Promise<boolean> {
    const [row] = this.pick.activeItems;
    const typed = this.pick.value.trim();
    if (row?.work === undefined || !row.part) return typed === '';
    if (affixFault(typed)) return false;
    const value = typed === '' ? await this.ask(row.work, row.part) : typed;
    if (value !== undefined) this.set(row.work, row.part, value);
    this.pick.value = '';
    this.list();
    return false;
  }

  private async ask(work: number, part: Part): Promise<string | undefined> {
    this.isAsking = true;
    const value = await window.showInputBox({
      title: `${partWord(part)} · ${this.works[work]?.label ?? ''}`,
      value: this.cited[work]?.[part] ?? '',
      prompt: example(part),
      validateInput: (text) => faultWords(text),
    });
    this.isAsking = false;
    this.pick.show();
    return value;
  }

  private set(work: number, part: Part, value: string): void {
    const cited = this.cited[work];
    if (cited) this.cited[work] = { ...cited, [part]: value.trim() };
  }

  private list(): void {
    const typed = this.pick.value.trim();
    this.pick.items = typed === '' ? this.overview() : this.meanings(typed);
    const [first] = this.pick.items;
    if (first) this.pick.activeItems = [first];
  }

  private overview(): Row[] {
    const insert: Row = { label: `$(check) ${l10n.t('Insert')}`, description: plainRow(`[${this.cited.map((work) => writeCitedWork(work, this.terms)).join('; ')}]`), alwaysShow: true };
    const rows = this.works.flatMap(({ label }, work): Row[] => [
      { label: plainRow(label), kind: QuickPickItemKind.Separator },
      ...(['locator', 'prefix', 'suffix'] as const).map((part) => ({ label: partWord(part), description: plainRow(this.cited[work]?.[part] || example(part)), work, part })),
    ]);
    return [insert, ...rows];
  }

  /** What was typed may be any part of any of the works; what it most likely is comes first. */
  private meanings(typed: string): Row[] {
    const fault = faultWords(typed);
    if (fault !== undefined) return [{ label: `$(warning) ${fault}`, alwaysShow: true }];
    const likely: Part = splitLocator(typed, this.terms).locator ? 'locator' : beforeWords.test(typed) ? 'prefix' : 'suffix';
    const parts = [likely, ...(['locator', 'prefix', 'suffix'] as const).filter((part) => part !== likely)];
    const isLocated = this.cited.map((cited) => cited[likely] !== undefined);
    const order = this.works.map((_, work) => work).sort((a, b) => Number(isLocated[a]) - Number(isLocated[b]) || a - b);
    return parts.flatMap((part) => order.map((work): Row => ({
      label: `${partWord(part)} · ${plainRow(this.works[work]?.label ?? '')}`,
      description: plainRow(writeCitedWork({ ...(this.cited[work] ?? { key: '' }), [part]: typed }, this.terms)),
      work, part, alwaysShow: true,
    })));
  }
}

function partWord(part: Part): string {
  return part === 'locator' ? l10n.t('Locator') : part === 'prefix' ? l10n.t('Prefix') : l10n.t('Suffix');
}

function example(part: Part): string {
  return part === 'locator' ? l10n.t('such as 168, pp. 33-35 or chap. 2') : part === 'prefix' ? l10n.t('such as see') : l10n.t('such as and passim');
}

function faultWords(text: string): string | undefined {
  switch (affixFault(text)) {
    case 'semicolon': return l10n.t('A semicolon would begin another work: choose several works instead');
    case 'citation': return l10n.t('An @ would begin another citation');
    case 'bracket': return l10n.t('A bracket has no partner');
    default: return undefined;
  }
}
