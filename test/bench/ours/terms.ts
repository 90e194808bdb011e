/** What is measured of terms, bundled as it ships. */
export { findMentions, mentionAt } from '../../../src/core/terms/recognise';
export { compileTermIndex, TermIndex } from '../../../src/core/terms/termIndex';
export { TermSearch } from '../../../src/core/terms/termSearch';
export { type CompiledNames, IndexCompiler } from '../../../src/core/terms/indexCompiler';
export { allSteps } from '../../../src/core/terms/steps';
export { scan } from '../../../src/core/terms/scan';
export { StoreWriter } from '../../../src/core/terms/store/storeWriter';
export { ConceptStore } from '../../../src/core/terms/store/conceptStore';
export { sourceOf } from '../../../src/core/terms/store/byteSource';
export { compileStores } from '../../../src/core/terms/compiled/compileStores';
export { openIndex } from '../../../src/core/terms/compiled/indexFile';
export { abbreviationsOf } from '../../../src/core/terms/abbreviations';
export { flatSpans } from '../../../src/core/terms/document/flatSpans';
export { DocumentTerms } from '../../../src/core/terms/documentTerms';
export { sentencesOf } from '../../../src/core/terms/status/sentences';
export { StatusReader } from '../../../src/core/terms/status/statusReader';
export { Recogniser } from '../../../src/core/terms/recognition/recogniser';
