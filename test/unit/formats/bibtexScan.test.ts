import assert from 'node:assert/strict';
import { BibtexScanner, scanBibtex } from '../../../src/core/formats/bibtexScan';

const fieldsOf = (text: string): unknown => scanBibtex(text).entries.map(({ key, fields }) => [key, Object.fromEntries(fields)]);

describe('bibtexScan', () => {
  it('reads on after a field that cannot be read', () => {
    assert.deepEqual(fieldsOf('@book{a,\n  title {T},\n  year = 2000,\n  note = {N}\n}\n@book{b, title = {B}}'), [['a', { year: '2000', note: 'N' }], ['b', { title: 'B' }]]);
  });

  it('reads on after a brace or quote that is not closed', () => {
    assert.deepEqual(fieldsOf('@book{a,\n  title = {{T},\n  year = {2000}\n}\n\n@book{b, title = {B}}'), [['a', { title: '{T}', year: '2000' }], ['b', { title: 'B' }]]);
    assert.deepEqual(fieldsOf('@book{a,\n  title = "T,\n  year = "2000",\n  note = {N}\n}'), [['a', { title: 'T', year: '2000', note: 'N' }]]);
    assert.equal(scanBibtex('@book{a,\n  title = {{T},\n  year = {2000}\n}').faults.length, 1);
  });

  it('reads on after a brace too many', () => {
    assert.deepEqual(fieldsOf('@book{a, title = {T}}, year = {2000}\n}\n@book{b, title = {B}}'), [['a', { title: 'T', year: '2000' }], ['b', { title: 'B' }]]);
  });

  it('takes names of several words, and fields without commas between', () => {
    assert.deepEqual(fieldsOf('@article{a, funding_text 1={F}, title = {T} year = 2000}'), [['a', { 'funding_text 1': 'F', title: 'T', year: '2000' }]]);
  });

  it('keeps the first of two equal fields, however they are written', () => {
    assert.deepEqual(fieldsOf('@book{a, Title = {A}, TITLE = {B}}@book{b, title = {C}, x = {D}, Title = {E}}@book{c, Title = {F}}'), [['a', { title: 'A' }], ['b', { title: 'C', x: 'D' }], ['c', { title: 'F' }]]);
  });

  it('reads as many different fields as there are', () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${index}`);
    const text = `@book{a, ${names.map((name) => `${name} = {${name}}`).join(', ')}}`;
    assert.deepEqual(fieldsOf(text), [['a', Object.fromEntries(names.map((name) => [name, name]))]]);
  });

  it('tells where an entry and its fields stand', () => {
    const text = '@string{j = {J}}\n@Article { k1 ,\n  Title = {A {B}} ,\n  journal=j # " x",\n  year = 2000\n}\n';
    const start = text.indexOf('@Article');
    const places = new BibtexScanner(text).placesAt(start);
    const part = (span: { readonly start: number; readonly end: number } | undefined): string => text.slice(span?.start, span?.end);
    assert.deepEqual([part(places?.entry.keySpan), part(places?.entry.span)], ['k1', text.slice(start, -1)]);
    assert.deepEqual(places?.fields.map(({ name, nameSpan, valueSpan }) => [name, part(nameSpan), part(valueSpan)]), [['title', 'Title', '{A {B}}'], ['journal', 'journal', 'j # " x"'], ['year', 'year', '2000']]);
  });

  it('is linear on entries that never end', () => {
    for (const part of ['@a{k,\na={', 'x = "', '\na = {b', '@a{k, b = {c}},', 'f g h = ', '@']) scanBibtex(part.repeat(60_000));
  }).timeout(10_000);
});
