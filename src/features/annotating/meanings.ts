import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { Meaning } from '../../core/annotating/meaning';
import { plainRow } from '../../platform/plainText';

/** @returns a dot in a colour, for rows; dashed where the mark's place is not sure */
export function dot(color: string, isSure = true): Uri {
  const circle = isSure ? `fill="${color}"` : `fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="2 2"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" ${circle}/></svg>`;
  return Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}

interface MeaningRow extends QuickPickItem {
  readonly meaning: string;
}

/**
 * Asks what a mark means; the last answer stands first, so that Enter takes it.
 * @returns undefined where the user wants no mark
 */
export async function pickMeaning(meanings: readonly Meaning[], last: string | undefined): Promise<string | undefined> {
  const rows = meanings.map(({ name, color }): MeaningRow => ({ meaning: name, label: plainRow(name), iconPath: dot(color) }));
  const sorted = rows.sort((a, b) => Number(b.meaning === last) - Number(a.meaning === last));
  const picked = await window.showQuickPick(sorted, { title: l10n.t('What Is Marked'), placeHolder: l10n.t('What do these words tell?') });
  return picked?.meaning;
}
