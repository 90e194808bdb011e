/** What is measured of citing, bundled as it ships. */
export { CitingWork } from '../../../src/core/citing/citingWork';
export { loadLocales } from '../../../src/core/citing/locales';
export { readStyleNode } from '../../../src/core/citing/styleNode';
export { parseNote } from '../../../src/core/notes/parseNote';
