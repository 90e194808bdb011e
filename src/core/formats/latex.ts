import { latexAccents, latexMarkup, latexSilent, latexSwitches, latexSymbols } from './latexSymbols';
import { isSpace, singleSpaced } from './whiteSpace';

/** Deeper nesting of braces than this is an accident or an attack; its braces are left out unread. */
const maxDepth = 50;

/**
 * TeX's markup in a BibTeX value as plain Unicode with CSL's few HTML tags: `{\"o}` → `ö`, `\emph{in vitro}` →
 * `<i>in vitro</i>`, `{DNA}` → `DNA`, `--` → `–`, `$\alpha$` → `α`.
 */
export function latexToText(value: string): string {
  const kind = kindOf(value);
  if (kind !== Kind.tex) {
    return kind === Kind.plain ? value : singleSpaced(value);
  }
  const text = singleSpaced(new LatexReader(value).read());
  // A journal may be nothing but a macro of its class: `\aap`.
  return text === '' ? singleSpaced(value.slice(0, 200).replace(/[\\{}$~]/g, ' ')) : text;
}

const enum Kind { plain, spaced, tex }

/** Whether a text has signs that TeX reads as other than themselves, or else white space that means less than it takes. */
function kindOf(text: string): Kind {
  let kind = Kind.plain;
  let last = 32; // white space at the beginning is as good as twice
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 96 || code >= 123) {
      if (code === 32 ? last === 32 : code < 32 || (code >= 160 && isSpace(code))) kind = Kind.spaced;
      else if (code === 92 || code === 123 || code === 125 || code === 36 || code === 126 || code === 96) return Kind.tex;
      else if ((code === 45 || code === 39) && last === code) return Kind.tex;
      else if (code === 37 && (at === 0 || last === 10) && endsLine(text, at)) return Kind.tex;
    }
    last = code;
  }
  return last === 32 ? Kind.spaced : kind;
}

/** Whether nothing follows a `%` on its line, which only joins lines: `"%⏎1983"`. */
function endsLine(text: string, percent: number): boolean {
  return text.charCodeAt(percent + 1) === 10 || (text.charCodeAt(percent + 1) === 13 && text.charCodeAt(percent + 2) === 10);
}

/** Signs that end a stretch of plain text: `\ { } $ ~ ^ _ - ` ' %`. */
const special = new Uint8Array(128);
for (const sign of '\\{}$~^_-`\'%') special[sign.charCodeAt(0)] = 1;

class LatexReader {
  private at = 0;
  private depth = 0;
  private inMath = false;

  constructor(private readonly source: string) {}

  read(): string {
    let text = '';
    while (this.at < this.source.length) {
      text += this.group();
      this.at += 1; // a closing brace too many
    }
    return text;
  }

  /** Everything up to the brace that closes the group, or the end. */
  private group(): string {
    let text = '';
    let closing = '';
    for (;;) {
      text += this.plain();
      if (this.at >= this.source.length || this.source.charCodeAt(this.at) === 125) return text + closing;
      const markup = this.faceSwitch();
      text += markup ? markup[0] : this.next();
      if (markup) closing = markup[1] + closing;
    }
  }

