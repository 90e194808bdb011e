/** A start or an end tag, with its name and whether it closes itself. */
const tag = /<(\/?)([\p{L}_:][\p{L}\p{N}_:.-]*)(?:\s[^<>]*?)?(\/?)>/gu;

/**
 * A record's source with what people and programs get wrong in XML put right: `&` and `<` that mean themselves
 * (`R&D`, `p<0.05`), end tags that end nothing, elements that nothing ends.
 */
export function repairXml(source: string): string {
  const escaped = source
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)/gi, '&amp;')
    .replace(/<(?![\p{L}_:!?/])/gu, '&lt;');
  return balanced(escaped);
}

function balanced(source: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  let from = 0;
  for (const match of source.matchAll(tag)) {
    const [whole, slash, name = '', self] = match;
    if (slash === '') {
      if (self === '') {
        open.push(name);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      continue;
    }
    parts.push(source.slice(from, match.index));
    from = match.index + whole.length;
    // An end tag of what is open ends all within it; of what is not open it is left out, unless it is but misspelt.
    const innermost = open.at(-1) ?? '';
    const meant = (counts.get(name) ?? 0) > 0 ? name : isAlike(name, innermost) ? innermost : undefined;
    for (let isDone = meant === undefined; !isDone;) {
      const last = open.pop() ?? name;
      counts.set(last, (counts.get(last) ?? 1) - 1);
      parts.push(`</${last}>`);
      isDone = last === meant;
    }
  }
  parts.push(source.slice(from), ...open.reverse().map((name) => `</${name}>`));
  return parts.join('');
}

/** `ArticleTitel` for `ArticleTitle`. */
function isAlike(one: string, other: string): boolean {
  return other !== '' && Math.abs(one.length - other.length) <= 2 && one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase();
}
