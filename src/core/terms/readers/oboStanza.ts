import type { ConceptDraft, DraftName } from './conceptGate';
import type { ConceptRelation, SynonymScope } from './conceptSink';
import { conceptCurie, normalCurie } from './normalCurie';
import { idOf, quoted, unquoted } from './oboText';

const scopes: Readonly<Record<string, SynonymScope>> = { EXACT: 'exact', NARROW: 'narrow', BROAD: 'broad', RELATED: 'related' };

/** OBO 1.0's tags. */
const oldTags: Readonly<Record<string, SynonymScope>> = {
  exact_synonym: 'exact', narrow_synonym: 'narrow', broad_synonym: 'broad', related_synonym: 'related',
};

/** Properties whose value is a semantic type: NCIt's and others' of that origin. */
const typeProperties = new Set(['NCIT:P106', 'Semantic_Type', 'SEMANTIC_TYPE', 'http://purl.obolibrary.org/obo/NCIT_P106']);
/** Properties whose value is the same concept elsewhere. */
const matchProperties = new Set(['skos:exactMatch', 'exactMatch', 'http://www.w3.org/2004/02/skos/core#exactMatch']);

/** Types of synonyms, by their ids and what the header says of them. */
export type IsAbbreviation = (type: string) => boolean;

/** One stanza of an OBO file, gathered line by line. */
export class OboStanza {
  id = '';
  private name: string | undefined;
  private definition: string | undefined;
  private readonly synonyms: DraftName[] = [];
  private readonly xrefs: string[] = [];
  private readonly broader: string[] = [];
  private readonly relations: ConceptRelation[] = [];
  private readonly types: string[] = [];
  private readonly replacedBy: string[] = [];
  private readonly consider: string[] = [];
  readonly alternatives: string[] = [];
  private isObsolete = false;

  /**
   * @param line where it begins
   * @param isAbbreviation whether a synonym's type is that of short forms
   * @param relationName the name of a relation's id, where the file has one
   */
  constructor(readonly line: number, private readonly isAbbreviation: IsAbbreviation, private readonly relationName: (id: string) => string) {}

  /** Takes one tag in. @returns what is wrong with its value, if something is */
  take(tag: string, value: string): string | undefined {
    switch (tag) {
      case 'id':
        this.id = this.id || conceptCurie(idOf(value));
        return undefined;
      case 'name':
        this.name ??= unquoted(value);
        return undefined;
      case 'def': {
        const text = quoted(value);
        this.definition ??= text?.text ?? unquoted(value);
        return text ? undefined : tag;
      }
      case 'synonym':
        return this.takeSynonym(value, undefined);
      case 'is_a':
        this.broader.push(conceptCurie(idOf(value)));
        return undefined;
      case 'xref':
        if (!isOtherMeaning(value)) this.takeXref(idOf(value));
        return undefined;
      case 'equivalent_to':
        this.takeXref(idOf(value));
        return undefined;
      case 'alt_id':
        this.alternatives.push(conceptCurie(idOf(value)));
        return undefined;
      case 'is_obsolete':
        this.isObsolete = value.startsWith('true');
        return undefined;
      case 'replaced_by':
        this.replacedBy.push(conceptCurie(idOf(value)));
        return undefined;
      case 'consider':
        this.consider.push(conceptCurie(idOf(value)));
        return undefined;
      case 'relationship':
        return this.takeRelation(value);
      case 'property_value':
        this.takeProperty(value);
        return undefined;
      default:
        return Object.hasOwn(oldTags, tag) ? this.takeSynonym(value, oldTags[tag]) : undefined;
    }
  }

  draft(): ConceptDraft {
    return {
      id: this.id, name: this.name ?? '', synonyms: this.synonyms, definition: this.definition, types: this.types, xrefs: this.xrefs,
      broader: this.broader, relations: this.relations, obsolete: this.isObsolete, replacedBy: [...this.replacedBy, ...this.consider],
    };
  }

  /** `"LR" EXACT abbreviation [xrefs] {modifiers}`; scope and type may be missing, then the scope is RELATED, as the format says. */
  private takeSynonym(value: string, scope: SynonymScope | undefined): string | undefined {
    const text = quoted(value);
    if (!text) return 'synonym';
    const bracket = value.indexOf('[', text.end);
    const words = value.slice(text.end + 1, bracket < 0 ? undefined : bracket).trim().split(/\s+/);
    const stated = scope ?? scopes[words[0] ?? ''];
    const type = words[stated === undefined || scope !== undefined ? 0 : 1] ?? '';
    const abbreviation = type !== '' && this.isAbbreviation(type);
    this.synonyms.push({ text: text.text, scope: isWithdrawn(type) ? 'related' : (stated ?? 'related'), ...(abbreviation && { abbreviation }) });
    return undefined;
  }

  private takeXref(reference: string): void {
    const curie = normalCurie(reference);
    if (curie !== undefined) this.xrefs.push(curie);
  }

  private takeRelation(value: string): string | undefined {
    const [relation = '', target = ''] = value.split(/\s+/, 2);
    if (target === '') return 'relationship';
    this.relations.push({ type: this.relationName(relation), target: conceptCurie(idOf(target)) });
    return undefined;
  }

  private takeProperty(value: string): void {
    const space = value.indexOf(' ');
    const property = value.slice(0, space);
    const rest = value.slice(space + 1);
    const text = quoted(rest)?.text ?? idOf(rest);
    if (typeProperties.has(property)) this.types.push(text);
    else if (matchProperties.has(property)) this.takeXref(text);
  }
}

/** MONDO says of each cross-reference what it is: `{source="MONDO:equivalentTo"}`; those that are related, above or below are not the same. */
function isOtherMeaning(value: string): boolean {
  return value.includes('="MONDO:') && !value.includes('MONDO:equivalent') && /"MONDO:(?:relatedTo|subClassOf|superClassOf|directSiblingOf)"/.test(value);
}

/** A synonym that its source has taken back is no name any more. */
export function isWithdrawn(type: string): boolean {
  return type !== '' && /obsolete_?synonym/i.test(type);
}
