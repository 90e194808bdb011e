/** A DOI anywhere in a text: in an address, after `doi:`, or bare. */
const anywhere = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]+/;

/** The DOI in a text, without address or prefix: `https://doi.org/10.1093/jjco/x` → `10.1093/jjco/x`. */
export function findDoi(text: string): string | undefined {
  const doi = anywhere.exec(text.length > 2000 ? text.slice(0, 2000) : text)?.[0];
  return doi && balanced(doi.replace(/[.,;:'’”]+$/, ''));
}

/** A field that should be a DOI and nothing else: also old ones with `<` in them, and with `%3C` for it. */
export function wholeDoi(text: string): string {
  const bare = text.trim().replace(/^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)+/i, '');
  if (!/^10\.\d{4,9}\/\S+$/.test(bare)) {
    return findDoi(text) ?? text.trim();
  }
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** A closing bracket belongs to a DOI only if it was opened in it: `(doi 10.1/x)`, `10.1016/0140-6736(95)90748-3`. */
function balanced(doi: string): string {
  let own = doi;
  while (/[)\]]$/.test(own) && count(own, own.endsWith(')') ? '(' : '[') < count(own, own.slice(-1))) {
    own = own.slice(0, -1).replace(/[.,;:]+$/, '');
  }
  return own;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Whether a serial or book number is an ISSN (eight signs) or an ISBN (ten or thirteen). */
export function serialNumbers(text: string): { readonly ISSN?: string; readonly ISBN?: string } {
  const issn = [...text.matchAll(/(?<![\d-])\d{4}-?\d{3}[\dXx](?![\d-]*\d)/g)].map(([number]) => hyphenated(number));
  const isbn = [...text.matchAll(/(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-]*\d)/g)].map(([number]) => number.trim());
  const found = isbn.length > 0 ? { ISBN: [...new Set(isbn)].join(', ') } : undefined;
  return found ?? (issn.length > 0 ? { ISSN: [...new Set(issn)].join(', ') } : {});
}

function hyphenated(issn: string): string {
  return issn.includes('-') ? issn.toUpperCase() : `${issn.slice(0, 4)}-${issn.slice(4).toUpperCase()}`;
}
