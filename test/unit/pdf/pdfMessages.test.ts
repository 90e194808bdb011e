import assert from 'node:assert/strict';
import { mostBytesAtOnce, readHostMessage, readPageMessage } from '../../../src/core/pdf/pdfMessages';

const passage = { page: 2, exact: 'leukemoid', prefix: 'a ', suffix: ' reaction', rectangles: [[1, 2, 3, 4]] };
const remark = { tags: ['to check'], underlined: false };

describe('messages between a PDF’s page and the extension', () => {
  it('are taken where they are whole', () => {
    assert.deepEqual(readPageMessage({ type: 'range', version: 1, begin: 0, end: 10 }), { type: 'range', version: 1, begin: 0, end: 10 });
    assert.deepEqual(readPageMessage({ type: 'addMark', passage, remark }), { type: 'addMark', passage, remark });
    for (const message of [
      { type: 'placeMark', id: 'a1', passage }, { type: 'found', moved: ['a1'], orphaned: [] },
      { type: 'written', length: 9, tail: Uint8Array.of(1), count: 2, leftOut: 0 }, { type: 'unwritten', reason: 'protected' },
    ]) assert.deepEqual(readPageMessage(message), message);
    assert.deepEqual(readHostMessage({ type: 'place', mark: 'a1', how: 'confirm' }), { type: 'place', mark: 'a1', how: 'confirm' });
    assert.deepEqual(readHostMessage({ type: 'run', action: 'fitWidth' }), { type: 'run', action: 'fitWidth' });
  });

  it('lose what is none of them', () => {
    assert.deepEqual(readPageMessage({ type: 'removeMark', id: 'a1', uri: 'file:///etc/passwd' }), { type: 'removeMark', id: 'a1' });
  });

  it('take bytes as an array and as a buffer', () => {
    const range = { type: 'range', version: 1, begin: 0 };
    const wanted = { ...range, bytes: Uint8Array.of(1, 2) };
    assert.deepEqual(readHostMessage({ ...range, bytes: Uint8Array.of(1, 2) }), wanted);
    assert.deepEqual(readHostMessage({ ...range, bytes: Uint8Array.of(1, 2).buffer }), wanted);
  });

  for (const [what, message] of [
    ['nothing', undefined],
    ['a text', 'range'],
    ['an unknown type', { type: 'eval', code: '1' }],
    ['a range that ends before it begins', { type: 'range', version: 1, begin: 5, end: 5 }],
    ['a range before the file', { type: 'range', version: 1, begin: -5, end: 5 }],
    ['a range of more than is sent at once', { type: 'range', version: 1, begin: 0, end: mostBytesAtOnce + 1 }],
    ['a view with a scale of no use', { type: 'view', view: { page: 1, left: 0, top: 0, scale: '1e9', rotation: 0 } }],
    ['a view turned askew', { type: 'view', view: { page: 1, left: 0, top: 0, scale: '1', rotation: 45 } }],
    ['a mark on page 0', { type: 'addMark', passage: { ...passage, page: 0 }, remark }],
    ['a mark with a box of three sides', { type: 'addMark', passage: { ...passage, rectangles: [[1, 2, 3]] }, remark }],
    ['a mark with a box without end', { type: 'addMark', passage: { ...passage, rectangles: [[1, 2, 3, Infinity]] }, remark }],
    ['a place that is none', { type: 'placeMark', id: 'a1', passage: { ...passage, exact: 7 } }],
    ['a copy whose bytes are a text', { type: 'written', length: 9, tail: '%PDF', count: 2, leftOut: 0 }],
    ['a reason that there is not', { type: 'unwritten', reason: 'toString' }],
    ['a mark whose tags are numbers', { type: 'addMark', passage, remark: { ...remark, tags: [1] } }],
  ] as const) {
    it(`refuse ${what}`, () => assert.equal(readPageMessage(message), undefined));
  }

  it('refuse actions that there are not', () => assert.equal(readHostMessage({ type: 'run', action: 'constructor' }), undefined));

  it('keep the marks that are whole', () => {
    const mark = { id: 'a1', color: '#ffcc00', passage, ...remark };
    const message = readHostMessage({ type: 'marks', marks: [mark, { ...mark, color: 'url(x)' }, 7], meanings: [{ name: 'finding', color: '#ffcc00' }, { name: 'x', color: 'red' }], tags: ['a', 1] });
    assert.deepEqual(message, { type: 'marks', marks: [mark], meanings: [{ name: 'finding', color: '#ffcc00' }], tags: ['a'] });
  });
});
