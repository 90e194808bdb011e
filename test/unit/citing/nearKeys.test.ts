import assert from 'node:assert/strict';
import { doiOfKey } from '../../../src/core/citing/doiKey';
import { nearKeys } from '../../../src/core/citing/nearKeys';

describe('nearKeys', () => {
  const known = ['chen1995', 'chen1996a', 'lindqvist2021', 'okonkwo2023', 'Müller2020', 'a'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['chen1959', ['chen1995']], // two digits swapped is one edit
    ['chne1995', ['chen1995']],
    ['chen95', ['chen1995']],
    ['chen', ['chen1995', 'chen1996a']], // its beginning
    ['chen1995b', ['chen1995', 'chen1996a']],
    ['lindquist2021', ['lindqvist2021']],
    ['muller2020', ['Müller2020']],
    ['smith2001', []],
    ['zz', []],
  ];
  for (const [typed, near] of cases) it(`of ${typed}: ${near.join(', ') || 'none'}`, () => assert.deepEqual(nearKeys(typed, known), near));

  it('takes time that grows with the number of keys alone', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `author${index}`);
    const start = performance.now();
    nearKeys('authr4999', many);
    assert.ok(performance.now() - start < 1500);
  });
});

describe('doiOfKey', () => {
  it('takes DOIs with and without their address', () => {
    assert.equal(doiOfKey('10.1093/jjco/25.4.168'), '10.1093/jjco/25.4.168');
    assert.equal(doiOfKey('doi:10.1000/x'), '10.1000/x');
    assert.equal(doiOfKey('https://doi.org/10.1000/x'), '10.1000/x');
    assert.equal(doiOfKey('chen1995'), undefined);
    assert.equal(doiOfKey('10.1'), undefined);
  });
});
