import { findNode, type StyleNode } from './styleNode';

/** What of a style decides how citations go into running text. */
export interface StyleTraits {
  readonly format: 'author' | 'numeric' | 'note';
  readonly showsAbstracts: boolean;
  /** Whether works' numbers stand anywhere in it. */
  readonly usesNumbers: boolean;
  /** Whether it says in which note a work was first cited. */
  readonly usesNoteNumbers: boolean;
  /** Whether its language sets a full stop and a comma before a closing quotation mark. */
  readonly punctuationInQuote: boolean;
  /** What the style puts around a citation, and between its parts. */
  readonly layout: { readonly prefix: string; readonly suffix: string; readonly delimiter: string; readonly isSuperscript: boolean };
}

/** @param engine what the engine has come to: whether it takes the style for one that cites in footnotes, and what its language says */
export function styleTraits(style: StyleNode | string, { isNote, punctuationInQuote }: { readonly isNote: boolean; readonly punctuationInQuote: boolean }): StyleTraits {
  const text = typeof style === 'string' ? style : JSON.stringify(style);
  const attributes = layoutAttributes(style);
  const isNumeric = /citation-format"?[=:]\s*"numeric"/.test(text);
  return {
    format: isNote ? 'note' : isNumeric ? 'numeric' : 'author',
    usesNumbers: text.includes('"citation-number"'),
    usesNoteNumbers: text.includes('"first-reference-note-number"'),
    punctuationInQuote,
    showsAbstracts: /"abstract"|"annote"|"keyword"/.test(text),
    layout: {
      prefix: attributes['prefix'] ?? '',
      suffix: attributes['suffix'] ?? '',
      delimiter: attributes['delimiter'] ?? '; ',
      isSuperscript: attributes['vertical-align'] === 'sup',
    },
  };
}

function layoutAttributes(style: StyleNode | string): Readonly<Record<string, string>> {
  if (typeof style !== 'string') {
    const citation = findNode(style, 'citation');
    return (citation && findNode(citation, 'layout')?.attrs) ?? {};
  }
  const tag = /<citation\b[^]*?<layout\b([^>]*)>/.exec(style)?.[1] ?? '';
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}
