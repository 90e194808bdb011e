import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Problem } from '../../../src/core/problems/problem';
import { readAttachedText } from '../../../src/core/reading/attachedText';
import { readMarkupText } from '../../../src/core/reading/fullText';
import { type ReadableText, safeAddress } from '../../../src/core/reading/readable';
import { readHtml } from '../../../src/core/reading/readHtml';
import { isJats, readJats } from '../../../src/core/reading/readJats';
import { sharedPath } from '../../support/shared';

function readFullText(text: string): ReadableText {
  return isJats(text) ? readJats(text) : readHtml(text);
}

function shape({ blocks, text }: ReadableText): string[] {
  for (const { runs, span } of blocks) equal(runs.map((run) => run.text).join(''), text.slice(span.start, span.end));
  return blocks.map(({ kind, level, runs }) => `${kind}${level ?? ''}: ${runs.map((run) => run.text).join('')}`);
}

const page = `<!DOCTYPE html><html><head><title>A  case</title><style>p { color: red }</style><script>alert(1)</script></head>
<body onload="alert(1)"><nav><a href="/">Home</a></nav><h1>A <em>case</em> of fever</h1>
<p>He had <b>fever &amp; chills</b>
for four weeks<sup><a href="#r1">1</a></sup>.<p>Unclosed, with <a href="javascript:alert(1)">a link</a> and <a href="https://example.org/a?b=1&amp;c=2">another</a>.
<img src="https://tracker.example/x.png" onerror="alert(1)" alt="Figure 1"><iframe src="https://evil.example"><p>inside</p></iframe>
<ul><li>one<ul><li>two</li></ul></li></ul><pre>a
  b</pre><table><caption>Table 1</caption><tr><th>Day</th><td>1</td></tr><tr><th>WBC</th><td>40</td></tr></table>
<blockquote>quoted</blockquote><p hidden>not shown</p><form><button>Go</button></form>last &lt;script&gt;</body></html>`;

// In the shape of the examples of the JATS tag library.
const article = `<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
<article article-type="case-report" xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta><journal-title>Cancer</journal-title></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>Growth of <italic>E. coli</italic></article-title></title-group>
<contrib-group><contrib><name><surname>Chen</surname></name></contrib></contrib-group><abstract><title>Abstract</title><p>He had fever.</p></abstract></article-meta></front>
<body><sec><title>Case</title><p>A man of 54 (<xref ref-type="fig" rid="f1">Fig. 1</xref>) had a count of 10<sup>9</sup>.</p>
<sec><title>Course</title><list><list-item><p>first</p></list-item><list-item><p>second</p></list-item></list></sec>
<fig id="f1"><label>Figure 1</label><caption><title>The mass.</title><p>Seen from above.</p></caption><graphic xlink:href="https://x.example/a.jpg"/></fig>
<table-wrap><label>Table 1</label><caption><p>Counts</p></caption><table><thead><tr><th>Day</th><th>WBC</th></tr></thead><tbody><tr><td><p>1</p></td><td>40</td></tr></tbody></table></table-wrap>
<p>See <ext-link xlink:href="https://example.org">there</ext-link>.</p></sec></body>
<back><ref-list><title>References</title><ref><label>1</label><mixed-citation>Chen Y. A case. Cancer 1995.</mixed-citation></ref>
<ref><element-citation><person-group><name><surname>Lind</surname><given-names>A</given-names></name></person-group><article-title>Another</article-title><source>JAMA</source><year>2010</year></element-citation></ref></ref-list></back></article>`;

