/** The words of the page that shows a PDF; `{0}` and `{1}` stand for what is put in. */
export interface PdfWords {
  readonly toolbar: string;
  readonly sidebar: string;
  readonly outline: string;
  readonly pages: string;
  readonly noOutline: string;
  readonly page: string;
  readonly pageOf: string;
  readonly pageNumber: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoom: string;
  readonly actualSize: string;
  readonly fitWidth: string;
  readonly fitPage: string;
  readonly rotate: string;
  readonly dark: string;
  readonly find: string;
  readonly findNext: string;
  readonly findPrevious: string;
  readonly matchCase: string;
  readonly wholeWord: string;
  readonly matches: string;
  readonly noMatch: string;
  readonly searching: string;
  readonly close: string;
  readonly document: string;
  readonly loading: string;
  readonly broken: string;
  readonly brokenMore: string;
  readonly lost: string;
  readonly lostMore: string;
  readonly encrypted: string;
  readonly encryptedMore: string;
  readonly wrongPassword: string;
  readonly password: string;
  readonly unlock: string;
  readonly failed: string;
  readonly scanned: string;
  readonly marks: string;
  readonly noMarks: string;
  readonly noPaper: string;
  readonly foreign: string;
  readonly foreignFound: string;
  readonly takeOver: string;
  readonly writing: string;
  readonly note: string;
  readonly selectFirst: string;
  readonly markWords: string;
  readonly highlightAs: string;
  readonly underlineAs: string;
  readonly comment: string;
  readonly tags: string;
  readonly tagsHint: string;
  readonly meaning: string;
  readonly noMeaning: string;
  readonly keep: string;
  readonly remove: string;
  readonly moved: string;
  readonly orphaned: string;
  readonly confirm: string;
  readonly reattach: string;
  readonly highlight: string;
  readonly underline: string;
  readonly commentPage: string;
  readonly marked: string;
  readonly unmarked: string;
  readonly changed: string;
}

/** Where the page finds what it is made of. Folders end with `/`. */
export interface PdfPlaces {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
  /** What writes annotated copies, beside the page. */
  readonly writer: string;
  readonly cMaps: string;
  readonly fonts: string;
  readonly wasm: string;
  readonly icons: string;
  /** What the policy calls the places above. */
  readonly origin: string;
}

/** What the page's script reads at its start. */
export interface PdfPageData {
  readonly words: PdfWords;
  readonly places: PdfPlaces;
}

/**
 * The page that shows a PDF: nothing from the web is loaded, only our script runs, and only our worker.
 *
 * @param nonce chosen anew for each page
 * @param language of the words, as in `en`
 */
export function pdfPage(data: PdfPageData, nonce: string, language: string): string {
  const { places } = data;
  const policy = [
    `default-src 'none'`,
    // Images in PDFs are decoded by compiled code; scripts made from text stay forbidden.
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src ${places.origin}`,
    `img-src ${places.origin} blob: data:`,
    `font-src ${places.origin} blob: data:`,
    `connect-src ${places.origin}`,
    `worker-src blob:`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(places.style)}">
<script type="application/json" id="data" nonce="${nonce}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module" nonce="${nonce}" src="${escaped(places.script)}"></script>
</head>
<body></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
