import { l10n } from 'vscode';

/** @returns what a reading status is called among people; the user's own is its own word */
export function statusWord(status: string): string {
  return words()[status] ?? status;
}

/** @returns the icon of a reading status */
export function statusIcon(status: string): string {
  return icons[status] ?? 'book';
}

function words(): Readonly<Record<string, string>> {
  return {
    unread: l10n.t('unread'),
    reading: l10n.t('being read'),
    read: l10n.t('read'),
    included: l10n.t('included'),
    excluded: l10n.t('excluded'),
  };
}

const icons: Readonly<Record<string, string>> = { reading: 'eye', read: 'check', included: 'pass', excluded: 'circle-slash' };