describe('a readable full text', () => {
  it('is the text of an HTML page', () => {
    const read = readFullText(page);
    equal(read.title, 'A case');
    deepEqual(shape(read), [
      'heading1: A case of fever', 'paragraph: He had fever & chills for four weeks\u00b9.', 'paragraph: Unclosed, with a link and another. Figure 1',
      'item1: one', 'item2: two', 'code: a\n  b', 'caption: Table 1', 'row: Day\t1', 'row: WBC\t40', 'quote: quoted', 'paragraph: last <script>',
    ]);
    const links = read.blocks.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []));
    deepEqual(links, ['#r1', 'https://example.org/a?b=1&c=2']);
  });

  it('is the text of an article in JATS', () => {
    ok(isJats(article) && !isJats(page));
    const read = readFullText(article);
    equal(read.title, 'Growth of E. coli');
    deepEqual(shape(read), [
      'heading1: Growth of E. coli', 'heading2: Abstract', 'paragraph: He had fever.', 'heading2: Case', 'paragraph: A man of 54 (Fig. 1) had a count of 10\u2079.',
      'heading3: Course', 'item1: first', 'item1: second', 'caption: Figure 1', 'caption: The mass.', 'caption: Seen from above.', 'caption: Table 1', 'caption: Counts',
      'row: Day\tWBC', 'row: 1\t40', 'paragraph: See there.', 'heading2: References', 'item1: 1 Chen Y. A case. Cancer 1995.', 'item1: Lind A Another JAMA 2010',
    ]);
    deepEqual(read.blocks[4]?.runs.at(-2), { text: '\u2079', marks: ['sup'] });
  });

  it('leads only to the web and to mail', () => {
    equal(safeAddress(' java\nscript:alert(1)'), undefined);
    equal(safeAddress('data:text/html,x'), undefined);
    equal(safeAddress('file:///etc/passwd'), undefined);
    equal(safeAddress('https://example.org'), 'https://example.org');
    deepEqual(readMarkupText('a.html', page).page?.links.map(({ target }) => target), ['https://example.org/a?b=1&c=2']);
  });

  it('is a page to read, with its headings, links and looks in place', () => {
    const { page: read, problems } = readMarkupText('chen1995.html', page);
    ok(read);
    deepEqual(problems, []);
    const words = ({ span }: { span: { start: number; end: number } }): string => read.text.slice(span.start, span.end);
    deepEqual(read.headings.map((heading) => [heading.level, words(heading)]), [[1, 'A case of fever']]);
    deepEqual(read.links.map(words), ['another']);
    deepEqual(read.looks.map((look) => [look.look, words(look)]), [['italic', 'case'], ['bold', 'fever & chills']]);
    deepEqual(read.parts, [{ source: 'chen1995.html', span: { start: 0, end: read.text.length } }]);
    const jats = readMarkupText('chen1995.xml', article).page;
    deepEqual(jats?.headings.map(({ span }) => jats.text.slice(span.start, span.end)), ['Growth of E. coli', 'Abstract', 'Case', 'Course', 'References']);
  });

  it('tells what is wrong, and where', () => {
    const told = (name: string, text: string): unknown => {
      const { problems, page: read } = readMarkupText(name, text);
      return [read?.text, ...problems.map(({ code, span }: Problem) => (span ? [code, text.slice(span.start, span.end)] : code))];
    };
    deepEqual(told('a.xml', '<html><p>text</p></html>'), [undefined, 'full-text-not-jats']);
    deepEqual(told('a.xml', '<article dtd-version="1"><body><p>one</p><p>two</sec></body></article>'), ['one\n\ntwo', ['xml-syntax', '>']]);
    deepEqual(told('a.xml', '<article dtd-version="1"><body><p>one&nbsp;two</p></body></article>'), ['one&nbsp;two', ['xml-syntax', ';']]);
    deepEqual(told('a.html', '<p>one<script>x</script><p>two<script>alert(1)<p>three'), ['one\n\ntwo', ['full-text-unclosed', '<script']]);
    deepEqual(told('a.html', ' <p> </p>'), ['', 'full-text-empty']);
    deepEqual(told('a.html', `before${'<div>'.repeat(20_000)}deep`), ['before', 'full-text-too-deep']);
    deepEqual(readMarkupText('a.html', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])).problems.map(({ code }) => code), ['file-binary']);
  });

  it('gives its running words, without what it refers to', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const read = readAttachedText('file:///library/chen%201995.xml', bytes(article));
    ok(read.words.includes('He had fever.') && !read.words.includes('JAMA'), read.words);
    equal(readAttachedText('file:///a.txt', bytes('A *case*.')).words, 'A *case*.');
    equal(readAttachedText('file:///a.md', bytes('---\ntitle: x\n---\nA case.\n\n```\ncode\n```\n')).words.trim(), 'A case.');
    deepEqual(readAttachedText('file:///a.xml', bytes('<feed/>')), { uri: 'file:///a.xml', words: '', problems: [] });
    deepEqual(readAttachedText('file:///a.html', bytes('<p>one\n<script>x')).problems[0]?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
    deepEqual(readAttachedText('file:///a.html', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])).problems.map(({ problem }) => problem.code), ['file-binary']);
  });

  it('takes whatever it is given', () => {
    const pieces = fc.constantFrom('<p>', '</p>', '<script>', '</script>', '<b', '>', '<li>', '<table><tr><td>', '</td>', '<a href="javascript:x">', '<!--', '-->', '<![CDATA[', ']]>', '&amp', '&#x0;', 'text', ' ', '\n', '<article dtd-version="1">', '<sec>', '<title>', '<pre>', '<svg onload=x>', '"');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const read = readFullText(parts.join(''));
      shape(read);
      for (const { runs } of read.blocks) for (const { href } of runs) ok(href === undefined || /^(?:https?:|mailto:|#)/.test(href));
    }));
  });

  it('reads deep and long texts in time', () => {
    const deep = readFullText(`${'<div><b>'.repeat(20_000)}deep${'</b></div>'.repeat(20_000)}`);
    equal(deep.text, '');
    equal(deep.isCut, true);
    equal(readFullText(`<p>before</p>${'<div><b>'.repeat(400)}deep`).text, 'before\n\ndeep');
    const began = performance.now();
    readFullText('<p>word <i>word</i> word</p>'.repeat(100_000));
    ok(performance.now() - began < 10_000);
  });

  it('reads what Europe PMC gives', function () {
    const folder = sharedPath('data', 'api');
    const files = folder === undefined ? [] : readdirSync(folder).filter((name) => /\.xml$/.test(name));
    const articles = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).filter(isJats);
    if (articles.length === 0) this.skip();
    for (const each of articles) ok(shape(readFullText(each)).length > 5);
  });
});
