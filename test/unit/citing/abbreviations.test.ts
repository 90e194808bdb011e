import assert from 'node:assert/strict';
import { Abbreviations } from '../../../src/core/citing/abbreviations';

describe('Abbreviations', () => {
  const known = Abbreviations.read('{"default": {"container-title": {"Journal of Examples": "J Ex", "J. Ex.": "JX", "bad": 3}, "publisher": null}}');

  it('gives items the short names of what they have, whatever its case', () => {
    const item = { id: 'a', type: 'article-journal', 'container-title': 'Journal Of Examples' };
    assert.deepEqual(known?.of(item), { ...item, 'container-title-short': 'J Ex' });
    assert.equal(known?.of(item), known?.of(item));
  });

  it('takes a short name that is there for the name', () => {
    assert.equal(known?.of({ id: 'a', type: 'book', 'container-title': 'Journal of Examples', 'container-title-short': 'J. Ex.' })['container-title-short'], 'JX');
  });

  it('leaves other items as they are, and reads nothing else', () => {
    const item = { id: 'a', type: 'book', 'container-title': 'bad', publisher: 'Press' };
    assert.equal(known?.of(item), item);
    for (const json of ['', '[]', '{}', '{"default": 1}', 'null']) assert.equal(Abbreviations.read(json), undefined, json);
  });
});