  /** The text up to the next special sign. */
  private plain(): string {
    const start = this.at;
    const { source } = this;
    let at = start;
    for (; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code < 128 && special[code] === 1) break;
    }
    this.at = at;
    return source.slice(start, at);
  }

  /** `\it` and its like, which hold to the group's end. */
  private faceSwitch(): readonly [string, string] | undefined {
    if (this.source.charCodeAt(this.at) !== 92) return undefined;
    const name = this.commandName(this.at + 1);
    const markup = latexSwitches.get(name);
    if (!markup) return undefined;
    this.at += 1 + name.length;
    if (this.source.charCodeAt(this.at) === 32) this.at += 1;
    return markup;
  }

  private next(): string {
    const letter = this.source.charAt(this.at);
    this.at += 1;
    switch (letter) {
      case '{':
        return this.braced();
      case '\\':
        return this.command();
      case '$':
        this.inMath = !this.inMath;
        return '';
      case '~':
        return ' ';
      case '^':
      case '_':
        return this.inMath ? this.script(letter === '^' ? 'sup' : 'sub') : letter;
      case '-':
        return this.inMath ? '-' : this.run('-', ['-', '–', '—']);
      case '`':
        return this.run('`', ['‘', '“']);
      case "'":
        return this.run("'", ["'", '”']); // one alone is an apostrophe: `O'Brien`
      case '%':
        return this.percent();
      default:
        return letter;
    }
  }

  /** A `%` that is alone on its line only joins lines; any other is meant as itself. */
  private percent(): string {
    const before = this.at < 2 ? 10 : this.source.charCodeAt(this.at - 2);
    return before === 10 && endsLine(this.source, this.at - 1) ? '' : '%';
  }

  /** `--` and its like: one sign for as many as there are. */
  private run(letter: string, signs: readonly string[]): string {
    let count = 1;
    while (count < signs.length && this.source[this.at] === letter) {
      count += 1;
      this.at += 1;
    }
    return signs[count - 1] ?? letter;
  }

  /** The group whose `{` was just read, its `}` included. */
  private braced(): string {
    if (this.depth >= maxDepth) {
      return '';
    }
    this.depth += 1;
    const text = this.group();
    this.depth -= 1;
    this.at += 1;
    return text;
  }

  /** A command's argument: a group, a command, or one letter. */
  private argument(): string {
    while (this.source.charCodeAt(this.at) <= 32) {
      this.at += 1;
    }
    if (this.depth >= maxDepth || this.at >= this.source.length || this.source[this.at] === '}') {
      return '';
    }
    this.depth += 1;
    const text = this.next();
    this.depth -= 1;
    return text;
  }

  private script(tag: string): string {
    const text = this.argument();
    return text === '∘' || text === '°' ? '°' : `<${tag}>${text}</${tag}>`;
  }

  /** The letters of a command, with its star, or its one sign. */
  private commandName(from: number): string {
    let end = from;
    while (isLetter(this.source.charCodeAt(end))) end += 1;
    if (end > from && this.source.charCodeAt(end) === 42) end += 1;
    return this.source.slice(from, Math.max(end, from + 1));
  }

  private command(): string {
    const name = this.commandName(this.at);
    this.at += name.length;
    const accent = latexAccents.get(name);
    if (accent !== undefined) {
      return this.accent(accent);
    }
    if (!isLetter(name.charCodeAt(0))) {
      return this.controlSign(name);
    }
    if (this.source.charCodeAt(this.at) <= 32) {
      this.at += 1; // a space only ends the command's name
    }
    return this.named(name.endsWith('*') ? name.slice(0, -1) : name);
  }

  private named(name: string): string {
    const markup = this.source[this.at] === '{' ? latexMarkup.get(name) : undefined;
    if (markup) {
      return `${markup[0]}${this.argument()}${markup[1]}`;
    }
    const symbol = latexSymbols.get(name);
    if (symbol !== undefined) {
      return symbol;
    }
    if (name === 'href') {
      this.argument();
      return this.argument();
    }
    if (name === 'begin' || name === 'end') {
      return this.environment(name === 'begin' ? 0 : 1);
    }
    // Portals write `Loh, \Gabriel H.\` for `Loh, {Gabriel H.}`: such a word is text, no command.
    return latexSilent.has(name) || /^[a-z]/.test(name) ? '' : `${name} `;
  }

  /** `\begin{it}`: only its face is of use. */
  private environment(side: 0 | 1): string {
    return latexSwitches.get(this.argument())?.[side] ?? '';
  }

  /** `\&`, `\%`, `\\`, `\,`. */
  private controlSign(sign: string): string {
    if (sign === '\\' || sign === ',' || sign === ' ' || sign === ';' || sign === ':' || sign === '\n') {
      return ' ';
    }
    return sign === '-' || sign === '/' || sign === '!' || sign === '@' || sign === '(' || sign === ')' ? '' : sign;
  }

  private accent(combining: string): string {
    // `\b` and `\t` are accents, but the letters of `\bf` were read as a whole name before.
    const letter = this.argument().replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    return letter === '' ? '' : `${`${letter.charAt(0)}${combining}`.normalize('NFC')}${letter.slice(1)}`;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
