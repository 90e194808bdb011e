import { nearestWord } from '../terms/nearestWord';
import { fold } from './fold';

/** What a part of a query may ask for by name: `author:chen`. */
export const queryFields = ['author', 'title', 'journal', 'year', 'type', 'tag', 'status', 'subject', 'key', 'doi', 'has'] as const;
export type QueryField = (typeof queryFields)[number];

/** One thing that a paper must have, or with `not` must not have. */
export interface QueryTerm {
  /** Undefined looks everywhere. */
  readonly field: QueryField | undefined;
  /** Folded; several words only where they were in quotes. */
  readonly words: string;
  readonly not: boolean;
  /** Of `year:1990-2000`; an end that was left out is open. */
  readonly years?: { readonly from: number; readonly to: number };
}

/** A query as it was understood; all of its terms must hold. */
export type Query = readonly QueryTerm[];

/** Nobody types more (signs), and a pasted abstract is no query. */
const longest = 500;

/** `-author:"van der Berg"`; a quote that is not closed reaches to the end, since it is still being typed. */
const term = /(-)?(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|([^\s,;"]*))/g;

/**
 * Reads what the user types to find papers: words (`leukemoid 1995`), fields (`author:chen year:1990-2000 has:pdf`),
 * phrases (`title:"leukemoid reaction"`), and any of them with `-` for what is not wanted. Every text is a query: a
 * field that does not exist is taken for words (`doi:10.1000/x` is one, `foo:bar` is the word itself).
 */
export function parseQuery(text: string): Query {
  const folded = fold(text.slice(0, longest)).replace(/[“”„]/g, '"');
  return [...folded.matchAll(term)].flatMap(([, minus, name, phrase, word]): QueryTerm[] => {
    const not = minus === '-';
    const value = (phrase ?? word ?? '').replace(/\s+/g, ' ').trim();
    if (name !== undefined && isField(name)) {
      return value === '' ? [] : [{ field: name, words: value, not, ...(name === 'year' && yearsIn(value)) }];
    }
    const words = name === undefined ? value.replace(/^@/, '') : `${name}:${value}`;
    return words === '' ? [] : [{ field: undefined, words, not }];
  });
}

/**
 * @returns the first word of a query that looks like a field and is none, with the one that is most likely meant: `autor:chen`;
 *   undefined where there is none
 */
export function mistypedField(query: Query): { readonly typed: string; readonly meant: string } | undefined {
  for (const { field, words } of query) {
    const typed = field === undefined ? /^([a-z]+):./.exec(words)?.[1] : undefined;
    const meant = typed === undefined ? undefined : nearestWord(typed, queryFields);
    if (typed !== undefined && meant !== undefined) return { typed, meant };
  }
  return undefined;
}

function isField(name: string): name is QueryField {
  return (queryFields as readonly string[]).includes(name);
}

function yearsIn(words: string): Pick<QueryTerm, 'years'> | undefined {
  const range = /^(\d{1,4})?(?:-|–|\.\.)(\d{1,4})?$/.exec(words);
  if (range) return { years: { from: Number(range[1] ?? -Infinity), to: Number(range[2] ?? Infinity) } };
  const year = /^\d{4}$/.test(words) ? Number(words) : undefined;
  return year === undefined ? undefined : { years: { from: year, to: year } };
}
