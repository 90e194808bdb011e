const escapes: Readonly<Record<string, string>> = { n: '\n', W: ' ', t: '\t' };

/** A text of an OBO file without its escapes (OBO 1.4, 2.2): `\n`, `\W`, `\t`, and any sign behind a `\` for itself. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign) : text;
}

/** A quoted text at the beginning of a value, and where its closing quote is; undefined where there is none. */
export function quoted(value: string): { readonly text: string; readonly end: number } | undefined {
  if (value.charCodeAt(0) !== 0x22) return undefined;
  let end = value.indexOf('"', 1);
  while (end > 0 && isEscaped(value, end)) end = value.indexOf('"', end + 1);
  return end < 0 ? undefined : { text: unescaped(value.slice(1, end)), end };
}

/** Whether an odd number of `\` stands before a place. */
export function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text.charCodeAt(before - 1) === 0x5c) before -= 1;
  return ((at - before) & 1) === 1;
}

/** The first word of a value, which is an id: without the modifiers and the comment behind it. */
export function idOf(value: string): string {
  const space = value.search(/\s|\{/);
  return unescaped(space < 0 ? value : value.slice(0, space));
}

/** A value without its comment (` ! ...`) and without modifiers in braces at its end (`{source="x"}`). */
export function unquoted(value: string): string {
  let text = value;
  const mark = text.indexOf(' ! ');
  if (mark >= 0) text = text.slice(0, mark);
  if (text.endsWith('}')) {
    const brace = text.lastIndexOf(' {');
    if (brace >= 0 && text.indexOf('="', brace) > 0) text = text.slice(0, brace);
  }
  return unescaped(text);
}
