/** The ids that the manifest declares too; a test holds both against each other. */

export const commandIds = {
  importPapers: 'casebook.importPapers',
  exportPapers: 'casebook.exportPapers',
  addToLibrary: 'casebook.addToLibrary',
  openBibliography: 'casebook.openBibliography',
  openSample: 'casebook.openSample',
  openWalkthrough: 'casebook.openWalkthrough',
  insertCitation: 'casebook.insertCitation',
  toggleCitationForm: 'casebook.toggleCitationForm',
  insertFormattedCitation: 'casebook.insertFormattedCitation',
  insertFormattedReference: 'casebook.insertFormattedReference',
  insertBibliography: 'casebook.insertBibliography',
  exportNote: 'casebook.exportNote',
  copyReferenceAs: 'casebook.copyReferenceAs',
  chooseStyle: 'casebook.chooseStyle',
  updateStyle: 'casebook.updateStyle',
  showStyleCredits: 'casebook.showStyleCredits',
  filterPapers: 'casebook.filterPapers',
  clearFilter: 'casebook.clearFilter',
  sortPapers: 'casebook.sortPapers',
  groupPapers: 'casebook.groupPapers',
  refreshPapers: 'casebook.refreshPapers',
  openPaper: 'casebook.openPaper',
  openPaperFile: 'casebook.openPaperFile',
  readFullText: 'casebook.readFullText',
  revealPaperFile: 'casebook.revealPaperFile',
  copyCitekey: 'casebook.copyCitekey',
  renameCitekey: 'casebook.renameCitekey',
  removePaper: 'casebook.removePaper',
  showCitekeyReference: 'casebook.showCitekeyReference',
  citePaper: 'casebook.citePaper',
  findDuplicates: 'casebook.findDuplicates',
  saveSearch: 'casebook.saveSearch',
  editSearch: 'casebook.editSearch',
  renameSearch: 'casebook.renameSearch',
  removeSearch: 'casebook.removeSearch',
  setReadingStatus: 'casebook.setReadingStatus',
  editTags: 'casebook.editTags',
  attachFiles: 'casebook.attachFiles',
  openGlossary: 'casebook.openGlossary',
  addTerminology: 'casebook.addTerminology',
  updateTerminology: 'casebook.updateTerminology',
  removeTerminology: 'casebook.removeTerminology',
  moveTerminologyUp: 'casebook.moveTerminologyUp',
  moveTerminologyDown: 'casebook.moveTerminologyDown',
  addBranch: 'casebook.addBranch',
  removeBranch: 'casebook.removeBranch',
  defineTerm: 'casebook.defineTerm',
  showGlossaryCoverage: 'casebook.showGlossaryCoverage',
  searchConcept: 'casebook.searchConcept',
  findMentions: 'casebook.findMentions',
  chooseMeaning: 'casebook.chooseMeaning',
  toggleDefinition: 'casebook.toggleDefinition',
  toggleUnderlines: 'casebook.toggleUnderlines',
  nextMention: 'casebook.nextMention',
  previousMention: 'casebook.previousMention',
  openConcept: 'casebook.openConcept',
  copyConceptId: 'casebook.copyConceptId',
  highlightWords: 'casebook.highlightWords',
  underlineWords: 'casebook.underlineWords',
  commentWords: 'casebook.commentWords',
  tagWords: 'casebook.tagWords',
  openAnnotation: 'casebook.openAnnotation',
  changeMeaning: 'casebook.changeMeaning',
  tagAnnotation: 'casebook.tagAnnotation',
  removeAnnotation: 'casebook.removeAnnotation',
  confirmAnnotation: 'casebook.confirmAnnotation',
  reattachAnnotation: 'casebook.reattachAnnotation',
  undoAnnotation: 'casebook.undoAnnotation',
  filterAnnotations: 'casebook.filterAnnotations',
  clearAnnotationFilter: 'casebook.clearAnnotationFilter',
  groupAnnotations: 'casebook.groupAnnotations',
  insertQuote: 'casebook.insertQuote',
  newPaperNote: 'casebook.newPaperNote',
  exportAnnotations: 'casebook.exportAnnotations',
  importAnnotations: 'casebook.importAnnotations',
  sendComment: 'casebook.sendComment',
  editComment: 'casebook.editComment',
  cancelComment: 'casebook.cancelComment',
  saveComment: 'casebook.saveComment',
  removeComment: 'casebook.removeComment',
  resolveComments: 'casebook.resolveComments',
  reopenComments: 'casebook.reopenComments',
  findInPdf: 'casebook.findInPdf',
  findNextInPdf: 'casebook.findNextInPdf',
  findPreviousInPdf: 'casebook.findPreviousInPdf',
  goToPdfPage: 'casebook.goToPdfPage',
  nextPdfPage: 'casebook.nextPdfPage',
  previousPdfPage: 'casebook.previousPdfPage',
  zoomPdfIn: 'casebook.zoomPdfIn',
  zoomPdfOut: 'casebook.zoomPdfOut',
  showPdfActualSize: 'casebook.showPdfActualSize',
  fitPdfWidth: 'casebook.fitPdfWidth',
  fitPdfPage: 'casebook.fitPdfPage',
  rotatePdf: 'casebook.rotatePdf',
  togglePdfSidebar: 'casebook.togglePdfSidebar',
  toggleDarkPdf: 'casebook.toggleDarkPdf',
  highlightInPdf: 'casebook.highlightInPdf',
  underlineInPdf: 'casebook.underlineInPdf',
  commentInPdf: 'casebook.commentInPdf',
  tagInPdf: 'casebook.tagInPdf',
  commentOnPdfPage: 'casebook.commentOnPdfPage',
  undoInPdf: 'casebook.undoInPdf',
  showPdfMarks: 'casebook.showPdfMarks',
  explainInPdf: 'casebook.explainInPdf',
  exportAnnotatedPdf: 'casebook.exportAnnotatedPdf',
  takeOverAnnotations: 'casebook.takeOverAnnotations',
  usePdfEditor: 'casebook.usePdfEditor',
} as const;

