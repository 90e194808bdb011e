/** What is measured of citing, bundled as it ships. */
export { CitationChecks } from '../../../src/core/citing/checks/citationChecks';
export { CitedKeys } from '../../../src/core/citing/checks/citedKeys';
export { CitingWork } from '../../../src/core/citing/citingWork';
export { useMarks } from '../../../src/core/citing/preview/markdownItMarks';
export { markNote } from '../../../src/core/citing/preview/markNote';
export { carriedOver, prepareNote } from '../../../src/core/citing/preview/preparedNote';
export { citedText } from '../../../src/core/notes/citedText';
export { NoteParser } from '../../../src/core/notes/noteParser';
export { parseNote } from '../../../src/core/notes/parseNote';
