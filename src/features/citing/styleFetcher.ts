import { l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import { isWebAddress, repositoryAddress, type StyleAnswer, styleTitle } from '../../core/citing/webStyle';
import { UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { WebStyles } from '../../platform/webStyles';
import type { NoteEditors } from './noteEditors';
import type { Presentations } from './presentations';

/** Milliseconds that a remark stays in the status bar. */
const messageTime = 6000;

/** Fetches citation styles from the web, once the user has said so: those that notes name by an address, and newer ones of the CSL repository. */
export class StyleFetcher {
  /** Addresses that were offered since VS Code started: who passes over the offer is left in peace. */
  private readonly offered = new Set<string>();

  constructor(
    private readonly web: WebStyles,
    private readonly presentations: Presentations,
    private readonly editors: NoteEditors,
  ) {}

  /** @returns the address that a note's style is to be fetched from; undefined where it is at hand */
  async unfetched(document: TextDocument | undefined): Promise<string | undefined> {
    const { name } = this.presentations.named(document);
    if (!isWebAddress(name) || (await this.presentations.shipped(name))) return undefined;
    return (await this.web.of(name)) === undefined ? name : undefined;
  }

  /** Offers to fetch the style of a note that is looked at, beside the work and once. */
  async offer(address: string): Promise<void> {
    if (!workspace.isTrusted || this.offered.has(address)) return;
    this.offered.add(address);
    const fetch = l10n.t('Fetch');
    const question = l10n.t('This note asks for the citation style at {0}. Fetch it from {1}?', address, hostOf(address));
    if ((await window.showInformationMessage(plainMessage(question), fetch)) === fetch) await this.fetch(address);
  }

  /** Asks, and fetches. @returns what to do instead, where the user would rather choose another style */
  async ask(address: string): Promise<'choose' | undefined> {
    assertTrusted();
    this.offered.add(address);
    const [fetch, choose] = [l10n.t('Fetch'), l10n.t('Choose Another…')];
    const message = l10n.t('Fetch the citation style at {0}?', plainMessage(address));
    const choice = await window.showInformationMessage(message, { modal: true, detail: whoLearns(address) }, fetch, choose);
    if (choice === fetch) await this.fetch(address);
    return choice === choose ? 'choose' : undefined;
  }

  /** Has the user enter an address, and fetches what is there. @returns the address */
  async enter(): Promise<string | undefined> {
    assertTrusted();
    const address = await window.showInputBox({
      title: l10n.t('Citation Style'),
      prompt: l10n.t('The address of a .csl file. Enter fetches it once, and it is kept for working offline.'),
      placeHolder: 'https://example.org/style.csl',
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' || isWebAddress(text.trim()) ? undefined : l10n.t('An address begins with https://')),
    });
    const wanted = address?.trim() ?? '';
    if (wanted === '') return undefined;
    if (!(await this.presentations.shipped(wanted))) await this.fetch(wanted);
    return wanted;
  }

  /** Fetches the style of the note, or of the folder, anew. */
  async update(): Promise<void> {
    assertTrusted();
    const document = this.editors.active?.document ?? window.activeTextEditor?.document;
    const { address, title, isShipped } = await this.source(document);
    const [fetch, back] = [l10n.t('Fetch'), l10n.t('Take the One That Ships')];
    const isUpdated = isShipped && (await this.web.of(address)) !== undefined;
    const choice = await window.showInformationMessage(
      l10n.t('Fetch the citation style {0} anew?', plainMessage(title)),
      { modal: true, detail: whoLearns(address) },
      ...(isUpdated ? [fetch, back] : [fetch]),
    );
    if (choice === back) await this.web.forget(address);
    if (choice === fetch) await this.fetch(address);
  }

  /** @throws a UserError where there is no style to be had */
  async fetch(address: string): Promise<void> {
    assertTrusted();
    const before = await this.web.of(address);
    const answer = await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Fetching the citation style') }, () => this.web.fetch(address));
    if (answer.kind !== 'found') throw new UserError(whyNot(answer, address));
    const title = plainMessage(styleTitle(answer.csl) ?? address);
    window.setStatusBarMessage(before === answer.csl ? l10n.t('The citation style {0} has not changed', title) : l10n.t('Fetched the citation style {0}', title), messageTime);
  }

  /** Where a style is to be had anew. @throws a UserError for one that is the user's own */
  private async source(document: TextDocument | undefined): Promise<{ readonly address: string; readonly title: string; readonly isShipped: boolean }> {
    const { name } = this.presentations.named(document);
    const id = await this.presentations.repositoryId(name, document);
    if (id !== undefined) return { address: repositoryAddress(id), title: (await this.presentations.shipped(name))?.title ?? id, isShipped: true };
    if (isWebAddress(name)) return { address: name, title: name, isShipped: false };
    throw new UserError(l10n.t('The citation style {0} is no style of the CSL repository, and has no address that it could be fetched from.', plainMessage(name)));
  }
}

function assertTrusted(): void {
  if (!workspace.isTrusted) throw new UserError(l10n.t('In Restricted Mode nothing is fetched from the web. Trust the folder first.'));
}

function hostOf(address: string): string {
  return Uri.parse(address).authority;
}

function whoLearns(address: string): string {
  return l10n.t('Casebook asks {0}, which learns your network address and nothing else. The style is kept on this machine, for working offline.', hostOf(address));
}

function whyNot(answer: Exclude<StyleAnswer, { readonly kind: 'found' }>, address: string): string {
  switch (answer.kind) {
    case 'not-csl': return l10n.t('What is at {0} is not a CSL style that Casebook can read.', address);
    case 'too-large': return l10n.t('What is at {0} is too large for a citation style (more than 1 MB).', address);
    case 'status': return answer.status === 404 ? l10n.t('There is nothing at {0}.', address) : l10n.t('{0} did not answer (status {1}). Try again later.', hostOf(address), answer.status);
    case 'failure': return l10n.t('{0} could not be reached ({1}). Check the network, and try again.', hostOf(address), answer.failure);
  }
}