/** Commands that only our own links and items run; the manifest does not show them. */
export const internalCommandIds = {
  /** Shows a paper in the tree. Takes the paper file's address. */
  showPaper: '_casebook.showPaper',
  /** Opens a file at a place. Takes the address and the offsets of a span. */
  openAt: '_casebook.openAt',
  /** Remembers what a name means. Takes the folder's address or null, the name, and the concept's id, or null to forget. */
  chooseSense: '_casebook.chooseSense',
  /** Goes to the next mention of a concept. Takes a row of the Terms view. */
  stepMention: '_casebook.stepMention',
  /** Sets a check of records off. Takes its code and the address of a file of the folder it is set off in. */
  turnOffCheck: '_casebook.turnOffCheck',
  /** Opens a file beside a paper: HTML and JATS as a text to read, a PDF in Casebook's editor. Takes its address. */
  openAttachment: '_casebook.openAttachment',
  /** Opens a PDF in Casebook's editor. Takes its address, and the id of a mark on it or the number of a page, or neither. */
  openPdf: '_casebook.openPdf',
  /** Sets the place of a mark on a PDF. Takes the PDF's address, the mark's id, and `confirm` or `reattach`. */
  placeInPdf: '_casebook.placeInPdf',
  /** Turns off VS Code's own check of link definitions. Takes the address of a file of the folder it is turned off in. */
  quietenLinkCheck: '_casebook.quietenLinkCheck',
  /** Makes a bibliography that a note names. Takes the note's address and the path as the note has it. */
  createBibliography: '_casebook.createBibliography',
  /** Sees to it that a note's bibliography has a paper that was cited. Takes the note's address and the citekey. */
  paperCited: '_casebook.paperCited',
  /** Asks the web for a work by its DOI and adds it to what the note cites from. Takes the note's address and the citekey. */
  fetchDoi: '_casebook.fetchDoi',
  fetchStyle: '_casebook.fetchStyle',
} as const;

