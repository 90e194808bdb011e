// Stands in for `node:assert/strict` where there is no Node, so that one test file serves both hosts.
import assert from 'assert';

module.exports = assert.strict;
