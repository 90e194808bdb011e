/** The OBO Foundry's, which are by far the most: `http://purl.obolibrary.org/obo/HP_0001974`. */
const obo = 'http://purl.obolibrary.org/obo/';

/** Addresses of concepts elsewhere, each with how its prefix and id stand in it. */
const forms: readonly (readonly [form: RegExp, prefix: string | undefined])[] = [
  [/^https?:\/\/(?:www\.)?orpha\.net\/ORDO\/(Orphanet)_(\w+)$/i, undefined],
  [/^https?:\/\/id\.nlm\.nih\.gov\/mesh\/(?:\d{4}\/)?([A-Z]\w+)$/i, 'MESH'],
  [/^https?:\/\/meshb\.nlm\.nih\.gov\/record\/ui\?ui=([A-Z]\d+)/i, 'MESH'],
  [/^https?:\/\/(?:purl\.bioontology\.org\/ontology|bioregistry\.io|identifiers\.org)\/([\w.-]+)[/:](?:\w+:)?([^/]+)$/i, undefined],
  [/^https?:\/\/(?:www\.)?ebi\.ac\.uk\/efo\/(EFO)_(\d+)$/i, undefined],
  [/^https?:\/\/snomed\.info\/(?:id|sct)\/(\d+)$/i, 'SNOMEDCT'],
  [/^https?:\/\/linkedlifedata\.com\/resource\/umls\/id\/(C\d+)$/i, 'UMLS'],
  [/^https?:\/\/ncicb\.nci\.nih\.gov\/xml\/owl\/EVS\/Thesaurus\.owl#(C\d+)$/i, 'NCIT'],
  [/^https?:\/\/(?:www\.)?omim\.org\/(?:entry|phenotypicSeries)\/(?:PS)?(\d+)$/i, 'OMIM'],
  [/^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/i, 'WIKIDATA'],
  [/^https?:\/\/purl\.org\/sig\/ont\/fma\/fma(\d+)$/i, 'FMA'],
  [/^https?:\/\/id\.who\.int\/icd\/entity\/(\d+)$/i, 'ICD11F'],
  // What is made in the likeness of the OBO Foundry's.
  [/^https?:\/\/[^?]*[/#]([A-Za-z][A-Za-z]*)_(\d+)$/i, undefined],
];

/**
 * The CURIE of a concept's address: `http://purl.obolibrary.org/obo/HP_0001974` → `HP:0001974`.
 *
 * @param pair makes a CURIE of a prefix and an id
 * @returns undefined where the address is none of a concept's, as far as is known
 */
export function iriCurie(iri: string, pair: (prefix: string, id: string) => string | undefined): string | undefined {
  if (iri.length > 500) return undefined;
  if (iri.startsWith(obo)) {
    const from = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    const line = iri.indexOf('_', from);
    return line < 0 ? undefined : pair(iri.slice(from, line), iri.slice(line + 1));
  }
  for (const [form, prefix] of forms) {
    const match = form.exec(iri);
    if (!match) continue;
    const [, first = '', second] = match;
    if (prefix === undefined) return pair(first, second ?? '');
    return pair(prefix === 'OMIM' && /\/(?:PS|phenotypicSeries)/i.test(iri) ? 'OMIMPS' : prefix, first);
  }
  return undefined;
}
