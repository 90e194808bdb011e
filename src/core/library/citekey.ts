import { defaultSuffix } from './citekeys/controlFunctions';
import type { KeyMaker } from './citekeyFormula';
import { plainKeyMaker, suffixedKey } from './citekeyFormula';
import { KeySet } from './keySet';
import type { CslItem } from './record';

/** Makes citekeys that are new among those in use, compared without regard to case: so are files on most disks. */
export class Citekeys {
  /** In small letters. */
  private readonly used = new KeySet();
  /**
   * By key, where to go on counting when another record would get it, so that a thousand papers by `wang2020` do not each
   * try a thousand letters. What a formula counts in its own way stands here by that.
   */
  private readonly next = new Map<string, number>();

  /** @param makeBase by which formula; `chen1995` without one */
  constructor(
    taken: Iterable<string> = [],
    private readonly makeBase: KeyMaker = plainKeyMaker,
  ) {
    for (const key of taken) {
      this.take(key);
    }
  }

  /** Notes that a key is in use. */
  take(key: string): void {
    this.claim(key);
  }

  /** Takes a key unless it is in use; whether it was free. */
  claim(key: string): boolean {
    return this.used.add(smallLetters(key));
  }

  isTaken(key: string): boolean {
    return this.used.has(smallLetters(key));
  }

  /**
   * The key that the formula gives, or the default's: the first author's family name and the year (`chen1995`). Where that
   * is taken it gets a letter (`chen1995a`), or the formula's own suffix; a key once given is never given again, whoever
   * else comes or goes. The key counts as taken from now on.
   */
  make(record: Partial<CslItem>): string {
    const base = this.makeBase(record);
    const isPlain = base.after === '' && base.suffix === defaultSuffix;
    if (isPlain && this.claim(base.before)) return base.before;
    const kind = isPlain ? smallLetters(base.before) : JSON.stringify(base);
    for (let index = this.next.get(kind) ?? (isPlain ? 1 : 0); ; index += 1) {
      const key = suffixedKey(base, index);
      if (this.claim(key)) {
        this.next.set(kind, index + 1);
        return key;
      }
    }
  }
}

/** A key in small letters, which most are already; JavaScript's own way takes long in a text with signs beyond Latin-1. */
function smallLetters(key: string): string {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code > 127 || (code >= 65 && code <= 90)) return key.toLowerCase();
  }
  return key;
}

/**
 * One new citekey, as `Citekeys` makes them.
 *
 * @param taken the keys in use
 */
export function citekeyFor(record: Partial<CslItem>, taken: Iterable<string> = [], makeBase: KeyMaker = plainKeyMaker): string {
  return new Citekeys(taken, makeBase).make(record);
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
