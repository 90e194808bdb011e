import assert from 'node:assert/strict';
import { duplicatesOf } from '../../../src/core/library/findDuplicates';
import type { CslItem } from '../../../src/core/library/record';

const leukemoid: CslItem = {
  id: 'chen1995',
  type: 'article-journal',
  title: 'Leukemoid reaction resulting from multiple cytokine production in metastatic mucoepidermoid carcinoma with central necrosis',
  author: [{ family: 'Chen', given: 'Yuh Min' }, { family: 'Whang-Peng', given: 'Jacqueline' }],
  issued: { 'date-parts': [[1995, 8]] },
  'container-title': 'Japanese Journal of Clinical Oncology',
  volume: '25',
  issue: '4',
  page: '168-172',
};
const book: CslItem = { id: 'book', type: 'book', title: 'Clinical haematology', author: [{ family: 'Hoffbrand' }], issued: { 'date-parts': [[2000]] } };
const year = (value: number) => ({ issued: { 'date-parts': [[value]] } });

/** What the second record is found to be the same by, of the first with what is said of it and of the second. */
function by(first: Partial<CslItem>, second: Partial<CslItem>, base = leukemoid): string | undefined {
  const groups = duplicatesOf([{ record: { ...base, ...first } }, { record: { ...base, ...second, id: 'other' } }]);
  return groups[0]?.links[0]?.by;
}

