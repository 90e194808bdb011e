import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PandocCite } from './pandoc';
import { root } from './paths';

/** What pandoc made of the notes of `test/golden/citing/notes.json`; texts stand once, and are referred to by their places. */
export interface PandocAnswers {
  readonly texts: readonly string[];
  readonly notes: Readonly<Record<string, {
    readonly cites: readonly (readonly PandocCite[])[];
    /** By style and language, `apa de-DE`: citations and entries. */
    readonly rendered: Readonly<Record<string, readonly [citations: readonly number[], bibliography: readonly number[]]>>;
  }>>;
}

/** Notes whose front matter says how they are to be cited, each with the style that pandoc is given; empty for the note's own. */
export type FrontMatterCases = Readonly<Record<string, { readonly style: string; readonly note: string }>>;

export const pandocFolder = join(root, 'test', 'golden', 'citing');
export const pandocAnswersFile = join(pandocFolder, 'pandoc.json');

export const askedStyles = [
  'apa', 'nlm-citation-sequence', 'american-medical-association', 'harvard-cite-them-right', 'the-new-england-journal-of-medicine', 'the-lancet', 'bmj',
  'nature', 'cell', 'springer-vancouver-brackets', 'elsevier-vancouver', 'chicago-author-date', 'ieee', 'chicago-notes-bibliography',
] as const;
export const askedLanguages = ['en-US', 'de-DE', 'fr-FR', 'ja-JP'] as const;
/** These are asked for in English besides. */
const alwaysEnglish: ReadonlySet<string> = new Set(['apa', 'nlm-citation-sequence', 'american-medical-association']);

/** The styles and languages that the note at a place in the list is rendered in: all styles, each in another language from note to note. */
export function askedOf(place: number): readonly { readonly style: string; readonly language: string }[] {
  return askedStyles.flatMap((style, index) => {
    const language = askedLanguages[(place + index) % askedLanguages.length] ?? 'en-US';
    return [...new Set(alwaysEnglish.has(style) ? ['en-US', language] : [language])].map((one) => ({ style, language: one }));
  });
}

export function readPandocFile<Value>(name: 'notes.json' | 'pandoc.json' | 'references.json' | 'frontMatter.cases.json' | 'frontMatter.pandoc.json'): Value {
  return JSON.parse(readFileSync(join(pandocFolder, name), 'utf8')) as Value;
}
