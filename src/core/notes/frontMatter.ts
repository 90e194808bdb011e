import { matchKey } from './citekey';
import { inlineReferences } from './inlineReferences';
import { blockAtStart, type MetadataBlock } from './metadataBlock';
import type { FrontMatter } from './note';

/** Reads the YAML that a note begins with; undefined where there is none. A broken block gives what its lines still say. */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const block = blockAtStart(text);
  return block && frontMatterOf([block]);
}

/** @param blocks a note's metadata blocks in order: of a field that several have, the last counts, as in pandoc */
export function frontMatterOf(blocks: readonly MetadataBlock[]): FrontMatter | undefined {
  if (blocks.length === 0) return undefined;
  const values: Readonly<Record<string, unknown>> = Object.assign({}, ...blocks.map((block) => block.values));
  return {
    blocks: blocks.map(({ span }) => span),
    bibliography: strings(values['bibliography']),
    bibliographyIsList: Array.isArray(values['bibliography']),
    ...optional({
      csl: scalar(values['csl']) ?? scalar(values['citation-style']),
      lang: scalar(values['lang']) ?? scalar(values['locale']),
      abbreviations: scalar(values['citation-abbreviations']),
      linkCitations: truth(values['link-citations']),
      linkBibliography: truth(values['link-bibliography']),
      notesAfterPunctuation: truth(values['notes-after-punctuation']),
      suppressBibliography: truth(values['suppress-bibliography']),
      referenceTitle: scalar(values['reference-section-title'])?.trim(),
    }),
    nocite: nociteKeys(values['nocite']),
    references: inlineReferences(values['references']),
    problems: blocks.flatMap(({ problems }) => problems),
  };
}

function nociteKeys(value: unknown): string[] {
  const keys: string[] = [];
  for (const text of strings(value)) {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (text[at + 1] === '*') keys.push('*');
      const braces = /^@\{[^{}\s]*\}/.exec(text.slice(at, at + 500))?.[0];
      const match = matchKey(text, at, braces === undefined ? undefined : at + braces.length);
      if (match) keys.push(match.key);
    }
  }
  return keys;
}

function strings(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is string => typeof entry === 'string' && entry !== '');
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** As pandoc takes it: what is there and not a yes is a no. */
function truth(value: unknown): boolean | undefined {
  if (value === undefined) return undefined;
  return value === true || (typeof value === 'string' && /^(?:t|true|yes)$/i.test(value));
}

type Optional<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without the values that are not there. */
function optional<Values extends object>(values: Values): Optional<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Optional<Values>;
}
