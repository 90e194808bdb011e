import { l10n } from 'vscode';

/** @returns what a CSL variable is called among people: `container-title` is a journal, or the book a chapter is in */
export function fieldWord(variable: string): string {
  return words()[variable] ?? variable;
}

function words(): Readonly<Record<string, string>> {
  return {
    type: l10n.t('kind of work'),
    title: l10n.t('title'),
    author: l10n.t('authors'),
    issued: l10n.t('date'),
    'container-title': l10n.t('journal or book'),
    volume: l10n.t('volume'),
    issue: l10n.t('issue'),
    page: l10n.t('pages'),
    publisher: l10n.t('publisher'),
    DOI: l10n.t('DOI'),
  };
}
