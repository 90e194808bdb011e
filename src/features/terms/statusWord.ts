import { l10n } from 'vscode';
import type { StatusKind } from '../../core/terms/status/status';

/** @returns how a status is called in lists */
export function statusWord(kind: StatusKind): string {
  return {
    affirmed: l10n.t('affirmed'),
    negated: l10n.t('negated'),
    possible: l10n.t('possible'),
    historical: l10n.t('in the history'),
    family: l10n.t('in the family'),
    normal: l10n.t('normal'),
  }[kind];
}
