import type { Arguments, FormulaFunction, KeyContext, Parameter } from './formulaTree';
import { flagArgument, numberArgument, textArgument } from './formulaTree';
import type { KeyName } from './keyNames';
import { creatorChoices, firstOf, initialsOf, namesOf } from './keyNames';

type Run = (names: readonly KeyName[], context: KeyContext, args: Arguments) => string | undefined;

const initials: Parameter = { name: 'initials', type: 'flag', fallback: false };
const separator = (fallback: string): Parameter => ({ name: 'sep', type: 'text', fallback });
const count = (fallback: number): Parameter => ({ name: 'n', type: 'number', fallback });

/**
 * Better BibTeX's functions for names, each also for editors: `edtr`, `editorLast` and so on.
 * Source of what each does: its documentation, https://retorque.re/zotero-better-bibtex/citing/.
 */
export const nameFunctions: readonly FormulaFunction[] = [
  ...named('auth', (creator) => [count(0), { name: 'm', type: 'number', fallback: 1 }, creator, initials], (names, context, args) => {
    const name = names[(numberArgument(args, 'm') ?? 1) - 1];
    if (!name) return '';
    const wanted = numberArgument(args, 'n') ?? 0;
    return (wanted > 0 ? firstOf(name.family, wanted) : name.family) + (flagArgument(args, 'initials') ? initialsOf(name, context.record) : '');
  }),
  ...named('authForeIni', (creator) => [creator], (names, { record }) => foreInitial(names[0], record)),
  ...named('authorLastForeIni', (creator) => [creator], (names, { record }) => foreInitial(names.at(-1), record)),
  ...named('authorLast', (creator) => [creator, initials], (names, context, args) => families(names.slice(-1), context, args)[0] ?? ''),
  ...named('authorsn', (creator) => [count(0), creator, initials, separator(' ')], (names, context, args) => {
    const all = families(names, context, args);
    const wanted = numberArgument(args, 'n') ?? 0;
    return (wanted > 0 && wanted < all.length ? [...all.slice(0, wanted), 'EtAl'] : all).join(textArgument(args, 'sep'));
  }),
  ...named('authorsAlpha', (creator) => [creator, initials, separator(' ')], (names, _context, args) => alpha(names, textArgument(args, 'sep'))),
  ...named('authIni', (creator) => [count(0), creator, initials, separator('.')], (names, context, args) => {
    const wanted = numberArgument(args, 'n') ?? 0;
    return families(names, context, args).map((name) => (wanted > 0 ? firstOf(name, wanted) : name)).join(textArgument(args, 'sep'));
  }),
  ...named('authorIni', (creator) => [creator, initials, separator('.')], (names, context, args) => {
    const [first, ...rest] = families(names, context, args);
    const parts = [firstOf(first ?? '', 5), ...rest.map((name) => firstOf(name, 1))];
    return parts.join(textArgument(args, 'sep'));
  }),
  ...named('authAuthEa', (creator) => [creator, initials, separator('.')], (names, context, args) => {
    const all = families(names, context, args);
    return [...all.slice(0, 2), ...(all.length > 2 ? ['ea'] : [])].join(textArgument(args, 'sep'));
  }),
  ...named('authEtAl', (creator) => [creator, initials, separator(' ')], (names, context, args) => twoOr('EtAl', names, context, args)),
  ...named('authEtal2', (creator) => [creator, initials, separator('.')], (names, context, args) => twoOr('etal', names, context, args)),
  ...named('authshort', (creator) => [creator, initials, separator('.')], (names, context, args) => {
    const all = families(names, context, args);
    if (all.length < 2) return all[0] ?? '';
    return all.slice(0, 3).map((name) => firstOf(name, 1)).join(textArgument(args, 'sep')) + (all.length > 3 ? '+' : '');
  }),
  ...['authors', 'creators', 'editors'].map(anyNames),
];

/** A function for authors, and the same for editors under JabRef's name for it. */
function named(name: string, parameters: (creator: Parameter) => readonly Parameter[], run: Run): FormulaFunction[] {
  const make = (functionName: string, fallback: string): FormulaFunction => ({
    name: functionName,
    parameters: parameters({ name: 'creator', type: 'text', fallback, choices: creatorChoices }),
    run: (context, args) => run(namesOf(context.record, textArgument(args, 'creator')), context, args),
  });
  const forEditors = name.replace(/^author/, 'editor').replace(/^auth/, 'edtr');
  return [make(name, '*'), make(forEditors, 'editor')];
}

function families(names: readonly KeyName[], { record }: KeyContext, args: Arguments): string[] {
  const withInitials = flagArgument(args, 'initials');
  return names.map((name) => name.family + (withInitials ? initialsOf(name, record) : ''));
}

function foreInitial(name: KeyName | undefined, record: KeyContext['record']): string {
  return name ? initialsOf(name, record) : '';
}

function twoOr(others: string, names: readonly KeyName[], context: KeyContext, args: Arguments): string {
  const all = families(names, context, args);
  const shown = all.length === 2 ? all : all.slice(0, 1);
  return [...shown, ...(all.length > 2 ? [others] : [])].join(textArgument(args, 'sep'));
}

/** BibTeX's style `alpha`: three letters of one, else the first letters, with `+` for more than four. */
function alpha(names: readonly KeyName[], sep: string): string {
  const [first] = names;
  if (!first) return '';
  if (names.length === 1) return firstOf(first.bare, 3);
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  return shown.map(({ bare }) => firstOf(bare, 1)).join(sep) + (names.length > 4 ? '+' : '');
}

/** `authors(n=3, sep='-', etal=EtAl, name='%(f)s')`. */
function anyNames(name: string): FormulaFunction {
  return {
    name,
    parameters: [
      count(0),
      { name: 'type', type: 'text', fallback: name === 'editors' ? 'editor' : '*', choices: creatorChoices },
      { name: 'name', type: 'text', fallback: '%(f)s' },
      { name: 'etal', type: 'text', fallback: '' },
      separator(' '),
      { name: 'min', type: 'number', fallback: 0 },
      { name: 'max', type: 'number', fallback: 0 },
    ],
    run: ({ record }, args) => {
      const names = namesOf(record, textArgument(args, 'type'));
      const max = numberArgument(args, 'max') ?? 0;
      if (names.length < (numberArgument(args, 'min') ?? 0) || (max > 0 && names.length > max)) return undefined;
      const wanted = numberArgument(args, 'n') ?? 0;
      const shown = wanted > 0 ? names.slice(0, wanted) : names;
      const sep = textArgument(args, 'sep');
      const etal = shown.length < names.length ? textArgument(args, 'etal') : '';
      const written = shown.map((each) => inTemplate(each, textArgument(args, 'name'), record));
      // A word is one more in the row; with a mark of its own, as `.etal` has, it says itself how it follows.
      return written.join(sep) + (/^[a-z]+$/i.test(etal) ? sep : '') + etal;
    },
  };
}

/** `%(f)s` family, `%(g)s` given, `%(I)s` initials, `%(i)s` the first; `%(f).3s` three characters of it. */
function inTemplate(name: KeyName, template: string, record: KeyContext['record']): string {
  const initialLetters = initialsOf(name, record);
  const parts: Readonly<Record<string, string>> = { f: name.family, g: name.given, I: initialLetters, i: firstOf(initialLetters, 1) };
  return template.slice(0, 100).replace(/%\(([fgIi])\)(?:\.(\d{1,3}))?s/g, (_place, part: string, length: string | undefined) => {
    const text = parts[part] ?? '';
    return length === undefined ? text : firstOf(text, Number(length));
  });
}
