import { AnnotatingWork } from './annotating/annotatingWork';
import { CitingWork } from './citing/citingWork';
import { LanguageWork } from './citing/languageWork';
import { PreviewWork } from './citing/preview/previewWork';
import { BibliographyWork } from './library/bibliography/bibliographyWork';
import { BibliographyPlaces } from './library/bibliography/bibliographyPlaces';
import { DuplicateWork } from './library/duplicateWork';
import { ExportWork } from './library/exportWork';
import { LibraryWork } from './library/libraryWork';
import type { LocalFiles, PackedAssets } from './ports';
import { ReadingWork } from './reading/readingWork';
import { ConceptWork } from './terms/conceptWork';
import { MentionWork } from './terms/mentionWork';
import { NoteTermsWork } from './terms/noteTermsWork';
import { readTerminology } from './terms/readers/terminologyReader';
import { TerminologyConcepts } from './terms/terminologies/terminologyConcepts';
import { type TerminologyNeeds, TerminologyWork } from './terms/terminologies/terminologyWork';
import { TermWork } from './terms/termWork';

/** The heavy work of the core, room by room: it runs in a worker beside the editor, and in place on the command line. */
export interface Work {
  readonly library: LibraryWork;
  readonly bibliographies: BibliographyWork;
  readonly places: BibliographyPlaces;
  readonly duplicates: DuplicateWork;
  readonly exports: ExportWork;
  readonly terms: TermWork;
  readonly terminologies: TerminologyWork;
  readonly branches: TerminologyConcepts;
  readonly mentions: MentionWork;
  readonly notes: NoteTermsWork;
  readonly concepts: ConceptWork;
  readonly citing: CitingWork;
  readonly languages: LanguageWork;
  readonly annotating: AnnotatingWork;
  readonly previews: PreviewWork;
  readonly reading: ReadingWork;
}

/** @param outside the web, and the files that Casebook keeps for itself */
export function createWork(assets: PackedAssets, files: LocalFiles, outside: TerminologyNeeds): Work {
  const terms = new TermWork(assets, outside.files, outside.clock);
  const bibliographies = new BibliographyWork(files);
  const citing = new CitingWork(assets);
  const notes = new NoteTermsWork((folder) => terms.recogniserIn(folder));
  const concepts = new ConceptWork(terms);
  return {
    library: new LibraryWork(terms, files), bibliographies, places: new BibliographyPlaces(bibliographies), duplicates: new DuplicateWork(bibliographies),
    exports: new ExportWork(bibliographies), terms, terminologies: new TerminologyWork(outside, readTerminology), branches: new TerminologyConcepts(outside.files), mentions: new MentionWork(terms, files),
    notes, concepts, citing, annotating: new AnnotatingWork(), previews: new PreviewWork(citing, notes, concepts),
    languages: new LanguageWork(assets), reading: new ReadingWork(files),
  };
}
