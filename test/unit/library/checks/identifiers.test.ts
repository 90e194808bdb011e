import assert from 'node:assert/strict';
import { check, codes, fixed } from './checking';

describe('checks of identifiers', () => {
  it('want DOIs bare', () => {
    for (const wrong of ['https://doi.org/10.1093/jjco/25.4.168', 'doi:10.1093/jjco/25.4.168', '10.1093/jjco/25.4.168.', ' 10.1093/jjco/25.4.168']) {
      assert.deepEqual(codes({ DOI: wrong }), ['doi-not-bare'], wrong);
      assert.deepEqual(fixed({ DOI: wrong }), { DOI: '10.1093/jjco/25.4.168' }, wrong);
    }
    // Signs that old DOIs have, from Crossref's own examples.
    for (const right of ['10.1016/S0140-6736(95)90748-3', '10.1002/(SICI)1096-8652(199601)51:1<1::AID-AJH1>3.0.CO;2-7', '10.1000/123.456']) {
      assert.deepEqual(codes({ DOI: right }).filter((code) => code === 'doi-malformed'), [], right);
    }
  });

  it('say what is no DOI', () => {
    assert.deepEqual(codes({ DOI: 'j.desal.2005.02.017' }), ['doi-malformed']);
    assert.equal(fixed({ DOI: 'n/a' }), undefined);
  });

  it('find a DOI in the address, and only in one of the resolver', () => {
    assert.deepEqual(fixed({ URL: 'https://doi.org/10.1093/jjco/25.4.168' }), { DOI: '10.1093/jjco/25.4.168' });
    assert.deepEqual(codes({ URL: 'https://example.org/cites/10.1093/jjco/25.4.168' }), []);
    assert.deepEqual(codes({ URL: 'https://doi.org/10.1093/jjco/25.4.168', DOI: '10.1093/jjco/25.4.168' }), []);
  });

  it('know the forms of PubMed’s numbers', () => {
    assert.deepEqual(codes({ PMID: '7564391', PMCID: 'PMC1234567' }), []);
    assert.deepEqual(fixed({ PMID: 'PMID: 7564391' }), { PMID: '7564391' });
    assert.deepEqual(fixed({ PMID: 'https://pubmed.ncbi.nlm.nih.gov/7564391/' }), { PMID: '7564391' });
    assert.deepEqual(fixed({ PMCID: '1234567' }), { PMCID: 'PMC1234567' });
    assert.equal(fixed({ PMID: 'PMC1234567' }), undefined);
  });

  it('find identifiers in the note that the record does not have', () => {
    assert.deepEqual(fixed({ note: 'Seen at the library.\nPMID: 7564391' }), { PMID: '7564391' });
    assert.deepEqual(fixed({ note: 'PMID: 7564391\nPMCID: PMC1234567' }), { PMID: '7564391', PMCID: 'PMC1234567' });
    assert.deepEqual(codes({ note: 'PMID: 7564391', PMID: '7564391' }), []);
    assert.deepEqual(codes({ note: 'See PMID: 7564391 for the reply' }), []);
  });

  it('check ISSNs', () => {
    // ISO 3297's own examples: 0317-8471, 1050-124X; and 0378-5955.
    assert.deepEqual(codes({ ISSN: '0317-8471' }), []);
    assert.deepEqual(codes({ ISSN: '1050-124X, 0378-5955' }), []);
    assert.deepEqual(fixed({ ISSN: '1050124x' }), { ISSN: '1050-124X' });
    assert.deepEqual(fixed({ ISSN: 'ISSN 0317–8471 (print); 0378-5955' }), { ISSN: '0317-8471, 0378-5955' });
    const [wrong] = check({ ISSN: '0317-8472' });
    assert.deepEqual(wrong?.problem.params, { value: '0317-8472', digit: '1' });
    assert.equal(wrong.fix, undefined);
    assert.deepEqual(codes({ ISSN: 'print' }), ['issn-malformed']);
  });

  it('check ISBNs', () => {
    const book = { type: 'book', publisher: 'P' };
    for (const right of ['0-306-40615-2', '978-0-306-40615-7', '080442957X', '978 3 16 148410 0', '2-8041-4660-X 978-2-8041-4660-3', '0306406152, 9780306406157']) {
      assert.deepEqual(codes({ ...book, ISBN: right }), [], right);
    }
    assert.deepEqual(fixed({ ...book, ISBN: 'ISBN 0-306-40615-2 (hbk.)' }), { ISBN: '0-306-40615-2' });
    assert.deepEqual(check({ ...book, ISBN: '978-0-306-40615-8' }).map(({ problem }) => problem.params), [{ value: '978-0-306-40615-8', digit: '7' }]);
    assert.deepEqual(codes({ ...book, ISBN: '12345' }), ['isbn-malformed']);
    assert.deepEqual(fixed({ ISBN: '0317-8471' }), { ISSN: '0317-8471', ISBN: undefined });
  });

  it('want addresses of the web', () => {
    for (const right of ['https://www.example.org/a?b=c#d', 'http://localhost:8080/x', 'ftp://ftp.example.org/', 'https://example.org/Größe', 'urn:nbn:de:101:1-201102033592']) {
      assert.deepEqual(codes({ URL: right }), [], right);
    }
    assert.deepEqual(fixed({ URL: 'www.example.org/page' }), { URL: 'https://www.example.org/page' });
    for (const wrong of ['paper.pdf', 'see the library', 'https://a.org; https://b.org']) assert.equal(fixed({ URL: wrong }), undefined, wrong);
  });
});
