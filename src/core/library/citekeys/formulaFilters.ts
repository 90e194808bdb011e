import type { FormulaFilter, Parameter } from './formulaTree';
import { flagArgument, longestText, numberArgument, textArgument } from './formulaTree';
import { cleanKey } from './cleanKey';
import { isLong, lengthParameters } from './controlFunctions';
import { isGerman, withoutMarks } from './plainText';
import { skipWords, tellingWords } from './skipWords';

type Simple = (text: string) => string;

const text = (name: string, fallback?: string): Parameter => ({ name, type: 'text', ...(fallback === undefined ? { required: true } : { fallback }) });
const number = (name: string, fallback?: number): Parameter => ({ name, type: 'number', ...(fallback !== undefined && { fallback }) });

const dashes = /[\p{Pd}\u2500\uFF0D]/gu;
const punctuation = /[\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const modes = ['minimal', 'de', 'german'];

/**
 * Better BibTeX's filters. Each takes a bounded time for a text of bounded length.
 * Source of what each does: its documentation, https://retorque.re/zotero-better-bibtex/citing/.
 */
export const formulaFilters: readonly FormulaFilter[] = [
  simple('lower', (value) => value.toLowerCase()),
  simple('upper', (value) => value.toUpperCase()),
  simple('capitalize', (value) => value.replace(/(^|\s)(\p{Ll})/gu, (_match, before: string, letter: string) => before + letter.toUpperCase())),
  simple('ascii', (value) => spaced(value.replace(/[^ -~]/g, ''))),
  simple('alphanum', (value) => spaced(value.replace(/[^\p{L}\p{N}]/gu, ''))),
  simple('numeric', (value) => (/^\s*[+-]?\d/.test(value) ? value : '')),
  simple('discard', () => ''),
  simple('nopunctordash', (value) => withoutPunctuation(value, '')),
  simple('ideographs', (value) => spaced(value.replace(ideograph, ' $& '))),
  ...['fold', 'transliterate'].map(
    (name): FormulaFilter => ({
      name,
      parameters: [{ ...text('mode', ''), choices: ['', ...modes] }],
      run: (value, args, { record }) => {
        const mode = textArgument(args, 'mode');
        return withoutMarks(value, mode === '' ? isGerman(record.language) : mode !== 'minimal');
      },
    }),
  ),
  { name: 'clean', parameters: [], run: (value, _args, { record }) => value.split(/\s+/).map((word) => cleanKey(word, isGerman(record.language))).join(' ').trim() },
  { name: 'nopunct', parameters: [text('dash', '-')], run: (value, args) => withoutPunctuation(value, textArgument(args, 'dash')) },
  {
    name: 'skipwords',
    parameters: [{ name: 'nopunct', type: 'flag', fallback: false }],
    run: (value, args) => tellingWords(value).map((word) => (flagArgument(args, 'nopunct') ? withoutPunctuation(word, '') : word)).filter((word) => !skipWords.has(word.toLowerCase())).join(' '),
  },
  { name: 'abbr', parameters: [number('chars', 1)], run: (value, args) => value.split(/\s+/).map((word) => Array.from(word).slice(0, Math.max(0, numberArgument(args, 'chars') ?? 1)).join('')).join('') },
  { name: 'select', parameters: [number('start', 1), number('n')], run: (value, args) => select(value.split(/\s+/).filter(Boolean), numberArgument(args, 'start') ?? 1, numberArgument(args, 'n')).join(' ') },
  {
    name: 'substring',
    parameters: [number('start', 1), number('n')],
    run: (value, args) => {
      const from = Math.max(0, (numberArgument(args, 'start') ?? 1) - 1);
      return Array.from(value).slice(from, from + Math.max(0, numberArgument(args, 'n') ?? longestText)).join('');
    },
  },
  { name: 'condense', parameters: [text('sep', '')], run: (value, args) => value.replace(/\s+/g, () => textArgument(args, 'sep')) },
  { name: 'prefix', parameters: [text('prefix')], run: (value, args) => (value === '' ? '' : textArgument(args, 'prefix') + value) },
  { name: 'postfix', parameters: [text('postfix')], run: (value, args) => (value === '' ? '' : value + textArgument(args, 'postfix')) },
  { name: 'default', parameters: [text('text')], run: (value, args) => (value === '' ? textArgument(args, 'text') : value) },
  {
    name: 'replace',
    parameters: [text('find'), text('replace')],
    run: (value, args) => {
      const find = textArgument(args, 'find');
      return find === '' ? value : value.replace(new RegExp(literally(find), 'giu'), () => textArgument(args, 'replace'));
    },
  },
  { name: 'match', parameters: [text('match')], run: (value, args) => (value.toLowerCase().includes(textArgument(args, 'match').toLowerCase()) ? value : undefined) },
  { name: 'len', parameters: lengthParameters(), run: (value, args) => (isLong(value, args) ? value : undefined) },
];

function simple(name: string, change: Simple): FormulaFilter {
  return { name, parameters: [], run: change };
}

function spaced(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

function withoutPunctuation(value: string, dash: string): string {
  return value.replace(dashes, () => dash).replace(punctuation, '');
}

/** Words from the `start`th on, counted from the end where it is negative. */
function select(words: readonly string[], start: number, count: number | undefined): readonly string[] {
  const from = start < 0 ? Math.max(0, words.length + start) : Math.max(0, start - 1);
  return words.slice(from, count === undefined ? undefined : from + Math.max(1, count));
}

function literally(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