describe('findDuplicates: one work', () => {
  it('by its numbers', () => {
    const other = { title: 'Leukemoid reaction by cytokines', author: [], volume: '1', ...year(2001) };
    assert.equal(by({ DOI: '10.1000/ABC' }, { ...other, DOI: 'https://doi.org/10.1000/abc' }), 'DOI');
    assert.equal(by({ PMID: '7563111' }, { ...other, PMID: 'PMID: 7563111' }), 'PMID');
    assert.equal(by({ PMCID: 'PMC123456' }, { ...other, PMCID: '123456' }), 'PMCID');
    assert.equal(by({ ISBN: '0-306-40615-2' }, { ISBN: '978-0-306-40615-7', title: 'Haematology', ...year(2001) }, book), 'ISBN');
  });

  it('by title, year and first author, as databases write them', () => {
    const bare = { volume: undefined, page: undefined, issue: undefined };
    assert.equal(by(bare, { author: [{ family: 'Chen', given: 'Y. M.' }], 'container-title': 'Jpn J Clin Oncol', ...year(1996) }), 'title');
    assert.equal(by(bare, { title: 'LEUKEMOID REACTION RESULTING FROM MULTIPLE CYTOKINE PRODUCTION IN METASTATIC MUCOEPIDERMOID CARCINOMA WITH CENTRAL NECROSIS.' }), 'title');
    assert.equal(by({ title: '<i>TNF</i>-α & IL-6 in anaemia of the elderly' }, { ...bare, title: '[TNF-alpha and IL-6 in anemia of the elderly].' }), 'title');
    const title = 'A case of leukaemoid reaction: report and review';
    assert.equal(by({ title }, { ...bare, title: 'A case of leukaemoid reaction' }), 'title');
  });

  it('by title though the author’s name is written in another way', () => {
    const author = (first: object, second: object) => by({ author: [first] }, { author: [second], volume: undefined, page: undefined });
    assert.equal(author({ family: 'van der Berg', given: 'J.' }, { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' }), 'title');
    assert.equal(author({ family: 'Müller' }, { family: 'Mueller' }), 'title');
    assert.equal(author({ family: 'García López' }, { family: 'García' }), 'title');
    assert.equal(author({ family: 'Chen', given: 'Wei' }, { family: 'Wei', given: 'Chen' }), 'title');
    assert.equal(author({ family: 'Whang-Peng' }, { family: 'Whang Peng' }), 'title');
    assert.equal(author({ family: 'Chen' }, { family: 'Wang' }), undefined);
  });

  it('without a year or an author only if more speaks for it', () => {
    const silent = { 'container-title': undefined, volume: undefined, page: undefined };
    assert.equal(by({ issued: undefined }, silent), undefined);
    assert.equal(by({ issued: undefined }, { volume: undefined, page: undefined, 'container-title': 'Jpn. J. Clin. Oncol.' }), 'title');
    assert.equal(by({ author: undefined }, silent), undefined);
    assert.equal(by({ author: undefined }, { 'container-title': undefined, volume: undefined }), 'title');
  });

  it('by where it begins, under a title that is alike', () => {
    assert.equal(by({}, { title: 'Leukemoid reaction from multiple cytokines in mucoepidermoid carcinoma', 'container-title': undefined }), 'place');
    assert.equal(by({}, { title: 'Something else entirely' }), undefined);
  });
});

describe('findDuplicates: two works', () => {
  it('where the DOIs differ, though all else is the same', () => {
    assert.equal(by({ DOI: '10.1000/a' }, { DOI: '10.1000/b' }), undefined);
    assert.equal(by({ DOI: '10.1000/a' }, { DOI: 'not a DOI' }), 'title');
    assert.equal(by({ PMID: '1' }, { PMID: '2' }), undefined);
  });

  it('where years, first authors or editions are not the same', () => {
    assert.equal(by({}, { ...year(1997) }), undefined);
    assert.equal(by({ edition: '3' }, { edition: '4th ed.', ...year(2001) }, book), undefined);
    assert.equal(by({ ISBN: '0306406152' }, { ISBN: '080442957X' }, book), undefined);
    assert.equal(by({}, {}, book), 'title');
  });

  it('where one is an erratum, a reply, a comment or another part', () => {
    const { title = '' } = leukemoid;
    const main = 'Cytokines in leukaemoid reactions of the lung';
    for (const other of [`Erratum: ${title}`, `${title}: reply`, `Reply to ${title}`, `Comment on ${title}`, `${title} (correction)`]) assert.equal(by({}, { title: other }), undefined, other);
    for (const other of [`${main}: Part II`, `${main}: authors' reply`, `${main}. Part 2`]) assert.equal(by({ title: main }, { title: other, volume: '26', page: '1-2' }), undefined, other);
    assert.equal(by({ title: `${main}. Part I: the cells` }, { title: `${main}. Part II: the patients` }), undefined);
    assert.equal(by({ title: `${main} 1` }, { title: `${main} 2` }), undefined);
  });

  it('where many works have the title', () => {
    const editorial = { title: 'Editorial' };
    assert.equal(by(editorial, { ...editorial, page: '1-2' }), undefined);
    assert.equal(by(editorial, { ...editorial, volume: undefined, page: undefined }), undefined);
    assert.equal(by(editorial, editorial), 'title');
  });

  it('where the same author printed it elsewhere', () => {
    assert.equal(by({}, { 'container-title': 'Blood', volume: '86', page: '12a' }), undefined);
  });

  it('where chapters share their book’s numbers', () => {
    const chapter: CslItem = { ...book, type: 'chapter', title: 'Iron overload in the liver', 'container-title': 'Clinical haematology', ISBN: '0306406152' };
    assert.equal(by({}, { title: 'Anaemia of chronic disorders', page: '9' }, chapter), undefined);
    assert.equal(by({ DOI: '10.1000/book' }, { DOI: '10.1000/book', title: 'Anaemia of chronic disorders' }, chapter), undefined);
    assert.equal(by({}, { ISBN: '978-0-306-40615-7' }, chapter), 'title');
    assert.equal(by({}, { type: 'book' }, { ...chapter, title: 'Clinical haematology in practice' }), undefined);
  });

  it('where an abstract has its supplement’s DOI', () => {
    assert.equal(by({ DOI: '10.1000/s' }, { DOI: '10.1000/s', title: 'Iron overload in the liver', author: [{ family: 'Wang' }] }), undefined);
  });

  it('where the user told them apart', () => {
    const records = [{ record: leukemoid }, { record: { ...leukemoid, id: 'other', DOI: '10.1000/a' } }];
    assert.equal(duplicatesOf(records, (a, b) => a.record.id === 'chen1995' && b.record.id === 'other').length, 0);
  });
});

describe('findDuplicates: groups', () => {
  const records = (...all: Partial<CslItem>[]) => all.map((more, at) => ({ record: { ...leukemoid, id: String(at), ...more } }));
  const ids = (...all: Partial<CslItem>[]) => duplicatesOf(records(...all)).map((group) => group.records.map(({ record }) => record.id).join(' '));

  it('join what is linked through others', () => {
    const title = 'Leukemoid reaction by cytokines';
    assert.deepEqual(ids({ DOI: '10.1000/a' }, { title: 'Another work entirely' }, { DOI: '10.1000/a', PMID: '77', title }, { PMID: '77', title }), ['0 2 3']);
  });

  it('do not join two works through a record that could be either', () => {
    assert.deepEqual(ids({ DOI: '10.1000/a' }, {}, { DOI: '10.1000/b' }), ['0 1']);
  });

  it('come in the order of the records, and take linear time with one title a thousand times', () => {
    const begin = process.cpuUsage().user;
    const many = records(...Array.from({ length: 20_000 }, (_, at) => ({ title: 'Editorial', page: String(at), PMID: String(at + 1) })));
    assert.deepEqual(duplicatesOf(many), []);
    assert.ok(process.cpuUsage().user - begin < 5_000_000, 'µs');
  });
});
