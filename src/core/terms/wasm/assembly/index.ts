// Compiled to WebAssembly (AssemblyScript): how words are read and names found among them. What is rare in reading is left to `Tokeniser`.
export { findNames, setMatches } from './findNames';
export { readWords } from './readWords';
export { setIndexes, setSpellings } from './tables';
