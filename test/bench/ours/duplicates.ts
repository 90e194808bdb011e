/** What is measured of duplicates, bundled as it ships. */
export { readText, formatById } from '../../../src/core/formats/registry';
export { duplicatesOf } from '../../../src/core/library/findDuplicates';
