import { env, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Presentation } from '../../core/citing/citingWork';
import { findStyle, shippedStyles, type StyleInfo } from '../../core/citing/styles';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { CitableWorks } from '../../platform/citableWorks';
import type { Credits } from './credits';
import type { NoteEditors } from './noteEditors';
import { inStyle } from './inStyle';
import { worksOfItems } from './paperItems';
import { pickWorks, recordsOf } from './workPicker';
import type { Presentations } from './presentations';
import { plainText, styledReference } from './styledRuns';

interface StyleRow extends QuickPickItem {
  readonly style?: StyleInfo;
}

/** Puts references of papers on the clipboard, in a style that is asked for each time. */
export class ReferenceCopier {
  constructor(
    private readonly works: CitableWorks,
    private readonly editors: NoteEditors,
    private readonly presentations: Presentations,
    private readonly thread: WorkerThread<Work>,
    private readonly credits: Credits,
  ) {}

  /**
   * @param item the paper of the Papers view that the command was run on; without one the papers are asked for
   * @param wanted a style's id, which then isn't asked for
   */
  async copy(item?: unknown, items?: unknown, wanted?: unknown): Promise<void> {
    await this.works.loaded;
    const document = this.editors.active?.document;
    const title = l10n.t('Copy Reference As');
    const selected = worksOfItems(this.works, item, items);
    const placeholder = l10n.t('Papers whose references are copied');
    const picked = selected.length > 0 ? selected : await pickWorks(this.works, document, { title, placeholder });
    const records = picked && (await recordsOf(this.works, document, picked));
    if (!records || records.length === 0) return;
    const style = typeof wanted === 'string' ? findStyle(wanted) : await this.askStyle(title);
    if (!style) return;
    const text = await this.render(records, style, this.presentations.locale(document));
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`$(clippy) ${copied(records.length, style)}`, 4000);
    if (style.kind === 'csl') void this.credits.showOnce();
  }

  private async askStyle(title: string): Promise<StyleInfo | undefined> {
    const { name } = this.presentations.named(this.editors.active?.document);
    const current = findStyle(name)?.id;
    const ofKind = (kind: StyleInfo['kind']) =>
      shippedStyles
        .filter((style) => style.kind === kind)
        .sort((a, b) => Number(b.id === current) - Number(a.id === current))
        .map((style): StyleRow => ({ label: style.title, description: style.id === current ? l10n.t('current') : '', style }));
    const rows: StyleRow[] = [
      { label: l10n.t('citation styles'), kind: QuickPickItemKind.Separator },
      ...ofKind('csl'),
      { label: l10n.t('as research portals write it'), kind: QuickPickItemKind.Separator },
      ...ofKind('pure'),
    ];
    return (await window.showQuickPick(rows, { title, placeHolder: l10n.t('How the reference is to look') }))?.style;
  }

  private async render(records: readonly CslItem[], style: StyleInfo, locale: string): Promise<string> {
    const presentation: Presentation = { style: { id: style.id }, locale };
    const entries = await inStyle(this.thread, presentation, (citing) => citing.references(records, presentation));
    if (entries.length === 0) throw new UserError(l10n.t('{0} writes no references.', style.title));
    const texts = entries.map(({ text, html }) => (style.kind === 'csl' ? plainText(styledReference(html).runs) : text));
    return texts.join(style.kind === 'csl' ? '\n' : '\n\n');
  }
}

function copied(count: number, style: StyleInfo): string {
  return count === 1 ? l10n.t('Reference copied as {0}', style.title) : l10n.t('{0} references copied as {1}', count, style.title);
}
