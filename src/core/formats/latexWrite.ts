/** TeX's own signs, as a value has to write them; BibTeX counts braces even behind a backslash, so that one alone would break its file. */
const escapes: Readonly<Partial<Record<string, string>>> = {
  '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}', '\\': '\\textbackslash{}', '`': '\\textasciigrave{}', '\u00a0': '~',
};

/** CSL's HTML as TeX's commands. */
const tags: Readonly<Partial<Record<string, string>>> = {
  '<i>': '\\emph{', '<b>': '\\textbf{', '<sup>': '\\textsuperscript{', '<sub>': '\\textsubscript{', '<sc>': '\\textsc{',
  '<span style="font-variant:small-caps;">': '\\textsc{', '<span class="nocase">': '{',
  '</i>': '}', '</b>': '}', '</sup>': '}', '</sub>': '}', '</sc>': '}', '</span>': '}',
};

const tag = /(<\/?(?:i|b|sup|sub|sc)>|<span style="font-variant:small-caps;">|<span class="nocase">|<\/span>)/;

/** A text without markup as TeX, Unicode kept: `A & B` → `A \& B`. Hyphens and quotes that TeX would join are kept apart. */
export function latexText(text: string): string {
  return withPlainBraces(escaped(text));
}

function escaped(text: string): string {
  return text
    .replace(/[&%$#_{}~^\\`\u00a0]/g, (sign) => escapes[sign] ?? sign)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with CSL's HTML as TeX: `<i>in vitro</i>` → `\emph{in vitro}`. A tag without its partner is text. */
export function latexMarkupText(text: string, word: (text: string) => string = escaped): string {
  const parts = text.split(tag);
  const isEven = nests(parts);
  return withPlainBraces(parts.map((part) => (isEven ? tags[part] : undefined) ?? spaced(part, word)).join('').trim());
}

/** `\\{` for a brace is what every reader knows, but only where BibTeX, which counts it, finds its partner. */
function withPlainBraces(tex: string): string {
  const plain = tex.replaceAll('\\textbraceleft{}', '\\{').replaceAll('\\textbraceright{}', '\\}');
  let depth = 0;
  for (const sign of plain === tex ? '' : plain) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth < 0) return tex;
  }
  return depth === 0 ? plain : tex;
}

/** A title as TeX, with braces around words whose letters a style that changes titles' capitals must not touch. */
export function latexTitle(text: string): string {
  let before = '';
  return latexMarkupText(text, (part) => part.split(/(\s+)/).map((word) => {
    if (!/\p{L}/u.test(word)) return escaped(word) || (word === '' ? '' : ' ');
    const isProtected = before === '' ? /\p{Lu}/u.test(word.replace(/\p{L}/u, '')) : /\p{Lu}/u.test(word) || /[:.?!]$/.test(before);
    before = word;
    return isProtected ? `{${escaped(word)}}` : escaped(word);
  }).join(''));
}

/** A part between tags, whose white space at its ends parts it from what is in them. */
function spaced(part: string, word: (text: string) => string): string {
  const inner = part.trim();
  if (inner === '') return part === '' ? '' : ' ';
  return `${/^\s/.test(part) ? ' ' : ''}${word(inner)}${/\s$/.test(part) ? ' ' : ''}`;
}

/** Whether every tag has its partner, and none crosses another. */
function nests(parts: readonly string[]): boolean {
  const open: string[] = [];
  for (const part of parts) {
    if (tags[part] === undefined) continue;
    const name = /^<\/?(\w+)/.exec(part)?.[1] ?? '';
    if (!part.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
