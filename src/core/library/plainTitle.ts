/** The tags that CSL lets a title have: `<i>Nocardia</i>`, `H<sub>2</sub>O`, `<span class="nocase">`. */
const titleTag = /<\/?(?:i|b|sub|sup|sc|em|strong)>|<span(?:\s[^<>]*)?>|<\/span>/gi;

/** @returns the title without markup, in one line */
export function plainTitle(title: string): string {
  return title.replace(titleTag, '').replace(/\s+/g, ' ').trim();
}
