import assert from 'node:assert/strict';
import { CitingWork, StyleError } from '../../../src/core/citing/citingWork';
import { renderDocument } from '../../../src/core/citing/renderDocument';
import { findStyle, shippedStyles } from '../../../src/core/citing/styles';
import type { CslItem } from '../../../src/core/library/record';
import { parseNote } from '../../../src/core/notes/parseNote';
import { styleAssets } from './styleAssets';

const chen: CslItem = {
  id: 'chen', type: 'article-journal', title: 'A case', author: [{ family: 'Chen', given: 'Y. M.' }],
  'container-title': 'Journal of Examples', volume: '2', page: '1-4', issued: { 'date-parts': [[1995]] },
};
const lind: CslItem = { ...chen, id: 'lind', author: [{ family: 'Lind', given: 'Per' }], title: 'Another' };
const nlm = { style: { id: 'vancouver' }, locale: '' };
const apa = { style: { id: 'apa' }, locale: '' };

describe('CitingWork', () => {
  let work: CitingWork;
  before(async () => {
    work = new CitingWork(await styleAssets());
  });

  it('renders a reference in every style that ships', async () => {
    for (const { id } of shippedStyles) {
      const [entry] = await work.references([chen], { style: { id }, locale: '' });
      assert.match(entry?.text ?? '', /Chen/, id);
    }
  });

  it('knows styles by earlier ids, addresses and file names', () => {
    assert.equal(findStyle('vancouver')?.id, 'nlm-citation-sequence');
    assert.equal(findStyle('http://www.zotero.org/styles/apa')?.id, 'apa');
    assert.equal(findStyle('Nature.csl')?.id, 'nature');
    assert.equal(findStyle('__proto__'), undefined);
  });

  it('tells unknown keys, and renders them as questions', async () => {
    const text = 'See [@chen; @nobody] and @nobody.';
    const { citations, problems } = await work.renderNote(parseNote(text), [chen], apa);
    assert.deepEqual(citations.map((citation) => citation.text), ['(Chen, 1995, nobody?)'.replace(', n', '; n'), '(nobody?)']);
    assert.deepEqual(problems.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]), [
      ['citekey-unknown', '@nobody'], ['citekey-unknown', '@nobody'],
    ]);
  });

  it('knows a work by another key of it, and lists it once', async () => {
    const { citations, bibliography, problems } = await work.renderNote(parseNote('[@old; @lind] and [@chen].'), [{ ...chen, 'other-ids': ['old', 'lind'] }, lind], nlm);
    assert.deepEqual([citations.map(({ text }) => text), bibliography.map(({ id }) => id), problems], [['(1,2)', '(1)'], ['chen', 'lind'], []]);
  });

  it('puts a citation within another into its place', async () => {
    const { citations } = await work.renderNote(parseNote('[@chen, as @lind says]'), [chen, lind], apa);
    assert.deepEqual(citations.map((citation) => citation.text), ['(Chen, 1995, as Lind (1995) says)']);
  });

  it('lists what nocite names, and all for @*', async () => {
    const bibliography = async (nocite: string) =>
      (await work.renderNote(parseNote(`---\nnocite: "${nocite}"\n---\n\n[@chen]`), [chen, lind], nlm)).bibliography.map(({ id }) => id);
    assert.deepEqual(await bibliography('@lind'), ['chen', 'lind']);
    assert.deepEqual(await bibliography('@*'), ['chen', 'lind']);
    assert.deepEqual(await bibliography('@none'), ['chen']);
  });

  it('goes on numbering after what was cited before', async () => {
    assert.equal((await work.citation(['lind'], [chen], [lind], nlm)).text, '(2)');
    assert.equal((await work.citation(['chen'], [chen], [chen], nlm)).text, '(1)');
  });

  it('sees that an item has changed', async () => {
    const title = async (item: CslItem) => (await work.references([item], apa))[0]?.text;
    await title(chen);
    assert.match((await title({ ...chen, title: 'Corrected' })) ?? '', /Corrected/);
  });

  it('lets nothing of an item become markup', async () => {
    const hostile = {
      ...chen,
      title: '<script>alert(1)</script> <a href="command:x">y</a> <img src=x onerror=y> <i>ok</i> & "q"',
      author: [{ family: '<b onclick=x>', given: 'A' }],
      DOI: '10.1/"><script>',
      URL: 'javascript:alert(1)',
    };
    for (const { id } of shippedStyles) {
      const note = parseNote('[<script>see</script> @chen, p. <img>] @chen');
      const { citations, bibliography } = await work.renderNote(note, [hostile], { style: { id }, locale: '' });
      for (const { html } of [...citations, ...bibliography]) {
        assert.doesNotMatch(html, /<(?!\/?(?:i|b|sup|sub|em|span|div)\b)/, `${id}: ${html}`);
        assert.doesNotMatch(html, /<[^>]*(?:onclick|onerror|href)/, `${id}: ${html}`);
      }
    }
  });

  it('renders items of another shape than CSL’s, or at least the others', async () => {
    const odd = [
      { id: 'a', type: 'nonsense', title: 5, author: 'Plain Name', issued: '2016-05', language: ['en'], volume: { x: 1 } },
      { id: 'b', type: 'book', author: [null, 3, { given: 'Only' }], issued: { 'date-parts': [['2016', '13', 'x']] }, page: [1, 2] },
      { id: '__proto__', type: 'book', title: 'Proto' },
      { id: 'constructor', type: 'book', title: 'Constructor', issued: { raw: 'soon' } },
    ] as unknown as CslItem[];
    for (const id of ['apa', 'vancouver', 'nature', 'chicago-author-date', 'the-lancet']) {
      const note = parseNote('[@a; @b; @__proto__; @constructor; @chen]');
      const { citations, bibliography } = await work.renderNote(note, [...odd, chen], { style: { id }, locale: 'de' });
      assert.equal(citations.length, 1);
      assert.equal(bibliography.length, 5, id);
    }
  });

  it('takes a .csl file, and a dependent one by its parent', async () => {
    const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id></info>
      <citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation>
      <bibliography><layout><text variable="title" prefix="Title: "/></layout></bibliography></style>`;
    assert.equal((await work.references([chen], { style: { id: 'x', csl }, locale: '' }))[0]?.text, 'Title: A case');
    const dependent = '<style><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>';
    assert.match((await work.references([chen], { style: { id: 'y', csl: dependent }, locale: '' }))[0]?.text ?? '', /^Chen, Y\. M\./);
  });

  it('says so of a style that is none', async () => {
    for (const csl of ['', '<style/>', 'x', '<a'.repeat(100), undefined]) {
      await assert.rejects(work.references([chen], { style: { id: 'none', ...(csl !== undefined && { csl }) }, locale: '' }), StyleError);
    }
  });
});

describe('MyST roles', () => {
  const shown = async (text: string, style: string): Promise<string[]> => {
    const { citations } = await new CitingWork(await styleAssets()).renderNote(parseNote(text), [chen, lind], { style: { id: style }, locale: '' });
    return citations.map((one) => one.text);
  };

  it('are rendered as MyST has them', async () => {
    const roles = ['cite:p', 'cite:t', 'cite:alp', 'cite:year', 'cite:yearpar', 'cite:author'].map((role) => `{${role}}\`chen,lind\``);
    assert.deepEqual(await shown(roles.join(' '), 'apa'), ['(Chen, 1995; Lind, 1995)', 'Chen (1995), Lind (1995)', 'Chen, 1995; Lind, 1995', '1995; 1995', '(1995; 1995)', 'Chen, Lind']);
    assert.deepEqual(await shown('{cite:p}`{see}chen{p. 3},nobody` {cite}`lind`', 'apa'), ['(see Chen, 1995, p. 3; nobody?)', 'Lind (1995)']);
    assert.deepEqual(await shown('{cite:p}`lind,chen` {cite:alp}`chen`', 'ieee'), ['[1], [2]', '[2]']);
  });

  it('name all authors, begin with a capital and have brackets, as sphinxcontrib-bibtex documents them', async () => {
    const many: CslItem = { ...chen, id: 'many', author: [{ family: 'Berg', given: 'A.', 'non-dropping-particle': 'van den' }, { family: 'Roe', given: 'B.' }, { family: 'Poe', given: 'C.' }] };
    const roles = ['cite:p', 'cite:ps', 'cite:t', 'cite:ts', 'cite:ct', 'cite:cts', 'cite:alps', 'cite:author', 'cite:authors', 'cite:cauthor', 'cite:authorpar', 'cite:cauthorpars', 'cite:p'];
    const note = parseNote(roles.map((role) => `{${role}}\`many\``).join(' '));
    const { citations } = await new CitingWork(await styleAssets()).renderNote(note, [many], { style: { id: 'apa' }, locale: '' });
    assert.deepEqual(citations.map(({ text }) => text), [
      '(van den Berg et al., 1995)', '(van den Berg, Roe, & Poe, 1995)', 'van den Berg et al. (1995)', 'van den Berg, Roe, & Poe (1995)', 'Van den Berg et al. (1995)',
      'Van den Berg, Roe, & Poe (1995)', 'van den Berg, Roe, & Poe, 1995', 'van den Berg et al.', 'van den Berg, Roe, & Poe', 'Van den Berg et al.',
      '(van den Berg et al.)', '(Van den Berg, Roe, & Poe)', '(van den Berg et al., 1995)',
    ]);
  });
});

