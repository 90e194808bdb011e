import type { Arguments, FormulaFunction, Parameter, Suffix } from './formulaTree';
import { numberArgument, suffixPlace, textArgument } from './formulaTree';
import { recordText } from './plainText';

/** What Zotero calls the types that formulas ask for most. */
const zoteroTypes: Readonly<Record<string, string>> = {
  journalarticle: 'article-journal', magazinearticle: 'article-magazine', newspaperarticle: 'article-newspaper', preprint: 'article',
  booksection: 'chapter', conferencepaper: 'paper-conference', blogpost: 'post-weblog', forumpost: 'post', encyclopediaarticle: 'entry-encyclopedia',
  dictionaryentry: 'entry-dictionary', statute: 'legislation', case: 'legal_case', film: 'motion_picture', letter: 'personal_communication',
  computerprogram: 'software', presentation: 'speech',
};

/** Letters after the key where it is taken: `a`, `b`, ... */
export const defaultSuffix: Suffix = { before: '', count: 'a', width: 0, after: '', start: 0 };

const suffixParameters: readonly Parameter[] = [
  { name: 'format', type: 'text', fallback: '%(a)s' },
  { name: 'start', type: 'number', fallback: 0 },
];

/** What steers a formula rather than giving a text of the record. */
export const controlFunctions: readonly FormulaFunction[] = [
  {
    name: 'type',
    parameters: [],
    takesWords: true,
    run: ({ record }, { words }) => {
      const type = recordText(record.type, 50);
      if (words.length === 0) return type;
      return words.some((word) => (zoteroTypes[word.toLowerCase()] ?? word.toLowerCase()) === type) ? '' : undefined;
    },
  },
  {
    name: 'language',
    parameters: [],
    takesWords: true,
    run: ({ record }, { words }) => {
      const language = recordText(record.language, 50).toLowerCase();
      if (words.length === 0) return language;
      return words.some((word) => language === word.toLowerCase() || language.split(/[-_]/)[0] === word.toLowerCase()) ? '' : undefined;
    },
  },
  { name: 'len', parameters: lengthParameters(), run: ({ soFar }, args) => (isLong(soFar, args) ? '' : undefined) },
  {
    name: 'postfix',
    parameters: suffixParameters,
    run: (context, args) => {
      context.suffix = suffixOf(args);
      return '';
    },
  },
  {
    name: 'infix',
    parameters: suffixParameters,
    run: (context, args) => {
      context.suffix = suffixOf(args);
      return suffixPlace;
    },
  },
];

export function lengthParameters(): readonly Parameter[] {
  return [
    { name: 'relation', type: 'text', fallback: '>', choices: ['<', '<=', '=', '!=', '>=', '>'] },
    { name: 'length', type: 'number', fallback: 0 },
  ];
}

/** Whether a text, white space not counted, is as long as the arguments ask. */
export function isLong(text: string, args: Arguments): boolean {
  const { length } = text.replace(/\s|\u001A/g, '');
  const wanted = numberArgument(args, 'length') ?? 0;
  switch (textArgument(args, 'relation')) {
    case '<':
      return length < wanted;
    case '<=':
      return length <= wanted;
    case '=':
      return length === wanted;
    case '!=':
      return length !== wanted;
    case '>=':
      return length >= wanted;
    default:
      return length > wanted;
  }
}

/** `-%(n)02d` and the like, with exactly one place for the number or letters. */
export const suffixFormat = /^([^%]*)%\((n|a|A)\)(?:0?(\d))?[sd]([^%]*)$/;

function suffixOf(args: Arguments): Suffix {
  const match = suffixFormat.exec(textArgument(args, 'format').slice(0, 50));
  if (!match) return defaultSuffix;
  const [, before = '', count = 'a', width = '0', after = ''] = match;
  return { before, count: count as Suffix['count'], width: Number(width), after, start: numberArgument(args, 'start') ? 1 : 0 };
}
