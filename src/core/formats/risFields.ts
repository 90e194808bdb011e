import type { RisTags } from './risScan';

/** Tags are two signs, the first a capital and the second a capital or digit; each has a place of its own in a table. */
const tableSize = 26 * 43;

const nothing: readonly string[] = [];

/** A record's tags by name. One serves for many records in turn, since making its table takes longer than using it. */
export class RisFields {
  /** Elsevier Pure and its like: the date twice, and the kind of work in words. They use some tags in their own way. */
  isPortal = false;
  /** A portal's subtitle: `T2` right after `T1`; elsewhere `T2` is a container, an event or a series. */
  subtitle: string | undefined;
  private names: readonly string[] = [];
  private values: readonly string[] = [];
  /** By tag, the place after that of its first value. */
  private readonly firsts = new Int32Array(tableSize);
  private subtitleAt = -1;

  /** Takes the next record. */
  load({ names, values }: RisTags): this {
    for (const name of this.names) this.firsts[slot(name)] = 0;
    this.names = names;
    this.values = values;
    for (let index = names.length - 1; index >= 0; index -= 1) {
      if (values[index] !== '') this.firsts[slot(names[index] ?? '')] = index + 1;
    }
    this.subtitle = undefined;
    this.subtitleAt = -1;
    this.isPortal = names.includes('Y1') && names.includes('PY') && (names.includes('M3') || names.includes('N2'));
    if (this.isPortal) this.findSubtitle();
    return this;
  }

  private findSubtitle(): void {
    const next = this.names.findIndex((tag) => tag === 'T1' || tag === 'TI') + 1;
    const text = this.values[next];
    if (next === 0 || this.names[next] !== 'T2' || text === undefined || this.isEvent(text)) return;
    this.subtitle = text;
    this.subtitleAt = next;
    this.firsts[slot('T2')] = this.names.findIndex((tag, index) => tag === 'T2' && index > next && this.values[index] !== '') + 1;
  }

  /** The only `T2` may be a journal or an event even so. (`3rd Conference on Surgery, 2025`) */
  private isEvent(text: string): boolean {
    const isOnly = this.names.filter((tag) => tag === 'T2').length === 1;
    const named = /\b(?:conference|symposium|workshop|congress|meeting)\b/i.test(text) && /\b(?:19|20)\d\d\b/.test(text);
    // `Y2` tells when the event was.
    return text === this.first('JO', 'JF', 'BT') || (isOnly && (named || this.names.includes('Y2')));
  }

  /** The first value that says something, by the first tag that has one. */
  first(one: string, two?: string, three?: string, four?: string, five?: string): string | undefined {
    return this.value(one) ?? (two === undefined ? undefined : (this.value(two) ?? (three === undefined ? undefined :
      (this.value(three) ?? (four === undefined ? undefined : (this.value(four) ?? (five === undefined ? undefined : this.value(five))))))));
  }

  private value(name: string): string | undefined {
    const place = this.firsts[slot(name)] ?? 0;
    return place === 0 ? undefined : this.values[place - 1];
  }

  /** All values of some tags that say something: those of the first tag, then those of the next. */
  all(...wanted: readonly string[]): readonly string[] {
    let found = nothing;
    for (const name of wanted) {
      if (this.value(name) === undefined) continue;
      found = found.length === 0 ? this.inOrder(name, name) : [...found, ...this.inOrder(name, name)];
    }
    return found;
  }

  /** All values of two tags that mean the same, in the order of the text. */
  inOrder(one: string, two: string): string[] {
    const found: string[] = [];
    const { names, values } = this;
    for (let index = 0; index < names.length; index += 1) {
      const value = values[index];
      if ((names[index] === one || names[index] === two) && value !== undefined && value !== '' && index !== this.subtitleAt) found.push(value);
    }
    return found;
  }
}

function slot(name: string): number {
  return (name.charCodeAt(0) - 65) * 43 + name.charCodeAt(1) - 48;
}
