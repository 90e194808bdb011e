import assert from 'node:assert/strict';
import { CitingWork } from '../../../../src/core/citing/citingWork';
import { exportPage } from '../../../../src/core/citing/preview/exportPage';
import { prepareNote } from '../../../../src/core/citing/preview/preparedNote';
import type { CslItem } from '../../../../src/core/library/record';
import { citedText } from '../../../../src/core/notes/citedText';
import { parseNote } from '../../../../src/core/notes/parseNote';
import { pandocText } from '../../../../src/features/citing/shown/pandocText';
import { styleAssets } from '../styleAssets';

const items: readonly CslItem[] = [
  { id: 'chen1995', type: 'article-journal', title: 'Leukemoid reaction', author: [{ family: 'Chen', given: 'Yi-Ming' }], issued: { 'date-parts': [[1995]] }, 'container-title': 'Cancer', volume: '25', page: '168-172' },
  { id: 'smith2001', type: 'book', title: 'Fever & <chills>', author: [{ family: 'Smith', given: 'Ann' }], issued: { 'date-parts': [[2001]] }, publisher: 'Press' },
];

let work: CitingWork;

async function page(text: string, style = 'apa'): Promise<string> {
  const note = parseNote(text);
  const prepared = prepareNote(citedText(note), items, await work.renderNote(citedText(note), items, { style: { id: style }, locale: '' }));
  return exportPage(note, { prepared, citations: prepared.citations, words: [], labels: { backToText: 'Back to the text' } }, 'my-note');
}

const body = (html: string): string => /<main>([^]*)<\/main>/.exec(html)?.[1] ?? '';

describe('exportPage', () => {
  before(async () => (work = new CitingWork(await styleAssets())));

  it('is a page of its own, with the title and the authors of the note', async () => {
    const html = await page('---\ntitle: A <case>\nauthor:\n  - Ann Smith\n  - name: Bo Li\ndate: 2024-05-01\nlang: de\n---\n\n# Fever {#fever .x}\n\nSeen [@chen1995].\n');
    assert.match(html, /^<!DOCTYPE html>\n<html lang="de">/);
    assert.match(html, /<title>A &#60;case&#62;<\/title>/);
    assert.match(html, /<p class="author">Ann Smith<\/p>\n<p class="author">Bo Li<\/p>\n<p class="date">2024-05-01<\/p>/);
    assert.match(body(html), /^\n<h1 id="fever" class="x">Fever<\/h1>\n<p>Seen <span class="citation"[^>]*>\(<a href="#ref-chen1995"[^>]*>Chen, 1995<\/a>\)/);
    assert.doesNotMatch(body(html), /title:|---/);
  });

  it('knows what of pandoc’s Markdown notes use', async () => {
    const html = body(await page('::: {#box .note onclick="x()"}\nIn **it** 10^5^ H~2~O $a_1*b*c$ [@smith2001].\n:::\n\n## Two words\n\n## Two words\n'));
    assert.match(html, /<div id="box" class="note">\n<p>In <strong>it<\/strong> 10<sup>5<\/sup> H<sub>2<\/sub>O <span class="math inline">\\\(a_1\*b\*c\\\)<\/span>/);
    assert.match(html, /<\/p>\n<\/div>/);
    assert.match(html, /<h2 id="two-words">[^]*<h2 id="two-words-1">/);
    assert.doesNotMatch(html, /onclick/);
    assert.match(html, /<i>Fever &#38; &#60;chills&#62;<\/i>/);
  });

  it('names unknown keys, and goes on', async () => {
    assert.match(body(await page('Seen [@nobody; @chen1995].\n')), /nobody\?[^]*id="ref-chen1995"/);
  });

  it('lets nothing in a note run', async () => {
    assert.match(await page('<script>alert(1)</script> [@chen1995]\n'), /Content-Security-Policy" content="script-src 'none'/);
  });
});

describe('pandocText', () => {
  before(async () => (work = new CitingWork(await styleAssets())));

  async function text(source: string, style: string): Promise<string> {
    const note = parseNote(source);
    return pandocText(note, await work.renderNote(citedText(note), items, { style: { id: style }, locale: '' }));
  }

  it('writes citations and references out in pandoc’s Markdown', async () => {
    assert.equal(
      await text('Seen [@chen1995].\n\n::: {#refs}\n:::\n\nEnd.\n', 'apa'),
      'Seen (Chen, 1995).\n\n::: {#refs}\n\n::: {#ref-chen1995 .csl-entry}\nChen, Y.-M. (1995). Leukemoid reaction. *Cancer*, *25*, 168–172.\n:::\n\n:::\n\nEnd.\n',
    );
  });

  it('links citations to the references where it is asked to', async () => {
    const made = await text('---\nlink-citations: true\nreference-section-title: Works\n---\n\nSeen [@chen1995].\n', 'american-medical-association');
    assert.match(made, /\n\nSeen\[\[\]\{\}\^1\^\]\(#ref-chen1995\)\.\n\n# Works \{#bibliography \.unnumbered\}\n\n::: \{#refs \.references \.csl-bib-body\}\n\n::: \{#ref-chen1995 \.csl-entry\}\n1\\\. Chen YM/);
  });

  it('leaves authors in the sentence that cites them, in a note style too', async () => {
    const made = await text('As @smith2001 says. See @chen1995.\n\nMore.[^1]\n\n[^1]: As @smith2001 has it.\n', 'chicago-notes-bibliography');
    assert.match(made, /^As Ann Smith\^\[\*Fever & \\<chills>\* \(Press, 2001\)\.\] says\. See Yi-Ming Chen\.\^\[“Leukemoid Reaction,”.*\]\n\nMore\.\[\^1\]\n\n\[\^1\]: As Smith, \*Fever/);
    const html = body(await page('As @smith2001 says.\n', 'chicago-notes-bibliography'));
    assert.match(html, /<p>As Ann Smith<sup class="footnote-ref"><a href="#note-1"[^]*<li id="note-1"><p>.*<i>Fever &#38; &#60;chills&#62;<\/i>/);
    assert.doesNotMatch(html, /<li id="note-1"><p>[^<]*Smith/);
  });

  it('makes footnotes in a note style, but none in a footnote', async () => {
    const made = await text('Seen [@chen1995]. Long[^1].\n\n[^1]: See [@smith2001].\n', 'chicago-notes-bibliography');
    assert.match(made, /^Seen\.\^\[Yi-Ming Chen, .*\*Cancer\* 25 \(1995\).*\] Long\[\^1\]\.\n\n\[\^1\]: See Ann Smith, /);
  });
});
