/**
 * Where each terminology shows a concept: its prefix, the ids it has, and the page of an id. The addresses are those that
 * the terminologies give themselves, or the persistent ones of the OBO Foundry, which redirect to a browser.
 */
const pages: readonly { readonly prefix: RegExp; readonly id: RegExp; readonly page: (id: string) => string }[] = [
  { prefix: /^MESH$/i, id: /^[A-Z]\d+$/, page: (id) => `https://meshb.nlm.nih.gov/record/ui?ui=${id}` },
  { prefix: /^NCIT$/i, id: /^C\d+$/, page: (id) => `https://evsexplore.semantics.cancer.gov/evsexplore/concept/ncit/${id}` },
  { prefix: /^DOID$/i, id: /^\d+$/, page: (id) => `https://disease-ontology.org/?id=DOID:${id}` },
  { prefix: /^HP$/i, id: /^\d{7}$/, page: (id) => `https://hpo.jax.org/browse/term/HP:${id}` },
  { prefix: /^UBERON$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/UBERON_${id}` },
  { prefix: /^CL$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/CL_${id}` },
  { prefix: /^OBI$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/OBI_${id}` },
  { prefix: /^SYMP$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/SYMP_${id}` },
  { prefix: /^MMO$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/MMO_${id}` },
  { prefix: /^MONDO$/i, id: /^\d{7}$/, page: (id) => `https://purl.obolibrary.org/obo/MONDO_${id}` },
  {
    prefix: /^HGNC$/i,
    id: /^\d+$/,
    page: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:${id}`,
  },
  {
    prefix: /^(ORDO|Orphanet|ORPHA)$/i,
    id: /^\d+$/,
    page: (id) => `https://www.orpha.net/en/disease/detail/${id}`,
  },
];

/**
 * @param curie `MESH:D007955`
 * @returns the page where people read about it, with nothing in the address but what the terminology's ids are made of;
 *   undefined for other terminologies and for what is not an id of one
 */
export function curieUrl(curie: string): string | undefined {
  const colon = curie.indexOf(':');
  const prefix = curie.slice(0, colon);
  // ORDO's ids bear their own prefix: `ORDO:Orphanet_90068`.
  const id = curie.slice(colon + 1).replace(/^Orphanet_/, '');
  return pages.find((one) => one.prefix.test(prefix) && one.id.test(id))?.page(id);
}
