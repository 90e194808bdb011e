/** RIS reference types in CSL's words. */
const types: Readonly<Record<string, string>> = {
  ABST: 'article-journal', ADVS: 'motion_picture', AGGR: 'dataset', ANCIENT: 'classic', ART: 'graphic', BILL: 'bill',
  BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter', CHART: 'graphic', CLSWK: 'classic',
  COMP: 'software', CONF: 'paper-conference', CPAPER: 'paper-conference', CTLG: 'book', DATA: 'dataset', DBASE: 'dataset',
  DICT: 'entry-dictionary', EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal', EJOU: 'article-journal',
  ELEC: 'webpage', ENCYC: 'entry-encyclopedia', EQUA: 'document', FIGURE: 'figure', GEN: 'document', GOVDOC: 'report',
  GRNT: 'document', HEAR: 'hearing', ICOMM: 'personal_communication', INPR: 'article-journal', INTV: 'interview',
  JFULL: 'periodical', JOUR: 'article-journal', LEGAL: 'legislation', MANSCPT: 'manuscript', MAP: 'map',
  MGZN: 'article-magazine', MPCT: 'motion_picture', MULTI: 'webpage', MUSIC: 'musical_score', NEWS: 'article-newspaper',
  PAMP: 'pamphlet', PAT: 'patent', PCOMM: 'personal_communication', POD: 'broadcast', PRESS: 'article-newspaper',
  RPRT: 'report', SER: 'book', SLIDE: 'speech', SOUND: 'song', STAND: 'standard', STAT: 'legislation', THES: 'thesis',
  UNPB: 'manuscript', UNPD: 'manuscript', VIDEO: 'motion_picture', WEB: 'webpage', PREPRINT: 'article',
};

/** The CSL type of RIS's `TY`, where it knows it; portals write `GEN` and say the kind of work in `M3`. */
export function risType(ty: string, kind: string | undefined): string | undefined {
  const code = ty.toUpperCase();
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
