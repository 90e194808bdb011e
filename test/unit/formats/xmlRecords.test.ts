import assert from 'node:assert/strict';
import { readText } from '../../../src/core/formats/registry';
import { repairXml } from '../../../src/core/formats/xmlRepair';

const article = (title: string, rest = ''): string => `<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>${title}</ArticleTitle>${rest}</Article></MedlineCitation></PubmedArticle>`;
const set = (...articles: readonly string[]): string => `<?xml version="1.0"?>\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>`;
const titles = (text: string, format = 'pubmed-xml'): unknown[] => readText(text, format).records.map(({ title }) => title);

describe('records in XML', () => {
  it('loses nothing to a neighbour that is cut off', () => {
    const text = set(article('One'), '<PubmedArticle><MedlineCitation><Article><ArticleTitle>Tw', article('Three'), '<PubmedArticle>');
    assert.deepEqual(titles(text), ['One', 'Tw', 'Three']);
    const { problems } = readText(text, 'pubmed-xml');
    assert.deepEqual(problems.map(({ code }) => code), ['xml-syntax', 'xml-syntax']);
    assert.equal(text.slice(problems[0]?.span?.start).startsWith('<PubmedArticle><MedlineCitation><Article><ArticleTitle>Tw'), true);
  });

  it('reads signs that mean themselves, and end tags that are misspelt or too many', () => {
    assert.deepEqual(titles(set(article('R&D at p<0.05 &amp; more'))), ['R&D at p<0.05 & more']);
    assert.equal(repairXml('<a><Title>x</Titel></f><e/>y</a>'), '<a><Title>x</Title><e/>y</a>');
    assert.equal(repairXml('<a><b><c>x</b>'), '<a><b><c>x</c></b></a>');
  });

  it('passes over records in comments', () => {
    assert.deepEqual(titles(set(article('One'), `<!-- ${article('Two')} -->`, '<![CDATA[<PubmedArticle>]]>', article('<![CDATA[A < B]]>'))), ['One', 'A < B']);
  });

  it('takes entities that a DTD declares for what they are written as', () => {
    const bomb = `<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    assert.deepEqual(titles(`${bomb}${set(article('Ha &c; &x;'))}`), ['Ha &c; &x;']);
  });

  it('reads no attribute or element into a prototype', () => {
    readText(set(article('One', '<__proto__ polluted="1"><polluted>1</polluted></__proto__><Abstract><AbstractText Label="x" __proto__="y">z</AbstractText></Abstract>')), 'pubmed-xml');
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('takes time that grows with the text, whatever the text', () => {
    const crafted = [
      (n: number) => set(article(`${'<i>'.repeat(n)}x${'</i>'.repeat(n)}`)),
      (n: number) => '<PubmedArticle>'.repeat(n),
      (n: number) => '<PubmedArticle </PubmedArticle '.repeat(n),
      (n: number) => set(article('&'.repeat(n))),
      (n: number) => set(article('<ReferenceList>'.repeat(n))),
      (n: number) => set(article('</x></ArticleTitle>'.repeat(n))),
      (n: number) => `<PubmedArticle>${'<!--'.repeat(n)}`,
      (n: number) => set(article(' '.repeat(n))),
      (n: number) => set(article('<a b="c" '.repeat(n))),
      (n: number) => set(article(`<a ${'b="c" '.repeat(n)}d>x</a>`)),
      (n: number) => set(article('&amp'.repeat(n))),
      (n: number) => `${'PubmedArticle '.repeat(n)}<!-- -->`.repeat(2),
    ];
    for (const make of crafted) {
      // Processor time: the machine may be busy with other things.
      const start = process.cpuUsage();
      readText(make(50_000), 'pubmed-xml');
      assert.ok(process.cpuUsage(start).user < 3_000_000, make.toString());
    }
  });
});
