import { l10n } from 'vscode';
import { nameOf } from '../../core/terms/terminologies/fileParts';
import type { InstalledTerminology, TerminologySource } from '../../core/terms/terminologies/installedTerminology';
import { conceptsWord, namesWords } from './countWords';
import { brokenWords } from './faultWords';
import type { FactNode, TerminologyNode } from './terminologyNodes';

type Fact = Pick<FactNode, 'label' | 'description' | 'icon' | 'address'>;

/** @returns what is known of a terminology, as rows under it */
export function terminologyFacts(parent: TerminologyNode): FactNode[] {
  const { kept } = parent;
  const broken = brokenWords(kept);
  const facts = [...(broken ? [{ label: broken, icon: 'warning' }] : []), ...(kept.terminology ? factsOf(kept.terminology) : [])];
  return facts.map((fact, at) => ({ ...fact, kind: 'fact', id: `${parent.id}/fact${at}`, parent }));
}

function factsOf({ head, counts, source, added }: InstalledTerminology): Fact[] {
  const facts: Fact[] = [{
    label: conceptsWord(counts.concepts),
    description: namesWords(counts),
    icon: 'symbol-number',
  }];
  if (head.version !== undefined) facts.push({ label: l10n.t('Version'), description: head.version, icon: 'versions' });
  facts.push(licenceFact(head));
  facts.push({ label: l10n.t('Added'), description: added, icon: 'calendar' }, sourceFact(source));
  return facts;
}

function licenceFact({ licence, licenceUrl, needsLicence }: InstalledTerminology['head']): Fact {
  const description = licence ?? licenceUrl ?? l10n.t('its file names none');
  const words = needsLicence ? l10n.t('Licence (your own; not to be passed on)') : l10n.t('Licence');
  const isPage = licenceUrl !== undefined && /^https?:\/\//i.test(licenceUrl);
  return { label: words, description, icon: 'law', ...(isPage && { address: licenceUrl }) };
}

function sourceFact(source: TerminologySource): Fact {
  if (source.kind === 'address') return { label: l10n.t('From'), description: source.address, icon: 'globe' };
  const [first, ...more] = source.uris.map(nameOf);
  const description = more.length === 0 ? (first ?? '') : l10n.t('{0} and {1} more', first ?? '', more.length);
  return { label: l10n.t('From your files'), description, icon: 'file' };
}
