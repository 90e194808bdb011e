import { l10n } from 'vscode';
import type { SameBy } from '../../core/library/sameWork';

/** @returns by what two records were found to be of one work, for people */
export function sameByWord(by: SameBy): string {
  if (by === 'title') return l10n.t('same title and author');
  return by === 'place' ? l10n.t('same author, volume and page, and titles alike') : l10n.t('same {0}', by);
}
