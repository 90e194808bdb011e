/** Licences by their addresses, as people name them. */
const names: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/creativecommons\.org\/publicdomain\/zero\/(\d\.\d)/i, ([, version]) => `CC0 ${version}`],
  [/creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i, ([, kind, version]) => `CC ${(kind ?? '').toUpperCase()} ${version}`],
  [/hpo\.jax\.org|human-phenotype-ontology/i, () => 'HPO licence'],
  [/opendatacommons\.org\/licenses\/(\w+)/i, ([, kind]) => `Open Data Commons ${(kind ?? '').toUpperCase()}`],
];

const words = /\b(?:licen[cs]ed?|CC0|CC[ -]BY|creative commons|public domain|terms of use|copyright)\b/i;

/** What a file says of its licence, as an address or in words. @returns the fields of a head */
export function licenceOf(statement: string): { readonly licence: string; readonly licenceUrl?: string } {
  const url = /https?:\/\/[^\s"'<>()]+[^\s"'<>().,;]/.exec(statement)?.[0];
  const name = names.map(([form, make]) => { const match = form.exec(statement); return match && make(match); }).find((found) => found);
  return { licence: (name ?? statement.trim()).slice(0, 500), ...(url !== undefined && { licenceUrl: url }) };
}

/** Whether a remark speaks of the licence. */
export function speaksOfLicence(remark: string): boolean {
  return words.test(remark);
}
