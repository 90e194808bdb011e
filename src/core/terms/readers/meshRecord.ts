import type { XmlElement } from '../../formats/xmlElement';
import type { ConceptDraft, DraftName } from './conceptGate';
import type { SynonymScope } from './conceptSink';
import { isShortForm } from './meshTerms';
import type { MeshTree } from './meshTree';

/**
 * How the concepts of a record are related to its preferred one. MeSH calls a narrower concept what others call a synonym
 * (`A-23187` under `Calcimycin`), and uses its terms as the heading's: they are exact.
 */
const scopes: Readonly<Record<string, SynonymScope>> = { NRW: 'exact', BRD: 'broad', REL: 'related' };

/** Classes of supplementary records. */
const classes: Readonly<Record<string, string>> = { 1: 'Chemicals and Drugs', 2: 'Chemicals and Drugs', 3: 'Diseases', 4: 'Organisms', 5: 'Named Groups', 6: 'Diseases' };

/** What a descriptor's or a supplementary record's element says. */
export function meshRecord(element: XmlElement, tree: MeshTree): ConceptDraft {
  const isDescriptor = element.name === 'DescriptorRecord';
  const kind = isDescriptor ? 'Descriptor' : 'SupplementalRecord';
  const name = element.textAt(`${kind}Name`, 'String') ?? '';
  const numbers = element.first('TreeNumberList')?.texts('TreeNumber') ?? tree.numbersOf(name);
  const concepts = element.first('ConceptList')?.all('Concept') ?? [];
  const stated = concepts.flatMap((concept) => concept.first('SemanticTypeList')?.all('SemanticType').flatMap((type) => type.textAt('SemanticTypeName') ?? []) ?? []);
  const derived = isDescriptor ? tree.typesOf(numbers) : [classes[element.attribute('SCRClass') ?? '1'] ?? 'Chemicals and Drugs'];
  const ui = element.textAt(`${kind}UI`);
  return {
    id: ui === undefined ? '' : `MESH:${ui}`,
    name,
    synonyms: concepts.flatMap((concept) => termsOf(concept, scopeOf(concept))),
    definition: definitionOf(element, concepts),
    types: stated.length > 0 ? stated : derived,
    xrefs: xrefsOf(concepts),
    broader: isDescriptor ? tree.broaderOf(numbers) : mappedTo(element),
  };
}

/** The preferred concept's scope note; a supplementary record has a note of its own. */
function definitionOf(element: XmlElement, concepts: readonly XmlElement[]): string | undefined {
  const preferred = concepts.find((concept) => concept.attribute('PreferredConceptYN') === 'Y') ?? concepts[0];
  return preferred?.textAt('ScopeNote') ?? element.textAt('Note');
}

/** What a concept's own list says of it: `NRW` where it is narrower than the preferred one. */
function scopeOf(concept: XmlElement): SynonymScope {
  if (concept.attribute('PreferredConceptYN') !== 'N') return 'exact';
  const ui = concept.textAt('ConceptUI');
  const relations = concept.first('ConceptRelationList')?.all('ConceptRelation') ?? [];
  const own = relations.find((relation) => relation.textAt('Concept2UI') === ui) ?? relations[0];
  return scopes[own?.attribute('RelationName') ?? ''] ?? 'related';
}

function termsOf(concept: XmlElement, scope: SynonymScope): DraftName[] {
  const terms = concept.first('TermList')?.all('Term') ?? [];
  return terms.flatMap((term) => {
    const text = term.textAt('String');
    return text === undefined ? [] : [{ text, scope, abbreviation: isShortForm(term.attribute('LexicalTag')) }];
  });
}

/** CAS numbers and enzymes' numbers of the preferred concept: `RegistryNumber` `52665-69-7`, `EC 1.1.1.1`; others are UNII codes. */
function xrefsOf(concepts: readonly XmlElement[]): string[] {
  const preferred = concepts.find((concept) => concept.attribute('PreferredConceptYN') === 'Y');
  const number = preferred?.textAt('RegistryNumber') ?? preferred?.first('RegistryNumberList')?.textAt('RegistryNumber') ?? '0';
  if (/^\d+-\d\d-\d$/.test(number)) return [`CAS:${number}`];
  if (/^EC \d/.test(number)) return [`EC:${number.slice(3)}`];
  return /^[A-Z0-9]{10}$/.test(number) ? [`UNII:${number}`] : [];
}

function mappedTo(element: XmlElement): string[] {
  const headings = element.first('HeadingMappedToList')?.all('HeadingMappedTo') ?? [];
  return headings.flatMap((heading) => {
    const ui = heading.textAt('DescriptorReferredTo', 'DescriptorUI');
    return ui === undefined ? [] : [`MESH:${ui.replace('*', '')}`];
  });
}