describe('renderDocument', () => {
  const written = async (text: string, style: string, format: 'text' | 'html' | 'json') => {
    const note = parseNote(text);
    const work = new CitingWork(await styleAssets());
    return renderDocument(note, await work.renderNote(note, [chen, lind], { style: { id: style }, locale: '' }), format);
  };

  it('puts the bibliography at the end, or where the note wants it', async () => {
    assert.equal(await written('Known [@chen].\n', 'vancouver', 'text'), 'Known (1).\n\n1. Chen YM. A case. Journal of Examples. 1995;2:1–4.\n');
    const placed = await written('A [@chen].\n\n::: {#refs}\nold\n:::\n\nB [@chen].\n', 'vancouver', 'text');
    assert.equal(placed, 'A (1).\n\n::: {#refs}\n\n1. Chen YM. A case. Journal of Examples. 1995;2:1–4.\n\n:::\n\nB (1).\n');
    const marked = await written('A [@chen].\n\n<!-- bibliography -->old<!-- /bibliography -->\n', 'vancouver', 'text');
    assert.match(marked, /bibliography -->\n\n1\. Chen[^]*1–4\.\n\n<!-- \/bibliography/);
  });

  it('sets raised numbers at the word', async () => {
    assert.match(await written('Known [@chen].', 'american-medical-association', 'html'), /^Known<sup>1<\/sup>\./);
  });

  it('gives places in the note as JSON', async () => {
    const { citations, bibliography } = JSON.parse(await written('Known [@chen].', 'apa', 'json')) as Record<string, unknown[]>;
    assert.deepEqual(citations, [{ start: 6, end: 13, text: '(Chen, 1995)' }]);
    assert.deepEqual(bibliography?.length, 1);
  });
});
