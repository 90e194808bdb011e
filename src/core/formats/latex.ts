import { latexAccents, latexMarkup, latexSilent, latexSymbols } from './latexSymbols';

/** Deeper nesting of braces than this is an accident or an attack; its braces are left out unread. */
const maxDepth = 50;

/**
 * TeX's markup in a BibTeX value as plain Unicode with CSL's few HTML tags: `{\"o}` → `ö`, `\emph{in vitro}` →
 * `<i>in vitro</i>`, `{DNA}` → `DNA`, `--` → `–`, `$\alpha$` → `α`.
 */
export function latexToText(value: string): string {
  if (!/[\\{}$~`]|--|''/.test(value)) {
    return value.replace(/\s+/g, ' ').trim();
  }
  const reader = new LatexReader(value);
  return reader.read().normalize('NFC').replace(/\s+/g, ' ').trim();
}

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
    const parts: string[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '}') {
      parts.push(this.next());
    }
    return parts.join('');
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
      default:
        return letter;
    }
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
    while (this.source[this.at] === ' ') {
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

  private command(): string {
    const letters = /[A-Za-z]+\*?/y;
    letters.lastIndex = this.at;
    const name = letters.exec(this.source)?.[0] ?? this.source.charAt(this.at);
    this.at += name.length;
    if (Object.hasOwn(latexAccents, name)) {
      return this.accent(name);
    }
    if (!/^[A-Za-z]/.test(name)) {
      return this.controlSign(name);
    }
    if (/^\s/.test(this.source.charAt(this.at))) {
      this.at += 1; // a space only ends the command's name
    }
    return this.named(name.replace('*', ''));
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
    // Portals write `Loh, \Gabriel H.\` for `Loh, {Gabriel H.}`: such a word is text, no command.
    return latexSilent.has(name) || /^[a-z]/.test(name) ? '' : `${name} `;
  }

  /** `\&`, `\%`, `\\`, `\,`. */
  private controlSign(sign: string): string {
    if (sign === '\\' || sign === ',' || sign === ' ' || sign === ';' || sign === ':' || sign === '\n') {
      return ' ';
    }
    return sign === '-' || sign === '/' || sign === '!' || sign === '@' || sign === '(' || sign === ')' ? '' : sign;
  }

  private accent(mark: string): string {
    // `\b` and `\t` are accents, but the letters of `\bf` were read as a whole name before.
    const letter = this.argument().replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    const combining = latexAccents[mark] ?? '';
    return letter === '' ? '' : `${letter.charAt(0)}${combining}${letter.slice(1)}`;
  }
}
