import assert from 'node:assert/strict';
import { cased, typedNames } from '../../../src/core/terms/typedNames';

describe('typedNames', () => {
  it('are the last words, the longest row of them first', () => {
    assert.deepEqual(typedNames('He had a liver abs'), ['had a liver abs', 'a liver abs', 'liver abs', 'abs']);
    assert.deepEqual(typedNames('leuk'), ['leuk']);
    assert.deepEqual(typedNames('one two three four five'), ['two three four five', 'three four five', 'four five', 'five']);
  });

  it('do not reach over punctuation, and keep what belongs to a name', () => {
    assert.deepEqual(typedNames('fever, IL-1'), ['IL-1']);
    assert.deepEqual(typedNames('(Crohn’s dis'), ['Crohn’s dis', 'dis']);
  });

  it('are none behind a space or a sign', () => {
    assert.deepEqual(typedNames('fever '), []);
    assert.deepEqual(typedNames('fever.'), []);
    assert.deepEqual(typedNames(''), []);
  });

  it('look no further back than a name is long', () => {
    const before = process.hrtime.bigint();
    typedNames(`${'a '.repeat(500_000)}b`);
    assert.ok(Number(process.hrtime.bigint() - before) < 50_000_000);
  });

  it('take the capital that a sentence begins with', () => {
    assert.equal(cased('leukemoid reaction', 'Leuk'), 'Leukemoid reaction');
    assert.equal(cased('leukemoid reaction', 'leuk'), 'leukemoid reaction');
    assert.equal(cased('leukemoid reaction', 'LR'), 'leukemoid reaction');
    assert.equal(cased('mRNA vaccine', 'Mr'), 'mRNA vaccine');
    assert.equal(cased('Ménière disease', 'Mén'), 'Ménière disease');
  });
});
