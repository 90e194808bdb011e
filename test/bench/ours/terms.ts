/** What is measured of terms, bundled as it ships. */
export { findMentions, mentionAt } from '../../../src/core/terms/recognise';
export { compileTermIndex } from '../../../src/core/terms/termIndex';
