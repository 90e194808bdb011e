import assert from 'node:assert/strict';
import { readText } from '../../../src/core/formats/registry';

describe('CITATION.cff', () => {
  it('reads persons and entities, and what the specification has for a software', () => {
    const { records } = readText(`cff-version: 1.2.0
message: Please cite it.
title: Counter
authors:
  - family-names: Berg
    given-names: Jan
    name-particle: van der
    name-suffix: IV
  - name: Cell Team
    city: Prague
    country: CZ
version: 1.0.0
date-released: 2017-12-11
identifiers:
  - type: swh
    value: swh:1:rel:99f6
  - type: doi
    value: 10.5281/zenodo.1003150
keywords: [One, "4"]
repository-code: https://example.org/counter
`);
    assert.deepEqual(records.map((record) => ({ ...record, id: '' })), [{
      id: '', type: 'software', title: 'Counter',
      author: [{ 'non-dropping-particle': 'van der', family: 'Berg', given: 'Jan', suffix: 'IV' }, { literal: 'Cell Team' }],
      issued: { 'date-parts': [[2017, 12, 11]] }, DOI: '10.5281/zenodo.1003150', URL: 'https://example.org/counter', version: '1.0.0', keyword: 'One, 4',
    }]);
  });

  it('gives what is preferred first, and the references last', () => {
    const { records } = readText(`cff-version: 1.2.0
title: Counter
authors: [{family-names: Berg, given-names: Jan}]
preferred-citation:
  type: book
  title: Counting
  collection-title: Methods
  authors: [{family-names: Berg, given-names: Jan}]
  year: 2017
  month: 03
  pages: 765
  status: in-press
  publisher: {name: House, city: Prague, country: CZ}
references:
  - type: conference-paper
    title: On counting
    authors: [{family-names: Doe, given-names: Jane}]
    collection-title: Proceedings of Counting
    conference: {name: 1st Conference on Counting, city: Bielefeld, country: DE}
    start: 42
    end: 45
    year: 2017
`, 'cff');
    assert.deepEqual(records.map(({ type, title }) => [type, title]), [['book', 'Counting'], ['software', 'Counter'], ['paper-conference', 'On counting']]);
    assert.deepEqual([records[0]?.['collection-title'], records[0]?.issued, records[0]?.['publisher-place'], records[0]?.status], ['Methods', { 'date-parts': [[2017, 3]] }, 'Prague, CZ', 'in press']);
    assert.deepEqual([records[2]?.['container-title'], records[2]?.['event-title'], records[2]?.page], ['Proceedings of Counting', '1st Conference on Counting', '42-45']);
  });
});

describe('Hayagriva', () => {
  it('takes from what an entry is part of what the entry does not say', () => {
    const { records, format } = readText(`kinetics:
    type: Article
    title: Kinetics of cells
    author: ["Doan, T. D.", "Tran Thoai, D. B."]
    serial-number:
        doi: "10.1103/PhysRevB.102.165126"
    page-range: 165126-165139
    date: 2020-10-14
    parent:
        type: Periodical
        title: Cell Review
        volume: 102
        issue: 16
        publisher: A Society
`);
    assert.equal(format, 'hayagriva-yaml');
    assert.deepEqual(records, [{
      id: 'kinetics', type: 'article-journal', title: 'Kinetics of cells', author: [{ family: 'Doan', given: 'T. D.' }, { family: 'Tran Thoai', given: 'D. B.' }],
      issued: { 'date-parts': [[2020, 10, 14]] }, 'container-title': 'Cell Review', volume: '102', issue: '16', page: '165126-165139', publisher: 'A Society',
      DOI: '10.1103/PhysRevB.102.165126',
    }]);
  });

  it('reads a talk with a video, and the first versions’ numbers', () => {
    const { records } = readText(`talk:
    type: Article
    author: ["Mehta, Jiten"]
    title: A talk
    date: 2020-06-26
    parent:
        - type: Conference
          title: A Conference 2020
          organization: A Company
          location: Mountain View, CA
        - type: Video
          runtime: "00:13:42"
          url: { value: https://example.org/video/, date: 2020-11-12 }
old:
    type: Book
    title: An old file
    author: Rowling, J. K.
    isbn: "978-0-12-375106-5"
    page-total: 768
    affiliated:
        - role: CastMember
          names: ["Hamilton, Linda"]
        - role: translator
          names: Muir, Edwin
`, 'hayagriva-yaml');
    assert.deepEqual(records, [{
      id: 'talk', type: 'paper-conference', title: 'A talk', author: [{ family: 'Mehta', given: 'Jiten' }], issued: { 'date-parts': [[2020, 6, 26]] },
      'container-title': 'A Conference 2020', publisher: 'A Company', 'publisher-place': 'Mountain View, CA', URL: 'https://example.org/video/', accessed: { 'date-parts': [[2020, 11, 12]] },
    }, {
      id: 'old', type: 'book', title: 'An old file', author: [{ family: 'Rowling', given: 'J. K.' }], ISBN: '978-0-12-375106-5', 'number-of-pages': '768',
      performer: [{ family: 'Hamilton', given: 'Linda' }], translator: [{ family: 'Muir', given: 'Edwin' }],
    }]);
  });
});
