import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkCodes, isCheckCode } from '../../../src/core/problems/checkProblems';
import { fixTitle } from '../../../src/core/problems/fixTitle';

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: { readonly 'casebook.problems.off': { readonly items: { readonly enum: string[]; readonly enumDescriptions: string[] } } } } };
}

describe('the codes of checks', () => {
  it('are those that the setting offers, each with its words', () => {
    const { items } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes.configuration.properties['casebook.problems.off'];
    assert.deepEqual(items.enum, checkCodes);
    assert.deepEqual(items.enumDescriptions, checkCodes.map((code) => `%setting.problems.off.${code}%`));
  });

  it('are all documented', () => {
    const rows = [...readFileSync('docs/checks.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    assert.deepEqual(rows, checkCodes);
  });

  it('are told from other words', () => {
    assert.ok(isCheckCode('volume-missing'));
    for (const word of ['file-empty', 'toString', 7, undefined]) assert.ok(!isCheckCode(word));
  });
});

describe('fixTitle', () => {
  it('says what a fix does, in words', () => {
    assert.equal(fixTitle({ code: 'write', field: 'DOI', value: '10.1093/jjco/25.4.168' }), 'Write the DOI as 10.1093/jjco/25.4.168');
    assert.equal(fixTitle({ code: 'add', field: 'container-title-short', value: 'Jpn J Clin Oncol' }), 'Add the journal’s abbreviation Jpn J Clin Oncol');
    assert.equal(fixTitle({ code: 'remove-name', value: 'et al.' }), 'Take et al. out of the names');
  });
});
