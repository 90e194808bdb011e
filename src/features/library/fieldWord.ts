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
    editor: l10n.t('editors'),
    abstract: l10n.t('abstract'),
    keyword: l10n.t('keywords'),
    language: l10n.t('language'),
    'number-of-pages': l10n.t('number of pages'),
    'container-title-short': l10n.t('abbreviated journal'),
    custom: l10n.t('subject areas and counts'),
    DOI: l10n.t('DOI'),
  };
}
