import { fold } from './fold';
import type { CslItem, CslName } from './record';

/** Too common at a title's start to tell papers apart. */
const emptyWords: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'on', 'of', 'in', 'and', 'to', 'for', 'with', 'from', 'by', 'at', 'der', 'die', 'das', 'ein', 'eine',
  'le', 'la', 'les', 'un', 'une', 'el', 'los', 'las', 'il', 'lo', 'de',
]);

/** One family name or word of a key; longer ones are cut, since a key is typed by hand. */
const longestWord = 30;

/** Makes citekeys that are new among those in use, compared without regard to case: so are files on most disks. */
export class Citekeys {
  private readonly used = new Set<string>();
  /** Where to go on counting, so that a thousand papers by `wang2020` do not each try a thousand letters. */
  private readonly next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    for (const key of taken) {
      this.take(key);
    }
  }

  /** Notes that a key is in use. */
  take(key: string): void {
    this.used.add(key.toLowerCase());
  }

  isTaken(key: string): boolean {
    return this.used.has(key.toLowerCase());
  }

  /**
   * The first author's family name and the year (`chen1995`), with a letter where that is taken (`chen1995a`). Without
   * an author the title's first telling word stands in, without either `anon`; without a year the word stands alone.
   * The key counts as taken from now on.
   */
  make(record: Partial<CslItem>): string {
    const base = `${keyWord(record)}${keyYear(record)}`;
    for (let index = this.next.get(base) ?? 0; ; index += 1) {
      const key = `${base}${index === 0 ? '' : letters(index)}`;
      if (!this.isTaken(key)) {
        this.next.set(base, index + 1);
        this.take(key);
        return key;
      }
    }
  }
}

/**
 * One new citekey, as `Citekeys` makes them.
 *
 * @param taken the keys in use
 */
export function citekeyFor(record: Partial<CslItem>, taken: Iterable<string> = []): string {
  return new Citekeys(taken).make(record);
}

/**
 * Whether pandoc reads `@key` as this whole key: a letter, digit or `_` first, then also single inner marks
 * (`:.#$%&-+?<>~/`) that a letter or digit follows. `doi:10.1000/x` is one, `chen 1995` and `chen.` are not.
 */
export function isValidCitekey(key: string): boolean {
  return /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_]|[:/](?=\/)|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}\p{M}_]))*$/u.test(key);
}

/** Whether a key can be cited at all, be it as `@{key}`, which takes all but white space and lone braces. */
export function isCitable(key: string): boolean {
  return isValidCitekey(key) || (/^[^\s{}]+$/.test(key) && key.length > 0);
}

function keyWord(record: Partial<CslItem>): string {
  const name = firstName(record.author) ?? firstName(record.editor);
  if (name) {
    const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
    const word = keyLetters(parts.filter(Boolean).join(''));
    const literal = word || titleWord(name.literal ?? name.given);
    if (literal) {
      return literal;
    }
  }
  return titleWord(typeof record.title === 'string' ? record.title : undefined) || 'anon';
}

function firstName(names: unknown): CslName | undefined {
  return Array.isArray(names) ? (names[0] as CslName | undefined) : undefined;
}

function titleWord(title: string | undefined): string {
  const words = (title ?? '').slice(0, 500).split(/[\s\-–—/:,.;()[\]{}"“”]+/u).map(keyLetters);
  return words.find((word) => word !== '' && !emptyWords.has(word) && !/^\d+$/.test(word)) ?? '';
}

/** ASCII letters and digits where there are any, else the script's own letters: `O'Brien` → `obrien`, `陳` stays. */
function keyLetters(text: string): string {
  const plain = fold(text.slice(0, 200));
  const ascii = plain.replace(/[^a-z0-9]/g, '');
  return (ascii || plain.replace(/[^\p{L}\p{N}]/gu, '')).slice(0, longestWord);
}

function keyYear(record: Partial<CslItem>): string {
  const year = record.issued?.['date-parts']?.[0]?.[0];
  return typeof year === 'number' && Number.isFinite(year) ? String(Math.abs(year)) : '';
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((index - 1) % 26))}`;
}
