import { locatorWords } from './locatorWords';

/** What a locator's word stands for, case-folded: `pp.` -> `page`. */
export type LocatorTerms = ReadonlyMap<string, string>;

/** The en-US CSL locale's locator terms: long, short and symbol forms. */
const english: Readonly<Record<string, readonly string[]>> = {
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['issue', 'issues', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.', '§', '§§'],
  'sub-verbo': ['sub verbo', 'sub verbis', 's.v.', 's.vv.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
};

/** The terms of English, which pandoc takes when a note names no language. */
export const englishLocatorTerms: LocatorTerms = locatorTerms(english);

/** Makes the look-up from a list of words for each CSL locator label. */
export function locatorTerms(words: Readonly<Record<string, readonly string[]>>): LocatorTerms {
  const terms = new Map<string, string>();
  for (const [label, forms] of Object.entries(words)) {
    for (const form of forms) terms.set(form.toLowerCase(), label);
  }
  return terms;
}

/** CSL's labels of locators in the order of `locatorWords`, which is that of `english`. */
const locatorLabels = Object.keys(english);
const known = new Map<string, LocatorTerms>();

/** The terms of a note's language; those of English where it names none, or one that has no CSL locale. */
export function locatorTermsOf(language: string | undefined): LocatorTerms {
  const tag = language === undefined ? undefined : localeTag(language);
  if (tag === undefined || tag === 'en-US') return englishLocatorTerms;
  let terms = known.get(tag);
  if (!terms) {
    const lists = (locatorWords[tag] ?? '').split(';').map((forms) => forms.split('|').filter((form) => form !== ''));
    terms = locatorTerms(Object.fromEntries(locatorLabels.map((label, index) => [label, lists[index] ?? []])));
    known.set(tag, terms);
  }
  return terms;
}

/** `de` is `de-DE`, and so is `de-LI`, which has no locale of its own. */
function localeTag(language: string): string | undefined {
  const [base = '', region = ''] = language.toLowerCase().split(/[-_]/);
  const tags = ['en-US', ...Object.keys(locatorWords)].filter((tag) => tag.split('-')[0] === base);
  return tags.find((tag) => tag.toLowerCase() === `${base}-${region}`) ?? tags.find((tag) => tag.toLowerCase() === `${base}-${base}`) ?? tags[0];
}
