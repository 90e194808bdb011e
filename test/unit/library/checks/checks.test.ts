import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkRecord } from '../../../../src/core/library/checks/checks';
import { journalByShort } from '../../../../src/core/library/checks/journals';
import { journalTable } from '../../../../src/core/library/checks/journalTable';
import { readText } from '../../../../src/core/formats/registry';
import { sharedPath } from '../../../support/shared';
import { check } from './checking';

describe('checkRecord', () => {
  it('leaves out the rules that are set off', () => {
    const wrong = { volume: undefined, page: '168--172' };
    assert.deepEqual(check(wrong).map(({ problem }) => problem.code), ['volume-missing', 'page-dash']);
    assert.deepEqual(check(wrong, ['volume-missing']).map(({ problem }) => problem.code), ['page-dash']);
  });

  it('takes no long time over crafted values', () => {
    const long = (unit: string): string => unit.repeat(20_000);
    const begin = performance.now();
    for (const unit of ['a.', '1-', '{', '<i ', '&a', '$\\', 'A, B ', ' and ', 'http://', '. ', '-', '97 ', 'et al ']) {
      const value = long(unit);
      check({ title: value, 'container-title': value, author: [{ literal: value }, { family: value, given: value }], page: value, DOI: value, URL: value, ISSN: value, ISBN: value, keyword: value, language: value, note: value, volume: value, publisher: value, PMID: value, PMCID: value });
    }
    assert.ok(performance.now() - begin < 2000);
  });
});

describe('the fixes', () => {
  it('mend what they are for, in real records', function () {
    const files = ['bibtex', 'csl-json', 'ris'].map((name) => sharedPath('data', 'formats', `${name}.jsonl`)).filter((path) => path !== undefined);
    if (files.length === 0) this.skip();
    const context = { today: { year: 2026, month: 11, day: 25 }, off: new Set<never>() };
    let mended = 0;
    for (const line of files.flatMap((path) => readFileSync(path, 'utf8').split('\n').filter((line) => line !== ''))) {
      const { format, input } = JSON.parse(line) as { readonly format: string; readonly input: string };
      for (const record of readText(input, format).records) {
        for (const { problem, variable, fix } of checkRecord(record, context)) {
          if (!fix) continue;
          const left = checkRecord({ ...record, ...fix.variables }, context).filter((other) => other.problem.code === problem.code && other.variable === variable);
          assert.deepEqual(left.map(({ problem }) => problem), [], `${problem.code} of ${JSON.stringify(record[variable])}`);
          mended += 1;
        }
      }
    }
    assert.ok(mended >= 100, String(mended));
  });
});

describe('the table of journals', () => {
  it('has each journal once, in order', () => {
    const shorts = journalTable.trim().split('\n').map((line) => line.split('|')[0] ?? '');
    assert.equal(new Set(shorts).size, shorts.length);
    assert.deepEqual(journalTable.trim().split('\n').filter((line) => line.split('|').length !== 2), []);
  });

  it('agrees with PubMed’s own records', function () {
    const files = ['pubmed-xml', 'nbib'].map((name) => sharedPath('data', 'formats', `${name}.jsonl`)).filter((path) => path !== undefined);
    if (files.length === 0) this.skip();
    let compared = 0;
    for (const line of files.flatMap((path) => readFileSync(path, 'utf8').split('\n').filter((line) => line !== ''))) {
      const { format, input } = JSON.parse(line) as { readonly format: string; readonly input: string };
      for (const { 'container-title': full = '', 'container-title-short': short = '' } of readText(input, format).records) {
        const known = journalByShort(short);
        if (!known || full === short) continue;
        compared += 1;
        assert.equal(letters(known.full), letters(full), short);
      }
    }
    assert.ok(compared >= 10, String(compared));
  });
});

/** NLM's titles are in small letters, with `The`, a place and a subtitle behind. */
function letters(title: string): string {
  return title.toLowerCase().replace(/&/g, 'and').replace(/\s*\([^()]*\)|\s*[:=].*$|^the /g, '').replace(/[^a-z]+/g, ' ').trim();
}
