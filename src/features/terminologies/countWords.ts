import { l10n } from 'vscode';

/** @returns how many concepts there are, in words */
export function conceptsWord(count: number): string {
  return count === 1 ? l10n.t('1 concept') : l10n.t('{0} concepts', count.toLocaleString());
}

/** @returns how many names and definitions there are, in words */
export function namesWords({ names, definitions }: { readonly names: number; readonly definitions: number }): string {
  const named = names === 1 ? l10n.t('1 name') : l10n.t('{0} names', names.toLocaleString());
  const defined = definitions === 1 ? l10n.t('1 definition') : l10n.t('{0} definitions', definitions.toLocaleString());
  return l10n.t('{0}, {1}', named, defined);
}

/** @returns how much there is of a terminology, in words */
export function countWords(counts: { readonly concepts: number; readonly names: number; readonly definitions: number }): string {
  return l10n.t('{0}, {1}', conceptsWord(counts.concepts), namesWords(counts));
}
