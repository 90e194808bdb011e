import { l10n } from 'vscode';

/** @returns what the user knows a terminology by */
export function terminologyLabel(id: string): string {
  if (id === 'glossary') return l10n.t('Your glossary');
  return id === 'casebook' ? l10n.t('Built-in glossary') : id;
}

/** Whether a terminology is one of the two glossaries. */
export function isOurs(id: string): boolean {
  return id === 'glossary' || id === 'casebook';
}
