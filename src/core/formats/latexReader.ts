import { latexDropped, latexMarkup, latexSwitches, latexVerbatim } from './latexCommands';
import { doubleStruck, latexMathSymbols } from './latexMath';
import { latexAccents, latexLoneAccents, latexSymbols } from './latexSymbols';

/** Deeper nesting of braces than this is an accident or an attack; its braces are left out unread. */
const maxDepth = 50;

/** Signs that end a stretch of plain text: `\ { } $ ~ ^ _ - ` ' %`. */
const special = new Uint8Array(128);
for (const sign of '\\{}$~^_-`\'%') special[sign.charCodeAt(0)] = 1;

/** Reads one value with TeX in it. */
export class LatexReader {
  private at = 0;
  private depth = 0;
  private inMath = false;
  /** A `$` that none follows is money: `costs of $5 million`. */
  private readonly lastDollar: number;

  constructor(private readonly source: string) {
    this.lastDollar = source.lastIndexOf('$');
  }

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
        if (!this.inMath && this.at > this.lastDollar) return '$';
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
        return this.inMath ? '′' : this.run("'", ["'", '”']); // one alone is an apostrophe: `O'Brien`
      case '%':
        return this.percent();
      default:
        return this.wholeSign();
    }
  }

  /** The sign of which the first unit was just read: `😀` has two. */
  private wholeSign(): string {
    const sign = String.fromCodePoint(this.source.codePointAt(this.at - 1) ?? 0);
    this.at += sign.length - 1;
    return sign;
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
    const text = this.germanLetter() ?? this.group();
    this.depth -= 1;
    this.at += 1;
    return text;
  }

  /** `{"u}`, as German files had `ü` before accents could be typed. */
  private germanLetter(): string | undefined {
    if (this.source.charCodeAt(this.at) !== 34 || this.source.charCodeAt(this.at + 2) !== 125) return undefined;
    const letter = this.source.charAt(this.at + 1);
    if (!/[aeiousAEIOU]/.test(letter)) return undefined;
    this.at += 2;
    return letter === 's' ? 'ß' : `${letter}\u0308`.normalize('NFC');
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
      return this.accent(name, accent);
    }
    if (!isLetter(name.charCodeAt(0))) {
      return this.controlSign(name);
    }
    if (this.source.charCodeAt(this.at) <= 32 && !(this.inMath && this.isRelation(name))) {
      this.at += 1; // a space only ends the command's name
    }
    return this.named(name.endsWith('*') ? name.slice(0, -1) : name);
  }

  /** Whether a formula reads better with the space after a command: `α ≤ b`. */
  private isRelation(name: string): boolean {
    return latexMathSymbols.has(name) || (this.source.charCodeAt(this.at + 1) === 92 && latexMathSymbols.has(this.commandName(this.at + 2)));
  }

  private named(name: string): string {
    const isBraced = this.source[this.at] === '{';
    const markup = isBraced ? latexMarkup.get(name) : undefined;
    if (markup) {
      return `${markup[0]}${this.argument()}${markup[1]}`;
    }
    const symbol = latexSymbols.get(name) ?? latexMathSymbols.get(name);
    if (symbol !== undefined) {
      return symbol;
    }
    if (isBraced && latexVerbatim.has(name)) {
      return this.verbatim();
    }
    for (let dropped = latexDropped.get(name) ?? 0; dropped > 0; dropped -= 1) this.argument();
    return this.special(name) ?? (isBraced || /^[a-z]/.test(name) ? '' : `${name} `); // `Loh, \Gabriel H.\`, as portals have it, is text
  }

  /** The few commands that do more than to stand for a sign or to set a face. */
  private special(name: string): string | undefined {
    switch (name) {
      case 'frac': case 'dfrac': case 'tfrac': case 'nicefrac': case 'sfrac':
        return `${this.argument()}/${this.argument()}`;
      case 'mathbb': case 'Bbb': {
        const letter = this.argument();
        return doubleStruck.get(letter) ?? letter;
      }
      case 'begin': case 'end':
        return latexSwitches.get(this.argument())?.[name === 'begin' ? 0 : 1] ?? ''; // `\begin{it}`: only its face is of use
      case 'char': case 'symbol':
        return this.byNumber();
      default:
        return undefined;
    }
  }

  /** A letter by its number: `\char"E9`, `\char233`, `\symbol{233}`. */
  private byNumber(): string {
    const pattern = /\{?\s*(?:"([0-9A-F]{1,5})|(\d{1,6}))\s*\}?/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    const number = match?.[1] === undefined ? Number(match?.[2]) : Number.parseInt(match[1], 16);
    if (!match || number < 32 || number > 0x10ffff || (number >= 0xd800 && number < 0xe000)) return '';
    this.at = pattern.lastIndex;
    return String.fromCodePoint(number);
  }

  /** An address in braces, whose signs are not TeX's. */
  private verbatim(): string {
    const end = this.source.indexOf('}', this.at);
    const text = this.source.slice(this.at + 1, end < 0 ? this.source.length : end);
    this.at = end < 0 ? this.source.length : end + 1;
    return text.replace(/\\([_&%#~$])/g, '$1');
  }

  /** `\&`, `\%`, `\\`, `\,`. */
  private controlSign(sign: string): string {
    switch (sign) {
      case '\\':
        return this.twiceEscaped() ?? ' ';
      case ',': case ' ': case ';': case ':': case '\n': case '\r': case '\t': case '>':
        return ' ';
      case '(': case '[': case ')': case ']':
        this.inMath = sign === '(' || sign === '[';
        return '';
      case '-': case '/': case '!': case '@':
        return '';
      case '|':
        return '‖';
      default:
        return sign;
    }
  }

  /** `d\\'ecoret`, `Swe{\\i}g`: a program escaped the backslash of an accent or a letter once more. */
  private twiceEscaped(): string | undefined {
    const name = this.commandName(this.at);
    const after = this.source.charCodeAt(this.at + name.length);
    const isAccent = name !== '' && '`\'^"~='.includes(name) && (isLetter(after) || after === 123);
    const isLetterInBraces = this.source.charCodeAt(this.at - 3) === 123 && after === 125 && latexSymbols.has(name);
    return isAccent || isLetterInBraces ? this.command() : undefined;
  }

  private accent(name: string, combining: string): string {
    // `\b` and `\t` are accents, but the letters of `\bf` were read as a whole name before.
    const text = this.argument().replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    if (text === '') return latexLoneAccents.get(name) ?? '';
    if (name === 'overline') return text.replace(/[\p{L}\p{N}]/gu, `$&${combining}`);
    const letter = String.fromCodePoint(text.codePointAt(0) ?? 0);
    return `${`${letter}${combining}`.normalize('NFC')}${text.slice(letter.length)}`;
  }
}

/** Whether nothing follows a `%` on its line, which only joins lines: `"%⏎1983"`. */
export function endsLine(text: string, percent: number): boolean {
  return text.charCodeAt(percent + 1) === 10 || (text.charCodeAt(percent + 1) === 13 && text.charCodeAt(percent + 2) === 10);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
