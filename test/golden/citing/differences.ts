/** What pandoc and Casebook made of one note in one style and language: citations and entries, without markup. */
export interface Compared {
  readonly style: string;
  readonly language: string;
  readonly name: string;
  /** Whether the style cites in footnotes. */
  readonly isNote: boolean;
  readonly ours: readonly (readonly string[])[];
  readonly theirs: readonly (readonly string[])[];
}

/** How one text is read so that a known difference does not show. `docs/decisions/citing.md` lists the same, with reasons. */
interface Rule {
  readonly why: string;
  /** Nothing for all. */
  readonly where?: (compared: Compared) => boolean;
  read(text: string): string;
}

/** Differences that come again and again. */
const rules: readonly Rule[] = [
  { why: 'spaces that do not break', read: (text) => text.replace(/[\u00a0\u202f]/g, ' ') },
  { why: 'raised letters of pandoc’s locales are markup in ours', read: (text) => text.replace(/ᵒ/g, 'o').replace(/ᵉ/g, 'e') },
  { why: 'quotation marks of a note or a title stay as they are in pandoc', read: (text) => text.replace(/[“”„«»「」『』‘’‚‹›"']/g, '\'') },
  { why: 'French quotation marks have spaces within', where: ({ language }) => language === 'fr-FR', read: (text) => text.replace(/ ?' ?/g, '\'') },
  { why: 'no spaces around Japanese words', where: ({ language }) => language === 'ja-JP', read: (text) => text.replace(/[,.]* *(ほか|と) */g, '$1') },
  { why: 'no full stop after a Japanese name', read: (text) => text.replace(/([一-龯])\.(?=,| \()/g, '$1') },
  { why: 'short names of months', read: (text) => text.replace(/\b(Jun|Jul)(?:e|y)?\b\.?/g, '$1') },
  { why: 'pandoc forgets [Online] before an address', read: (text) => text.replace(/\[(?:Online|En ligne)\]\. /g, '') },
  { why: 'pandoc takes TR-12 for several numbers', read: (text) => text.replace(/\bNos\. TR/g, 'No. TR') },
  { why: 'before, after, beyond and without in titles', read: (text) => text.replace(/\b(Before|After|Beyond|Without)\b/g, (word) => word.toLowerCase()) },
  { why: 'brackets around both years of a range', read: (text) => text.replace(/– ?\(1989\)\.?\)/g, '–1989)') },
  { why: 'a German day is an ordinal', where: ({ language }) => language === 'de-DE', read: (text) => text.replace(/\b(\d+) Mai/g, '$1. Mai') },
  { why: 'pandoc leaves out the word after a number of volumes', read: (text) => text.replace(/\((\d) (?:vol|Bd)\)/g, '($1)') },
  { why: 'paragr. of pandoc’s French locale is a paragraph, and § a section', where: ({ language }) => language === 'fr-FR', read: (text) => text.replace(/paragr\./gi, 'sect.').replace(/Section 4|sect\. 4/gi, 'sect. 4') },
  { why: 'a footnote begins with a capital and ends with a full stop in pandoc, and punctuation goes before it', where: ({ isNote }) => isNote, read: asFootnote },
  { why: 'pandoc makes no range of numbers behind a prefix', read: (text) => text.replace(/\bsee (\d), ?\d, ?(\d)(?=,)/g, 'see $1–$2') },
  { why: 'locators that are no plain numbers', read: (text) => text.replace(/\b(?:pp?\.? ?|S\. )(?=ii, A|12\(1\))/g, '').replace(/(12\(1\)|secs3|ll12|chaps3|figs2)[–-]/g, '$1-') },
];

/** Differences of single notes, whatever the style. */
export const namedNotes: Readonly<Record<string, string>> = {
  'same first authors': 'pandoc does not sort works of the same first authors by the others',
  'same work twice in one': 'pandoc parts what is collapsed by semicolons where it has locators',
  'same author and year': 'pandoc joins letters with a comma where the style says nothing of it',
  'one author, two years': 'pandoc joins letters with a comma where the style says nothing of it',
  'no author in text': 'quotation marks around a title that stands for the author',
  'works of one author apart': 'pandoc parts what is collapsed by semicolons where it has locators',
  'suffix with code': 'pandoc drops the space before code in a suffix',
};

/**
 * @param named what is known of single notes, by their names
 * @returns why the two differ: none where they say the same, undefined where that is not known
 */
export function reasonsFor(compared: Compared, named: Readonly<Record<string, string>> = namedNotes): readonly string[] | undefined {
  if (isSame(compared, [])) return [];
  const fit = rules.filter(({ where }) => where === undefined || where(compared));
  if (isSame(compared, fit)) return fit.filter((rule) => !isSame(compared, fit.filter((other) => other !== rule))).map(({ why }) => why);
  const reason = named[compared.name];
  return reason === undefined ? undefined : [reason];
}

/** Every reason of a kind that comes again and again. */
export const knownReasons: readonly string[] = rules.map(({ why }) => why);

function isSame(compared: Compared, fit: readonly Rule[]): boolean {
  const read = (text: string): string => fit.reduce((now, rule) => rule.read(now), text).replace(/ +/g, ' ').trim();
  const [ours, theirs] = [compared.ours, compared.theirs].map((lists) => lists.map((list) => list.map(read)));
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

/** In pandoc an author in the text stands before the footnote, and what is in a footnote already is in round brackets. */
function asFootnote(text: string): string {
  const plain = text.replace(/[,.]?\^\[/, ', ').replace(/\.?\]$/, '').replace(/^[.,:]?,? /, '').replace(/^\((.*)\)$/, '$1').replace(/[., ]+$/, '').replace(/[.,]'$/, '\'').replace(/[.,]*,/g, ',').replace(/',/g, ',\'').replace(/, ?(?=')/g, ',');
  return plain.replace(/^./, (first) => first.toLowerCase());
}
