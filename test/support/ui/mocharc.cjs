const fs = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, '..', '..', 'ui');
const sizeOf = (file) => fs.statSync(file).size;

/** How mocha runs the UI tests; `CASEBOOK_GREP` narrows them to those whose title has its words. */
module.exports = {
  import: 'tsx',
  // Only a process of mocha's pool ends by itself, with the browser and the server that its suites share.
  parallel: true,
  jobs: 2,
  // The long ones first, so that of two processes none is left with a long one at the end.
  spec: fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => path.join(folder, name)).sort((a, b) => sizeOf(b) - sizeOf(a)),
  ...(process.env.CASEBOOK_GREP ? { fgrep: process.env.CASEBOOK_GREP } : {}),
};
