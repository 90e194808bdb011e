import type { RisEntry } from './risEntry';
import { tag } from './risTags';

/** RIS reference types in CSL's words. */
const types: Readonly<Record<string, string>> = {
  ABST: 'article-journal', ADVS: 'motion_picture', AGGR: 'dataset', ANCIENT: 'classic', ART: 'graphic', BILL: 'bill',
  BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter', CHART: 'graphic', CLSWK: 'classic',
  COMP: 'software', CONF: 'paper-conference', CPAPER: 'paper-conference', CTLG: 'book', DATA: 'dataset', DBASE: 'dataset',
  DICT: 'entry-dictionary', EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal', EJOU: 'article-journal',
  ELEC: 'webpage', ENCYC: 'entry-encyclopedia', EQUA: 'document', FIGURE: 'figure', GEN: 'document', GOVDOC: 'report',
  GRANT: 'document', GRNT: 'document', HEAR: 'hearing', ICOMM: 'personal_communication', INPR: 'article-journal', INTV: 'interview',
  JFULL: 'periodical', JOUR: 'article-journal', LEGAL: 'legislation', MANSCPT: 'manuscript', MAP: 'map',
  MGZN: 'article-magazine', MPCT: 'motion_picture', MULTI: 'webpage', MUSIC: 'musical_score', NEWS: 'article-newspaper',
  PAMP: 'pamphlet', PAT: 'patent', PCOMM: 'personal_communication', POD: 'broadcast', PRESS: 'article-newspaper',
  RPRT: 'report', SER: 'book', SLIDE: 'speech', SOUND: 'song', STAND: 'standard', STAT: 'legislation', THES: 'thesis',
  UNBILL: 'bill', UNPB: 'manuscript', UNPD: 'manuscript', VIDEO: 'motion_picture', WEB: 'webpage', PREPRINT: 'article',
};

const t = { TY: tag('TY'), M3: tag('M3'), JO: tag('JO'), JF: tag('JF'), JA: tag('JA'), SP: tag('SP'), VL: tag('VL') };

/** The CSL type of a record, and whether its authors are its editors, as an edited book's are. */
export function typeOf(entry: RisEntry): { readonly type: string; readonly ownEditors: boolean } {
  const stated = entry.firstShort(t.TY) ?? '';
  if (stated === 'JOUR') return journalArticle;
  const type = risType(stated, entry.first(t.M3));
  const inJournal = entry.has(t.JO) || entry.has(t.JF) || entry.has(t.JA);
  // A type that RIS does not know (`Journ`), or that says nothing, is told by its journal.
  const isArticle = inJournal && (type === undefined || (type === 'document' && (entry.has(t.SP) || entry.has(t.VL))));
  return { type: isArticle ? 'article-journal' : (type ?? 'document'), ownEditors: stated === 'EDBOOK' };
}

const journalArticle = { type: 'article-journal', ownEditors: false };

/** Whether works of a type are in journals, magazines or newspapers, or are those. */
export function isPeriodical(type: string): boolean {
  return type === 'article-journal' || type === 'periodical' || type.startsWith('article-');
}

/** Whether works of a type are in a book. */
export function isPartOfBook(type: string): boolean {
  return type === 'chapter' || type === 'paper-conference' || type === 'figure' || type.startsWith('entry-');
}

/** The CSL type of RIS's `TY`, where it knows it; portals write `GEN` and say the kind of work in `M3`. */
export function risType(ty: string, kind: string | undefined): string | undefined {
  // Nearly all are in capitals already.
  const code = Object.hasOwn(types, ty) ? ty : ty.toUpperCase();
  const own = Object.hasOwn(types, code) ? types[code] : undefined;
  if (kind === undefined || (code !== 'GEN' && code !== 'UNPB')) {
    return own;
  }
  return kindType(kind) ?? own;
}

/** What portals call a kind of work, in CSL's words: `Conference contribution` → `paper-conference`. */
export function kindType(kind: string): string | undefined {
  return kinds.find(([pattern]) => pattern.test(kind))?.[1];
}

/** In order: `Conference article` before `Article`, `Review article` before `Book`. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^conference article|^meeting abstract/i, 'article-journal'],
  [/conference contribution|conference (?:paper|abstract|proceeding|poster)|^paper$|^poster$|^abstract$/i, 'paper-conference'],
  [/preprint/i, 'article'],
  [/working paper|discussion paper|commissioned report|technical report|^(?:other )?report/i, 'report'],
  [/ph\.?\s?d|doctoral|doctor of|master of|master|bachelor|licentiate|habilitation|^thesis|dissertation/i, 'thesis'],
  [/encyclop(?:a|æ)?edia|dictionary/i, 'entry-encyclopedia'],
  [/chapter|foreword|postscript|^entry/i, 'chapter'],
  [/^(?:article|review article|review$|letter|comment|editorial|short survey|note$|case report|special issue|literature review|systematic review|erratum|corrigendum|data paper|short communication)/i, 'article-journal'],
  [/book\/film|book review|review of/i, 'review-book'],
  [/^(?:book|anthology|monograph|edited|scholarly edition|textbook)/i, 'book'],
  [/patent/i, 'patent'],
  [/data ?set|database/i, 'dataset'],
  [/software|computer program/i, 'software'],
  [/web/i, 'webpage'],
];
