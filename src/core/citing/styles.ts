import { renamedStyles } from './renamedStyles';

/** A citation style that is offered first. */
export interface StyleInfo {
  readonly id: string;
  readonly title: string;
  /** `csl`: from the CSL project; `pure`: one of the forms under "Cite this" on a research portal's page. */
  readonly kind: 'csl' | 'pure';
}

/** What medicine cites in most, in the order in which it is offered; all others of the CSL repository are in the catalogue. */
export const shippedStyles: readonly StyleInfo[] = [
  { id: 'nlm-citation-sequence', title: 'NLM / Vancouver', kind: 'csl' },
  { id: 'nlm-citation-sequence-brackets', title: 'NLM / Vancouver, brackets', kind: 'csl' },
  { id: 'nlm-citation-sequence-superscript', title: 'NLM / Vancouver, superscript', kind: 'csl' },
  { id: 'american-medical-association', title: 'AMA (American Medical Association)', kind: 'csl' },
  { id: 'apa', title: 'APA (American Psychological Association)', kind: 'csl' },
  { id: 'harvard-cite-them-right', title: 'Harvard (Cite Them Right)', kind: 'csl' },
  { id: 'the-new-england-journal-of-medicine', title: 'New England Journal of Medicine', kind: 'csl' },
  { id: 'the-lancet', title: 'The Lancet', kind: 'csl' },
  { id: 'bmj', title: 'BMJ', kind: 'csl' },
  { id: 'nature', title: 'Nature', kind: 'csl' },
  { id: 'cell', title: 'Cell', kind: 'csl' },
  { id: 'science', title: 'Science', kind: 'csl' },
  { id: 'chicago-author-date', title: 'Chicago, author-date', kind: 'csl' },
  { id: 'chicago-notes-bibliography', title: 'Chicago, notes', kind: 'csl' },
  { id: 'ieee', title: 'IEEE', kind: 'csl' },
  { id: 'springer-vancouver-brackets', title: 'Springer, Vancouver (Journal of Medical Case Reports)', kind: 'csl' },
  { id: 'elsevier-vancouver', title: 'Elsevier, Vancouver (Radiology Case Reports)', kind: 'csl' },
  { id: 'elsevier-with-titles', title: 'Elsevier, with titles (Int. J. of Surgery Case Reports)', kind: 'csl' },
  { id: 'karger-journals', title: 'Karger (Case Reports in Oncology)', kind: 'csl' },
  { id: 'oxford-journals-scimed-numeric', title: 'Oxford University Press, numeric', kind: 'csl' },
  { id: 'japanese-journal-of-clinical-oncology', title: 'Japanese Journal of Clinical Oncology', kind: 'csl' },
  { id: 'cureus', title: 'Cureus', kind: 'csl' },
  { id: 'frontiers-medical-journals', title: 'Frontiers, medical journals', kind: 'csl' },
  { id: 'plos', title: 'PLOS', kind: 'csl' },
  { id: 'pure-apa', title: 'Portal: APA', kind: 'pure' },
  { id: 'pure-author', title: 'Portal: Author', kind: 'pure' },
  { id: 'pure-bibtex', title: 'Portal: BibTeX', kind: 'pure' },
  { id: 'pure-harvard', title: 'Portal: Harvard', kind: 'pure' },
  { id: 'pure-standard', title: 'Portal: Standard', kind: 'pure' },
  { id: 'pure-ris', title: 'Portal: RIS', kind: 'pure' },
  { id: 'pure-vancouver', title: 'Portal: Vancouver', kind: 'pure' },
];

/** Names that people know a style by. */
export const otherNames: Readonly<Record<string, string>> = {
  nlm: 'nlm-citation-sequence',
  ama: 'american-medical-association',
  jama: 'american-medical-association',
  harvard: 'harvard-cite-them-right',
  harvard1: 'harvard-cite-them-right',
  nejm: 'the-new-england-journal-of-medicine',
  lancet: 'the-lancet',
  'bmj-case-reports': 'bmj',
  'bmj-open': 'bmj',
  chicago: 'chicago-author-date',
  mla: 'modern-language-association',
  jjco: 'japanese-journal-of-clinical-oncology',
  'national-library-of-medicine': 'nlm-citation-sequence',
  'journal-of-medical-case-reports': 'springer-vancouver-brackets',
  'radiology-case-reports': 'elsevier-vancouver',
  'international-journal-of-surgery-case-reports': 'elsevier-with-titles',
  'case-reports-in-oncology': 'karger-journals',
};

/**
 * The style of these that a name means: an id, an id of earlier times (`vancouver`), or either as a file or an address
 * (`apa.csl`, `http://www.zotero.org/styles/apa`).
 */
export function findStyle(name: string): StyleInfo | undefined {
  const bare = name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//i, '').replace(/\.csl$/i, '').toLowerCase();
  const other = Object.hasOwn(otherNames, bare) ? otherNames[bare] : undefined;
  return shippedStyles.find(({ id }) => id === bare || id === other || renamedStyles[id]?.includes(bare));
}
