/** EndNote's reference types in CSL's words, by their names in lower case. */
const types: Readonly<Record<string, string>> = {
  'aggregated database': 'dataset', 'ancient text': 'classic', artwork: 'graphic', 'audiovisual material': 'motion_picture', bill: 'bill',
  blog: 'post-weblog', book: 'book', 'book section': 'chapter', case: 'legal_case', catalog: 'book', 'chart or table': 'figure',
  'classical work': 'classic', 'computer program': 'software', 'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference', dataset: 'dataset', dictionary: 'entry-dictionary', 'edited book': 'book',
  'electronic article': 'article-journal', 'electronic book': 'book', 'electronic book section': 'chapter',
  encyclopedia: 'entry-encyclopedia', equation: 'figure', figure: 'figure', 'film or broadcast': 'motion_picture', generic: 'document',
  'government document': 'report', grant: 'report', hearing: 'hearing', interview: 'interview', 'journal article': 'article-journal',
  'legal rule or regulation': 'regulation', 'magazine article': 'article-magazine', manuscript: 'manuscript', map: 'map',
  'multimedia application': 'software', music: 'musical_score', 'newspaper article': 'article-newspaper', 'online database': 'dataset',
  'online multimedia': 'webpage', pamphlet: 'pamphlet', patent: 'patent', 'personal communication': 'personal_communication',
  podcast: 'broadcast', preprint: 'article', 'press release': 'article-newspaper', report: 'report', serial: 'periodical',
  'social media': 'post', standard: 'standard', statute: 'legislation', 'television episode': 'broadcast', thesis: 'thesis',
  'unpublished work': 'manuscript', 'web page': 'webpage', 'discussion forum': 'post', 'journal': 'article-journal',
};

/** The numbers that go with the names, for files that leave the names out. */
const numbers: Readonly<Record<string, string>> = {
  2: 'artwork', 3: 'audiovisual material', 4: 'bill', 5: 'book section', 6: 'book', 7: 'case', 8: 'catalog', 9: 'computer program',
  10: 'conference proceedings', 12: 'web page', 13: 'generic', 14: 'hearing', 17: 'journal article', 19: 'magazine article', 20: 'map',
  21: 'film or broadcast', 23: 'newspaper article', 24: 'pamphlet', 25: 'patent', 26: 'personal communication', 27: 'report', 28: 'edited book',
  31: 'statute', 32: 'thesis', 34: 'unpublished work', 36: 'manuscript', 37: 'figure', 38: 'chart or table', 39: 'equation',
  43: 'electronic article', 44: 'electronic book', 45: 'online database', 46: 'government document', 47: 'conference paper',
  48: 'online multimedia', 49: 'classical work', 50: 'legal rule or regulation', 51: 'ancient text', 52: 'dictionary', 53: 'encyclopedia', 54: 'grant',
  55: 'aggregated database', 56: 'blog', 57: 'serial', 58: 'standard', 59: 'dataset', 60: 'electronic book section', 61: 'music',
};

/** The CSL type of a `ref-type`: its name counts, since programs other than EndNote have numbers of their own. */
export function endnoteType(name: string | undefined, number: string | undefined): string {
  const known = (name ?? '').trim().toLowerCase();
  if (Object.hasOwn(types, known)) {
    return types[known] ?? 'document';
  }
  const byNumber = number !== undefined && Object.hasOwn(numbers, number) ? numbers[number] : undefined;
  return (byNumber !== undefined ? types[byNumber] : undefined) ?? 'document';
}

/**
 * The `ref-type` of a CSL type. EndNote's youngest types (Interview, Discussion Forum, Television Episode) go with the
 * number of the older type nearest to them, so that programs that only know that one find it.
 */
const written: Readonly<Record<string, readonly [name: string, number: number]>> = {
  article: ['Electronic Article', 43], 'article-journal': ['Journal Article', 17], 'article-magazine': ['Magazine Article', 19],
  'article-newspaper': ['Newspaper Article', 23], bill: ['Bill', 4], book: ['Book', 6], broadcast: ['Television Episode', 21], chapter: ['Book Section', 5],
  classic: ['Classical Work', 49], dataset: ['Dataset', 59], entry: ['Encyclopedia', 53], 'entry-dictionary': ['Dictionary', 52],
  'entry-encyclopedia': ['Encyclopedia', 53], figure: ['Figure', 37], graphic: ['Artwork', 2], hearing: ['Hearing', 14], interview: ['Interview', 26],
  legal_case: ['Case', 7], legislation: ['Statute', 31], manuscript: ['Manuscript', 36], map: ['Map', 20], motion_picture: ['Film or Broadcast', 21],
  musical_score: ['Music', 61], pamphlet: ['Pamphlet', 24], 'paper-conference': ['Conference Proceedings', 10], patent: ['Patent', 25],
  periodical: ['Serial', 57], personal_communication: ['Personal Communication', 26], post: ['Discussion Forum', 12], 'post-weblog': ['Blog', 56],
  regulation: ['Legal Rule or Regulation', 50], report: ['Report', 27], review: ['Journal Article', 17], 'review-book': ['Journal Article', 17],
  software: ['Computer Program', 9], song: ['Music', 61], speech: ['Conference Paper', 47], standard: ['Standard', 58], thesis: ['Thesis', 32],
  treaty: ['Statute', 31], webpage: ['Web Page', 12],
};

/** EndNote's name and number for a CSL type; a book that has editors but no author is an `Edited Book`. */
export function endnoteRefType(type: string, isEdited: boolean): readonly [name: string, number: number] {
  if (type === 'book' && isEdited) {
    return ['Edited Book', 28];
  }
  return (Object.hasOwn(written, type) ? written[type] : undefined) ?? ['Generic', 13];
}
