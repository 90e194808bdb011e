/** What is measured of citing, bundled as it ships. */
export { CitingWork } from '../../../src/core/citing/citingWork';
export { loadLocales } from '../../../src/core/citing/locales';
export { StyleLibrary } from '../../../src/core/citing/styleLibrary';
export { NoteParser } from '../../../src/core/notes/noteParser';
export { parseNote } from '../../../src/core/notes/parseNote';
