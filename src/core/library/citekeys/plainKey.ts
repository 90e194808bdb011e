import { fold } from '../fold';
import type { CslItem, CslName } from '../record';

/** Too common at a title's start to tell papers apart. */
const emptyWords: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'on', 'of', 'in', 'and', 'to', 'for', 'with', 'from', 'by', 'at', 'der', 'die', 'das', 'ein', 'eine',
  'le', 'la', 'les', 'un', 'une', 'el', 'los', 'las', 'il', 'lo', 'de',
]);

/** One family name or word of a key; longer ones are cut, since a key is typed by hand. */
const longestWord = 30;

/** The key where no formula says otherwise, which is `authorOrTitle + year`: `chen1995`. */
export function plainKey(record: Partial<CslItem>): string {
  return `${authorOrTitle(record)}${plainYear(record.issued)}`;
}

/**
 * The first author's family name with its particles, in small plain letters: `vanderberg`. Without an author the
 * editor's, without either the title's first telling word, and at last `anon`.
 */
export function authorOrTitle(record: Partial<CslItem>): string {
  const name = firstName(record.author) ?? firstName(record.editor);
  if (name) {
    const literal = keyLetters(familyName(name)) || titleWord(name.literal ?? name.given);
    if (literal) return literal;
  }
  return titleWord(record.title) || 'anon';
}

/** @returns a date's year without a sign; empty where there is none */
export function plainYear(date: CslItem['issued']): string {
  const year = date?.['date-parts']?.[0]?.[0];
  return typeof year === 'number' && Number.isFinite(year) ? String(Math.abs(year)) : '';
}

function firstName(names: unknown): CslName | undefined {
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  return typeof first === 'object' && first !== null ? first : undefined;
}

function familyName(name: CslName): string {
  const { family, 'dropping-particle': dropping, 'non-dropping-particle': kept } = name;
  if (dropping === undefined && kept === undefined && typeof family === 'string') return family;
  return [dropping, kept, family].filter((part) => typeof part === 'string').join('');
}

function titleWord(title: unknown): string {
  if (typeof title !== 'string') return '';
  const words = title.slice(0, 500).split(/[\s\-–—/:,.;()[\]{}"“”]+/u).map(keyLetters);
  return words.find((word) => word !== '' && !emptyWords.has(word) && !/^\d+$/.test(word)) ?? '';
}

/** ASCII letters and digits where there are any, else the script's own letters: `O'Brien` → `obrien`, `陳` stays. */
function keyLetters(text: string): string {
  return latinLetters(text) ?? anyLetters(text);
}

function anyLetters(text: string): string {
  const plain = fold(text.slice(0, 200));
  const ascii = plain.replace(/[^a-z0-9]/g, '');
  return (ascii || plain.replace(/[^\p{L}\p{N}]/gu, '').normalize('NFC')).slice(0, longestWord);
}

/** Signs of Latin, and none of the marks that stand by themselves. */
const latinSigns = 0x180;

/** By its code, what a letter is in a key: `C` is `c`, `á` is `a`; undefined where it takes a closer look. */
const plainLetters: readonly (string | undefined)[] = Array.from({ length: latinSigns }, (_, code) => {
  const plain = fold(String.fromCharCode(code));
  return /^[a-z]+$/.test(plain) ? plain : undefined;
});

/** What `anyLetters` says of a word of Latin letters, as most family names are; undefined for any other. */
function latinLetters(text: string): string | undefined {
  if (text === '' || text.length > longestWord) return undefined;
  let word = '';
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) continue;
    const plain = plainLetters[code];
    if (plain === undefined) return undefined;
    word += text.slice(start, at) + plain;
    start = at + 1;
  }
  return start === 0 ? text : (word + text.slice(start)).slice(0, longestWord);
}
