import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../../../src/core/citing/html';
import { useMarks } from '../../../../src/core/citing/preview/markdownItMarks';
import { type ExplainedWords, markNote } from '../../../../src/core/citing/preview/markNote';
import { carriedOver, outermost, type PreparedNote } from '../../../../src/core/citing/preview/preparedNote';
import { parseNote } from '../../../../src/core/notes/parseNote';

const labels = { backToText: 'Back to the text' };

/** Every citation reads `{keys}`, and every cited work has a reference. */
function prepared(text: string, format: PreparedNote['format'] = 'author', isSuperscript = false): PreparedNote {
  const citations = outermost(parseNote(text)).map(({ cluster: { span }, keys }) => ({ source: text.slice(span.start, span.end), html: escapeHtml(`{${keys.join(' ')}}`), works: keys }));
  const ids = [...new Set(citations.flatMap(({ works }) => works))];
  return { citations, entries: ids.map((id) => ({ id, html: escapeHtml(`Reference of ${id}.`) })), unknown: [], format, isSuperscript, punctuationInQuote: true };
}

function page(text: string, options: { of?: PreparedNote; words?: readonly ExplainedWords[]; format?: PreparedNote['format']; isSuperscript?: boolean } = {}): string {
  const md = new MarkdownIt({ html: true });
  const of = options.of ?? prepared(text, options.format, options.isSuperscript);
  const note = parseNote(text);
  useMarks(md, (source) => (source === text ? markNote(note, { prepared: of, citations: carriedOver(of, note), words: options.words ?? [], labels }) : undefined));
  return md.render(text, {});
}

const bare = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();

describe('markNote', () => {
  it('puts citations in their places, and the bibliography at the end', () => {
    const html = page('# On [@a]\n\nSaid @b, and *so* [see @a, p. 3;\n@c].\n');
    assert.match(html, /<h1>On <span class="citation" id="cite-0" data-cites="a">\{a\}<\/span><\/h1>/);
    assert.match(html, /Said <span[^>]*>\{b\}<\/span>, and <em>so<\/em> <span[^>]*data-cites="a c">\{a c\}<\/span>\./);
    assert.match(html, /<div id="refs"[^>]*>\n<div id="ref-a"[^]*<div id="ref-b"[^]*<div id="ref-c"[^]*<\/div>\s*$/);
  });

  it('leaves a note that cites nothing as it is', () => {
    const text = 'Nothing here[^1].\n\n[^1]: Of note.\n';
    assert.equal(page(text), new MarkdownIt({ html: true }).render(text));
  });

  it('leaves code alone, and what is no citation', () => {
    const html = page('`[@a]` me@example.org [@b]\n\n    @c\n');
    assert.match(html, /<code>\[@a\]<\/code> me@example.org <span/);
    assert.match(html, /<pre><code>@c/);
  });

  it('shows the bibliography in its place, in that of one that was written there, and lines keep their numbers', () => {
    for (const place of ['::: {#refs}\n:::', '::: {#refs}\n\nOld [@b].\n\n:::', '<!-- bibliography -->\n\nOld.\n\n<!-- /bibliography -->']) {
      const text = `Said [@a].\n\n${place}\n\n# After\n`;
      const html = page(text, { of: prepared('Said [@a].') });
      assert.match(html, /Said <span[^]*<div id="refs"[^]*ref-a[^]*<h1>After<\/h1>/, place);
      assert.doesNotMatch(bare(html), /Old|:::/);
      const md = new MarkdownIt();
      const of = prepared('Said [@a].');
      useMarks(md, () => markNote(parseNote(text), { prepared: of, citations: carriedOver(of, parseNote(text)), words: [], labels }));
      const heading = md.parse(text, {}).find(({ type }) => type === 'heading_open');
      assert.equal(heading?.map?.[0], text.split('\n').indexOf('# After'), place);
    }
  });

  it('adds the bibliography under the title that the note gives it, or not at all', () => {
    const md = (front: string): string => page(`---\n${front}\n---\n\nSaid [@a].\n`);
    assert.match(md('reference-section-title: "Works cited"'), /<h1>Works cited<\/h1>\n<div id="refs"/);
    assert.doesNotMatch(md('suppress-bibliography: true'), /id="refs"/);
    assert.match(md('suppress-bibliography: false'), /id="refs"/);
  });

  it('leads from a reference back to each citation', () => {
    const html = page('One [@a], two [@b], three [@a].\n');
    const entry = /<div id="ref-a"[^\n]*/.exec(html)?.[0] ?? '';
    assert.deepEqual([...entry.matchAll(/href="([^"]*)"/g)].map(([, href]) => href), ['#cite-0', '#cite-2']);
    assert.match(html, /id="cite-2"/);
  });

  it('makes footnotes of citations in a note style, with the note’s own in one sequence, behind full stops', () => {
    const html = page('One [@a]. Two[^x]. Three [@b], four^[Short [@a].].\n\n[^x]: Long, see [@c].\n\n    More of it.\n', { format: 'note' });
    assert.match(bare(html), /^One\.1 Two2\. Three,3 four4\. /);
    const items = [...html.matchAll(/<li id="note-(\d)">([^]*?)<\/li>/g)].map(([, number, body]) => [number, bare(body ?? '').replace(/ ?↩\ufe0e/, '')]);
    assert.deepEqual(items, [['1', '{a}'], ['2', 'Long, see {c}. More of it.'], ['3', '{b}'], ['4', 'Short {a}.']]);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(html.includes(`id="${target}"`), target);
  });

  it('sets raised numbers at the word, before the full stop', () => {
    assert.match(bare(page('One [@a].\n', { format: 'numeric', isSuperscript: true })), /^One\{a\}\. /);
  });

  it('escapes what comes from outside', () => {
    const key = '{a"<b>}';
    const html = page(`One [@${key}].\n`, { words: [{ start: 0, end: 3, explanation: '"><script>' }] });
    assert.doesNotMatch(html, /<b>|<script>/);
    assert.match(html, /title="&#34;&#62;&#60;script&#62;">One<\/span>/);
  });

  it('explains words where no markup would be cut', () => {
    const text = 'A **leukemoid** reaction and *fever* [@a].\n';
    const span = (words: string): ExplainedWords => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, explanation: words });
    const html = page(text, { words: [span('leukemoid** reaction'), span('fever')] });
    assert.match(html, /<strong>leukemoid<\/strong> reaction and <em><span class="casebook-term" title="fever">fever<\/span><\/em>/);
  });

  it('does not link within links', () => {
    const of: PreparedNote = { ...prepared('@a'), citations: [{ source: '@a', html: '<a href="#ref-a">A</a>', works: ['a'] }] };
    assert.doesNotMatch(page('[see @a](https://example.org)\n', { of }), /<a[^>]*>[^<]*<span[^>]*><a/);
  });

  it('shows what it knew of the last version where citations are the same', () => {
    const html = page('New words [@a] and [@new].\n', { of: prepared('Old [@a].') });
    assert.match(bare(html), /^New words \{a\} and \[@new\]\./);
  });

  it('is not misled by a text that holds marks of its own', () => {
    const html = page('One \ufdd0 @\ufdd00\ufdd1 [@a].\n');
    assert.equal(html.match(/class="citation"/g)?.length, 1);
  });
});
