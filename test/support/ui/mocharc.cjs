/** How mocha runs the UI tests; `CASEBOOK_GREP` narrows them to those whose title has its words. */
module.exports = {
  import: 'tsx',
  require: ['test/support/ui/hooks.ts'],
  spec: ['test/ui/**/*.test.ts'],
  ...(process.env.CASEBOOK_GREP ? { fgrep: process.env.CASEBOOK_GREP } : {}),
};
