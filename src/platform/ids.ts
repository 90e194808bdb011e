/** The ids that the manifest declares too; a test holds both against each other. */

export const commandIds = {
  importPapers: 'casebook.importPapers',
  openSample: 'casebook.openSample',
  openWalkthrough: 'casebook.openWalkthrough',
  insertCitation: 'casebook.insertCitation',
  insertFormattedCitation: 'casebook.insertFormattedCitation',
  insertFormattedReference: 'casebook.insertFormattedReference',
  insertBibliography: 'casebook.insertBibliography',
  copyReferenceAs: 'casebook.copyReferenceAs',
  chooseStyle: 'casebook.chooseStyle',
  showStyleCredits: 'casebook.showStyleCredits',
  filterPapers: 'casebook.filterPapers',
  clearFilter: 'casebook.clearFilter',
  sortPapers: 'casebook.sortPapers',
  groupPapers: 'casebook.groupPapers',
  refreshPapers: 'casebook.refreshPapers',
  openPaper: 'casebook.openPaper',
  revealPaperFile: 'casebook.revealPaperFile',
  copyCitekey: 'casebook.copyCitekey',
  renameCitekey: 'casebook.renameCitekey',
  removePaper: 'casebook.removePaper',
  citePaper: 'casebook.citePaper',
  openGlossary: 'casebook.openGlossary',
} as const;

/** Commands that only our own links and items run; the manifest does not show them. */
export const internalCommandIds = {
  /** Shows a paper in the tree. Takes the paper file's address. */
  showPaper: '_casebook.showPaper',
  /** Opens a file at a place. Takes the address and the offsets of a span. */
  openAt: '_casebook.openAt',
} as const;

export const viewIds = { papers: 'casebook.papers' } as const;

export const walkthroughId = 'casebook.casebook#casebook.start';

/** Keys of `when` clauses, set by us. */
export const contextKeys = {
  /** `none`, `some`, `filteredOut` or `broken`. */
  papersState: 'casebook.papersState',
  /** Whether the Papers view has a filter. */
  filtered: 'casebook.filtered',
  /** Set once a term's hover was shown, which completes the walkthrough's step. */
  termHovered: 'casebook.termHovered',
} as const;

export const settingIds = {
  libraryFolder: 'library.folder',
  glossaryFile: 'glossary.file',
  termsHover: 'terms.hover',
  citingStyle: 'citing.style',
  citingLocale: 'citing.locale',
} as const;
