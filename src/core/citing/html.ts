const entities: Readonly<Record<string, string>> = { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;' };
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The tags that the citation engine may write; any other is a title's or a style's own and stays text. */
const allowedTag =
  /^<\/?(?:i|b|sup|sub|em)>$|^<\/span>$|^<span style="(?:font-variant:\s?(?:small-caps|normal)|font-style:\s?normal|font-weight:\s?normal|text-decoration:\s?(?:none|underline)|baseline);?">$|^<span class="nocase">$|^<\/div>$|^<div class="csl-(?:left-margin|right-inline|block|indent)">$/;

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

/** HTML in which only what the citation engine may write is markup. */
export function safeHtml(html: string): string {
  return html.replace(/<[^<>]*>|[<>]/g, (tag) => (allowedTag.test(tag) ? tag : escapeHtml(tag)));
}

/** HTML without its markup. A number in the margin is set off by a space. */
export function plainText(html: string): string {
  return html
    .replace(/<div class="csl-right-inline">/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, decodeEntity)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
