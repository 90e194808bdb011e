import { env, l10n, type Memento, Uri, window } from 'vscode';

const shownKey = 'casebook.citing.creditsShown';
const website = 'https://citationstyles.org/';

/**
 * Says whose work the formatting of citations is. The licence of citeproc-js asks that its users are shown this, the
 * licence of the styles that their makers are named.
 */
export class Credits {
  constructor(private readonly state: Memento) {}

  /** One line of it, for lists of styles. */
  get line(): string {
    return l10n.t('citeproc-js (c) Frank Bennett · styles by the Citation Style Language project, CC BY-SA 3.0');
  }

  /** Shows the credits with the first citation that is formatted on this machine, once. */
  async showOnce(): Promise<void> {
    if (this.state.get<boolean>(shownKey)) return;
    await this.state.update(shownKey, true);
    const open = l10n.t('Open Website');
    const message = `${engine()} ${website}`;
    if ((await window.showInformationMessage(message, open)) === open) await env.openExternal(Uri.parse(website));
  }

  async show(): Promise<void> {
    const open = l10n.t('Open Website');
    const detail = [
      engine(),
      website,
      l10n.t('The citation styles and locales are by the Citation Style Language project and its contributors, under CC BY-SA 3.0.'),
    ].join('\n\n');
    const message = l10n.t('Citation Style Credits');
    if ((await window.showInformationMessage(message, { modal: true, detail }, open)) === open) await env.openExternal(Uri.parse(website));
  }
}

/** In the words that the licence sets. */
function engine(): string {
  return l10n.t('Citations are formatted by citeproc-js, (c) Frank Bennett. citeproc-js implements the Citation Style Language.');
}
