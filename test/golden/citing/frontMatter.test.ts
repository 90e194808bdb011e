import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CitingWork, type Presentation } from '../../../src/core/citing/citingWork';
import { exportPage } from '../../../src/core/citing/preview/exportPage';
import { linkedAsAsked, prepareNote } from '../../../src/core/citing/preview/preparedNote';
import { renderDocument } from '../../../src/core/citing/renderDocument';
import type { CslItem } from '../../../src/core/library/record';
import { parseNote } from '../../../src/core/notes/parseNote';
import { type FrontMatterCases, pandocFolder, readPandocFile } from '../../support/pandocAnswers';
import { styleAssets } from '../../unit/citing/styleAssets';

const work = styleAssets().then((assets) => new CitingWork(assets));
const pages = readPandocFile<Readonly<Record<string, string>>>('frontMatter.pandoc.json');
const references = readPandocFile<readonly CslItem[]>('references.json');
const short = readFileSync(join(pandocFolder, 'short.json'), 'utf8');

/** Held against pandoc 3.9 (pandoc-wasm 1.1), whose pages `frontMatter.pandoc.json` holds; `test/bench/pandocFrontMatter.ts` wrote it. */
describe('front matter as pandoc has it', () => {
  for (const [name, { style, note: text }] of Object.entries(readPandocFile<FrontMatterCases>('frontMatter.cases.json'))) {
    const note = parseNote(text);
    const theirs = pages[name] ?? '';
    const presentation: Presentation = { style: { id: style || 'apa' }, locale: note.frontMatter?.lang ?? '', ...(note.frontMatter?.abbreviations === 'short.json' && { abbreviations: short }) };
    const own = note.frontMatter?.references.map((one) => one as CslItem) ?? [];
    const items = [...own, ...references];

    it(`shows: ${name}`, async () => {
      const prepared = prepareNote(note, items, await (await work).renderNote(note, items, presentation));
      const page = exportPage(note, { prepared, citations: prepared.citations, words: [], labels: { backToText: 'Back' } }, 'note');
      // Without being asked we link, which pandoc does where it is asked only.
      const isAsked = note.frontMatter?.linkCitations !== undefined;
      const main = /<main>([^]*)<\/main>/.exec(page)?.[1] ?? '';
      assert.equal(seen(main), seen(theirs));
      if (isAsked) assert.deepEqual(links(main), links(theirs));
      if (name.startsWith('references')) assert.deepEqual(marked(main), marked(theirs));
    });

    // What is code to pandoc is its text alone.
    if (!text.includes('```')) it(`writes: ${name}`, async () => {
      const rendered = await (await work).renderNote(note, items, presentation);
      const whole = renderDocument(note, linkedAsAsked(note, rendered), 'html');
      const written = note.frontMatter?.blocks.reduce((rest, { start, end }) => rest.replace(text.slice(start, end), ''), whole) ?? whole;
      assert.equal(inText(written), inText(theirs));
      assert.deepEqual(links(written), links(theirs));
    });
  }
});

/** Where citations lead, and what of them is the link. A note's full stop goes into quotation marks here, and stays outside in pandoc. */
function links(html: string): string[][] {
  return [...html.matchAll(/<a href="(#ref-[^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, target = '', words = '']) => [target, plain(words.replace(/<sup>|<\/sup>/g, '')).replace(/[.,](?="$)/, '')]);
}

/** What is raised, lowered or bold in the bibliography; italics stand in a style's own here and there, where the two differ in how they nest. */
function marked(html: string): string[] {
  const bibliography = /<div id="refs"[^]*/.exec(html)?.[0] ?? '';
  return [...bibliography.matchAll(/<(sup|sub|b|strong)>(.*?)<\/\1>/g)].map(([, tag = '', words = '']) => `${tag.replace('strong', 'b')} ${plain(words)}`);
}

/** What a reader sees of a page, with its headings and the links of its references; footnotes are left to other tests. */
function seen(html: string): string {
  return plain(
    html
      .replace(/<section\b[^]*<\/section>/g, '')
      .replace(/<a [^>]*class="casebook-back"[^>]*>.*?<\/a>/g, '')
      .replace(/<a href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/g, '{$2 at $1}')
      .replace(/<a href="#ref-[^>]*>(.*?)<\/a>/g, '$1')
      .replace(/<sup[^>]*>(?:<a href="#note[^>]*>)?(\d+)(?:<\/a>)?<\/sup>/g, '^$1')
      .replace(/<h1[^>]*>/g, '# '),
  );
}

/** A note that was written out: what stands around its citations, and what its bibliography lists. */
function inText(html: string): string {
  return plain(
    html
      .replace(/<section\b[^]*<\/section>/g, '')
      .replace(/\^\[.*?\](?=[\s.,;)"”]|$)/gm, '^')
      .replace(/<a [^>]*class="footnote-ref".*?<\/a>/g, '^')
      .replace(/^# (.*?) \{#bibliography \.unnumbered\}$/m, '# $1')
      .replace(/<h1[^>]*>/g, '# ')
      .replace(/^:::.*$|^---$|^- /gm, '')
      .replace(/\*(.*?)\*/g, '$1'),
  );
}

function plain(html: string): string {
  return html
    .replace(/<\/?(?:div|p|h1|li|ol|main)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\b(Jun|Jul)[ey]\b/g, '$1')
    .replace(/\b(Before|After|Without)\b/g, (word) => word.toLowerCase())
    .replace(/\[Online\]\. /g, '')
    .replace(/&#38;|&amp;/g, '&')
    .replace(/&#60;|&lt;/g, '<')
    .replace(/[“”‘’'"]|&#34;|&quot;/g, '"')
    .replace(/\bNos\. TR/g, 'No. TR')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ (?=[.,;:)}])|(?<=[({]) /g, '')
    .trim();
}
