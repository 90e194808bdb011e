import assert from 'node:assert/strict';
import { latexBibliographies, latexKeyAt, latexKeys } from '../../../src/core/notes/latexCites';

function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = latexKeyAt(text, offset);
  if (found) assert.equal(text.slice(found.start, found.end), found.key);
  return found?.key;
}

describe('latexKeyAt', () => {
  const keys: readonly (readonly [string, string | undefined])[] = [
    ['See \\cite{ch|en1995}.', 'chen1995'],
    ['See \\citep[see][p. 3]{a, |b2}', 'b2'],
    ['\\parencite{|', ''],
    ['\\textcite*{a,|}', ''],
    ['\\cites[1]{a}[2]{b|}', 'b'],
    ['\\autocite{a}{|}', ''],
    ['\\nocite{*|}', '*'],
    ['\\footfullcite{x|', 'x'],
    ['\\emph{a|}', undefined],
    ['\\cite{a} and {b|}', undefined],
    ['\\cite{a} b|', undefined],
    ['% \\cite{a|}', undefined],
    ['50\\% \\cite{a|}', 'a'],
    ['\\label{x|}', undefined],
  ];
  for (const [marked, key] of keys) it(marked, () => assert.equal(at(marked), key));

  it('is quick where braces are many', () => {
    const text = '\\cite{'.repeat(20_000);
    const start = performance.now();
    latexKeyAt(text, text.length);
    latexKeyAt('{'.repeat(100_000), 100_000);
    assert.ok(performance.now() - start < 200);
  });
});

describe('latexKeys', () => {
  const keysIn = (text: string): string[] => latexKeys(text).map(({ key, start, end }) => {
    assert.equal(text.slice(start, end), key);
    return key;
  });

  it('finds the keys of every command for citing, where they stand', () => {
    assert.deepEqual(keysIn('\\cite{a} and \\citep*[see][p.~3]{b, c2}, \\Textcite{d:e} \\nocite{f}.'), ['a', 'b', 'c2', 'd:e', 'f']);
    assert.deepEqual(keysIn('\\citep\n  [see]\n  {a,\n   b}'), ['a', 'b']);
    assert.deepEqual(keysIn('\\cites(see)()[1]{a}[2]{b,c} {d}'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(keysIn('\\cite{a}{no} \\emph{no} \\label{no} cite{no} \\cite{} \\cite{ , }'), ['a']);
  });

  it('passes over comments, but not over a percent sign', () => {
    assert.deepEqual(keysIn('% \\cite{no}\n50\\% \\cite{a} % \\cite{no}\n\\cite{b}'), ['a', 'b']);
  });

  it('is quick where braces and brackets are many', () => {
    const start = performance.now();
    for (const text of ['\\cite{'.repeat(20_000), '\\cites{a}'.repeat(20_000), `\\cites${'[]{a}'.repeat(20_000)}`, '\\cite'.repeat(20_000), '\\cite['.repeat(100_000), `\\${'cite'.repeat(100_000)}`]) latexKeys(text);
    assert.ok(performance.now() - start < 1000);
  });
});

describe('latexBibliographies', () => {
  it('takes what both BibTeX and BibLaTeX name', () => {
    const text = '\\usepackage{biblatex}\n\\addbibresource[label=x]{refs.bib}\n% \\addbibresource{old.bib}\n\\bibliography{one, two.bib}\n\\bibliographystyle{plain}\n';
    assert.deepEqual(latexBibliographies(text), ['refs.bib', 'one.bib', 'two.bib']);
  });
});
