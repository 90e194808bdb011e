import assert from 'node:assert/strict';
import { codes, fixed } from './checking';

describe('checks of pages and numbers', () => {
  it('leave what is right', () => {
    for (const page of ['168-172', 'e45', 'S12-S15', '12', 'CD001234', 'xii-xv', '168-172, 175', '1103-1110', '063630', '106108-3', '2011-0045', '12-15; 20']) {
      assert.deepEqual(codes({ page }), [], page);
    }
  });

  it('write the last page out', () => {
    assert.deepEqual(fixed({ page: '168-72' }), { page: '168-172' });
    assert.deepEqual(fixed({ page: 'S12-5' }), { page: 'S12-S15' });
    assert.deepEqual(fixed({ page: '475-82; 490' }), { page: '475-482; 490' });
  });

  it('find ranges that end before they begin', () => {
    for (const page of ['172-168', '1023-998', '123-14']) assert.deepEqual(codes({ page }), ['page-range-descending'], page);
  });

  it('want one hyphen and no prefix', () => {
    assert.deepEqual(fixed({ page: '168--172' }), { page: '168-172' });
    assert.deepEqual(fixed({ page: '168–172' }), { page: '168-172' });
    assert.deepEqual(fixed({ page: '168 - 172' }), { page: '168-172' });
    assert.deepEqual(fixed({ page: 'pp. 168-172' }), { page: '168-172' });
    assert.deepEqual(fixed({ page: 'p.22' }), { page: '22' });
  });

  it('want numbers without their words', () => {
    assert.deepEqual(fixed({ volume: 'Vol. 25' }), { volume: '25' });
    assert.deepEqual(fixed({ issue: 'No. 4' }), { issue: '4' });
    assert.deepEqual(fixed({ issue: 'Nr 4' }), { issue: '4' });
    assert.deepEqual(fixed({ edition: '2nd ed.' }), { edition: '2' });
    assert.deepEqual(fixed({ edition: '3. Aufl.' }), { edition: '3' });
    assert.deepEqual(fixed({ volume: '25(4)', issue: undefined }), { volume: '25', issue: '4' });
    for (const issue of ['Suppl 2', '4 Pt 1', 'November', 'Noël']) assert.deepEqual(codes({ issue }), [], issue);
    assert.deepEqual(codes({ edition: 'Revised', volume: 'abs/1104.5069' }), []);
  });
});
