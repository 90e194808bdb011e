/** `10.1093/jjco/25.4.168`, `doi:10.…`, `https://doi.org/10.…`. */
const doi = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i;

/** @returns the DOI that a citekey is, as MyST's and some managers' are; undefined for other keys */
export function doiOfKey(key: string): string | undefined {
  return doi.exec(key)?.[1];
}
