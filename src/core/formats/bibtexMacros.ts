import { BibtexScanner } from './bibtexScan';
import { standardMacros } from './bibtexStandardMacros';

/** A macro's definition and the place (in bytes) of the stretch that it stands in. */
export interface BibtexMacro {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/** `@string` with anything that may stand between its sign and its name. */
const definition = /@[^@{(]*string/i;

/** What may be a macro's name. */
const word = /[^\s,={}#"()%]+/g;

/** The `@string` macros of a file, as far as it has been read. */
export class BibtexMacros {
  private readonly byName = new Map<string, BibtexMacro[]>();

  constructor(known: readonly BibtexMacro[] = []) {
    for (const macro of known) this.add(macro);
  }

  /** How many different ones are defined. */
  get size(): number {
    return this.byName.size;
  }

  /** @returns all definitions, in the file's order for each name */
  all(): BibtexMacro[] {
    return [...this.byName.values()].flat();
  }

  /** What a word that stands for a value means, as it does for the scanner. */
  valueOf(name: string): string {
    return this.known(name.toLowerCase()) ?? name;
  }

  /**
   * Definitions of the macros that a text may use, to be put before it.
   * @param before only those that stand before a place; all of them without one
   */
  definitions(text: string, before = Infinity): string {
    if (this.byName.size === 0) return '';
    let lead = '';
    for (const name of new Set((text.match(word) ?? []).map((each) => each.toLowerCase()))) {
      const known = this.byName.get(name)?.findLast(({ at }) => at < before);
      if (known) lead += `@string{${name} = {${known.value}}}\n`;
    }
    return lead;
  }

  /**
   * Takes in what a text defines.
   * @param at its place in the file
   */
  learn(text: string, at: number): void {
    if (!definition.test(text)) return;
    const names = [...new Set((text.match(word) ?? []).map((each) => each.toLowerCase()))];
    // The scanner is asked what each word means now, in small letters and capitals: one that is no macro stays as written.
    const probes = names.map((name, index) => `\n@probe{k, a = ${name}, b = ${name.replace(/[a-z]/g, (letter) => letter.toUpperCase())}, c = {${index}}}`).join('');
    const before = `${this.definitions(text)}${text}`;
    const scanner = new BibtexScanner(`${before}${probes}`);
    for (let entry = scanner.next(); entry; entry = scanner.next()) {
      const name = entry.span.start < before.length ? undefined : names[Number(entry.fields.get('c'))];
      const value = entry.fields.get('a');
      if (name === undefined || value === undefined || value !== entry.fields.get('b')) continue;
      if (value !== this.known(name)) this.add({ name, value, at });
    }
  }

  /** A macro's value; a number stands for itself. */
  private known(name: string): string | undefined {
    return this.byName.get(name)?.at(-1)?.value ?? standardMacros.get(name) ?? (/^\d/.test(name) ? name : undefined);
  }

  private add(macro: BibtexMacro): void {
    const all = this.byName.get(macro.name);
    if (all) all.push(macro);
    else this.byName.set(macro.name, [macro]);
  }
}
