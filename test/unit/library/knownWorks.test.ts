import assert from 'node:assert/strict';
import { KnownWorks } from '../../../src/core/library/knownWorks';
import type { CslItem } from '../../../src/core/library/record';

const paper = (record: Partial<CslItem> & { id: string }) => ({ record: { type: 'article-journal', ...record }, subjects: [] });
const issued = (year: number) => ({ 'date-parts': [[year]] });

const known = new KnownWorks([
  paper({ id: 'a', DOI: '10.1000/ABC', title: 'One work of many words', author: [{ family: 'Chen' }], issued: issued(1995) }),
  paper({ id: 'b', PMID: '123', title: 'Case report', issued: issued(2001) }),
  paper({ id: 'c', title: '' }),
]);

function found(record: Partial<CslItem>): string | undefined {
  const same = known.find({ id: 'x', type: 'article-journal', ...record });
  return same && `${same.paper.record.id} by ${same.by}`;
}

describe('KnownWorks', () => {
  it('knows a work by its DOI, however that is written', () => assert.equal(found({ DOI: 'https://doi.org/10.1000/abc' }), 'a by DOI'));
  it('knows a work by its PMID', () => assert.equal(found({ PMID: 'PMID: 123' }), 'b by PMID'));
  it('knows a work by title, year and first author, whatever the signs', () => {
    assert.equal(found({ title: '<i>One</i> Work of many-words.', author: [{ family: 'Chen', given: 'Y. M.' }], issued: issued(1996) }), 'a by title');
    assert.equal(found({ title: 'One work of many words', author: [{ family: 'Wang' }], issued: issued(1995) }), undefined);
    assert.equal(found({ title: 'Case report', issued: issued(2001) }), undefined);
  });
  it('knows none by what is not said', () => assert.equal(found({ title: '' }), undefined));
});