export const viewIds = { papers: 'casebook.papers', terms: 'casebook.terms', terminologies: 'casebook.terminologies', annotations: 'casebook.annotations', references: 'casebook.references' } as const;

export const walkthroughId = 'casebook.casebook#casebook.start';

/** Keys of `when` clauses, set by us. */
export const contextKeys = {
  /** `none`, `some`, `filteredOut` or `broken`. */
  papersState: 'casebook.papersState',
  /** Whether the Papers view has a filter. */
  filtered: 'casebook.filtered',
  /** What the Terms view shows: `noNote`, `none` or `some`. */
  termsState: 'casebook.termsState',
  /** Set once a term's hover was shown, which completes the walkthrough's step. */
  termHovered: 'casebook.termHovered',
  /** Whether the active editor shows a text that words can be marked in. */
  markable: 'casebook.markable',
  /** Whether the active editor shows the source of a full text that can be read without its markup. */
  readable: 'casebook.readable',
  /** Whether the Annotations view has a filter. */
  annotationsFiltered: 'casebook.annotationsFiltered',
} as const;

export const settingIds = {
  libraryFolder: 'library.folder',
  librarySearches: 'library.searches',
  libraryBibliographies: 'library.bibliographies',
  libraryDifferentWorks: 'library.differentWorks',
  glossaryFile: 'glossary.file',
  termsHover: 'terms.hover',
  termsUnderline: 'terms.underline',
  termsSenses: 'terms.senses',
  termsCompletion: 'terms.completion',
  termsPreview: 'terms.preview',
  termsStopNames: 'terms.stopNames',
  termsSteps: 'terms.steps',
  terminologiesOrder: 'terminologies.order',
  terminologiesOff: 'terminologies.off',
  terminologiesBranches: 'terminologies.branches',
  citingStyle: 'citing.style',
  citingPandoc: 'citing.pandoc',
  citingInline: 'citing.inline',
  citingUpdateBibliography: 'citing.updateBibliographyOnSave',
  citingLocale: 'citing.locale',
  citingAddCited: 'citing.addCited',
  problemsOff: 'problems.off',
  citekeysFormula: 'citekeys.formula',
  termsFullText: 'terms.fullText',
  annotatingMeanings: 'annotating.meanings',
  annotatingCreator: 'annotating.creator',
  notesFolder: 'notes.folder',
  notesTemplate: 'notes.template',
} as const;

/** Casebook's editor for PDFs. */
export const pdfEditorId = 'casebook.pdf';

/** The scheme of documents that show a record as YAML. */
export const recordScheme = 'casebook-record';

/** The scheme of pages that say what is known of a concept. */
export const conceptScheme = 'casebook-concept';

/** The scheme of pages that say how a glossary and the texts of its folder fit. */
export const coverageScheme = 'casebook-coverage';

/** The scheme of pages that show a paper: its title, abstract and all that belongs to it. */
export const paperPageScheme = 'casebook-paper';

/** The scheme of pages that show an HTML or JATS file as a text to read. */
export const fullTextScheme = 'casebook-text';

/** The language of both, which the manifest gives to what is in their folder. */
export const readingLanguage = 'casebook-reading';

/** The colours of terms' underlines, by kinds of concept. */
export const colorIds = {
  disorder: 'casebook.disorderUnderline',
  finding: 'casebook.findingUnderline',
  anatomy: 'casebook.anatomyUnderline',
  substance: 'casebook.substanceUnderline',
  procedure: 'casebook.procedureUnderline',
  organism: 'casebook.organismUnderline',
  other: 'casebook.otherUnderline',
} as const;
