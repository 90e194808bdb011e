import { l10n } from 'vscode';
import type { TerminologyHead } from '../../core/terms/readers/terminologyHead';
import type { TrustedMarkdown } from '../../platform/trustedMarkdown';

/** A licence that is longer is a text of its own, which its address leads to. */
const longestLicence = 60;

/** @returns a terminology's name with its version: `Human Phenotype Ontology 2024-08-13` */
export function terminologyName({ name, version }: TerminologyHead): string {
  return [name, version].filter(Boolean).join(' ');
}

/** Says whose words stand here: each terminology with its version and licence. */
export function addCredits(markdown: TrustedMarkdown, heads: readonly TerminologyHead[]): void {
  if (heads.length === 0) return;
  markdown.paragraph();
  heads.forEach((head, index) => {
    if (index > 0) markdown.text(' · ');
    markdown.italic(terminologyName(head));
    const { licence } = head;
    const address = head.licenceUrl ?? (licence && /^https?:\/\/\S+$/.test(licence) ? licence : undefined);
    const label = licence && licence.length <= longestLicence && licence !== address ? licence : l10n.t('licence');
    if (address) markdown.text(' (').link(label, address).text(')');
    else if (licence) markdown.text(` (${licence.length <= longestLicence ? licence : `${licence.slice(0, longestLicence)}…`})`);
  });
}
