import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CitingWork } from '../../../src/core/citing/citingWork';
import { readingOrder } from '../../../src/core/citing/readingOrder';
import { readCslItem } from '../../../src/core/formats/cslItem';
import { Citekeys } from '../../../src/core/library/citekey';
import type { CslItem } from '../../../src/core/library/record';
import { parseNote } from '../../../src/core/notes/parseNote';
import { Pandoc, styleXml } from '../../support/pandoc';
import { sharedPath } from '../../support/shared';
import { CannotRun } from '../../support/cannotRun';
import { styleAssets } from '../../unit/citing/styleAssets';
import { type Compared, reasonsFor } from './differences';

/** A case of pandoc's own tests of citations: a command, and the note it is given. */
interface PandocCase {
  readonly name: string;
  readonly input: { readonly cmd: string; readonly input: string };
}

/** Styles that the cases hold in files of their own, by the names of those of the CSL project that are nearest. */
const ownStyles: Readonly<Record<string, string>> = {
  locators: 'chicago-notes-bibliography',
  'chicago-author-date-with-original-date-and-status': 'chicago-author-date',
};

/** The works that some cases have in a BibTeX file, which the data do not hold. */
const ownWorks: readonly CslItem[] = [
  { id: 'item1', type: 'book', author: [{ family: 'Doe', given: 'John' }], issued: { 'date-parts': [[2005]] }, title: 'First book', publisher: 'Cambridge University Press', 'publisher-place': 'Cambridge' },
  { id: 'item2', type: 'article-journal', author: [{ family: 'Doe', given: 'John' }], issued: { 'date-parts': [[2006]] }, title: 'Article', 'container-title': 'Journal of Generic Studies', volume: '6', page: '33-34' },
  { id: 'пункт3', type: 'chapter', author: [{ family: 'Doe', given: 'John' }, { family: 'Roe', given: 'Jenny' }], editor: [{ family: 'Smith', given: 'Sam' }], issued: { 'date-parts': [[2007]] }, title: 'Why water is wet', 'container-title': 'Third book', publisher: 'Oxford University Press', 'publisher-place': 'Oxford' },
];

/** What differs from pandoc beyond what differs everywhere, and why. */
const named: Readonly<Record<string, string>> = {
  '11013.md#0': 'a comma follows an exclamation mark at the end of a title here',
  '7042.md#0': 'pandoc takes the name "others" for et al., and puts a comma before "and" of two names without parts',
  '7394.md#0': 'in a footnote pandoc parts an author in the text from the other works by a comma',
  'pandoc-citeproc-27.md#0': 'a page that is no number keeps its hyphen here',
  'pandoc-citeproc-325.md#0': 'pandoc joins letters with a comma where the style says nothing of it',
  'pandoc-citeproc-356.md#0': 'a work is known by its other ids, too, here',
  'pandoc-citeproc-371.md#0': 'pandoc sorts a date in words before years, and joins dates with a comma where the style says nothing of it',
  'pandoc-citeproc-401.md#0': 'pandoc joins years with a comma where the style says nothing of it',
  'pandoc-citeproc-416.md#0': 'pandoc joins years with a comma where the style says nothing of it',
  'pandoc-citeproc-53.md#0': 'pandoc sets an author in the text apart from its note',
};

describe("pandoc's own tests of citations", () => {
  it('come out as from pandoc', async function () {
    this.timeout(600_000);
    const path = sharedPath('data', 'formats', 'pandoc-citeproc.jsonl');
    const pandoc = path === undefined ? undefined : await hadPandoc();
    if (path === undefined || !pandoc) this.skip();
    const work = new CitingWork(await styleAssets());
    const cases = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as PandocCase);
    const differ: string[] = [];
    let inKnownWays = 0;
    const unexplained: string[] = [];
    for (const one of cases) {
      const compared = await compare(one, work, pandoc);
      const why = reasonsFor(compared, named);
      if (!why) unexplained.push([one.name, ...compared.theirs.flat().map((text) => `  pandoc: ${text}`), ...compared.ours.flat().map((text) => `  ours:   ${text}`)].join('\n'));
      else if (why[0] !== undefined && why[0] === named[one.name]) differ.push(one.name);
      if (why && why.length > 0) inKnownWays++;
    }
    console.log(`      ${cases.length} cases: ${inKnownWays} differ, ${differ.length} of them in a way of their own`);
    assert.equal(unexplained.join('\n'), '');
    assert.deepEqual(differ.sort(), Object.keys(named).sort());
  });
});

async function hadPandoc(): Promise<Pandoc | undefined> {
  try {
    return await Pandoc.load();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    console.log(`      ${error.message}`);
    return undefined;
  }
}

/** Both with the same style and the same works, whichever edition of the style the case was written with. */
async function compare({ name, input }: PandocCase, work: CitingWork, pandoc: Pandoc): Promise<Compared> {
  const asked = /--csl[ =]command\/(\S+)\.csl/.exec(input.cmd)?.[1] ?? /^csl: *'?command\/(\S+)\.csl/m.exec(input.input)?.[1] ?? 'chicago-author-date';
  const style = ownStyles[asked] ?? asked;
  const entry = await work.findStyle(style);
  const node = entry && (await work.styles.load(entry.parent ?? entry.id));
  assert.ok(entry && node, `${name}: no style ${style}`);
  const hasFile = input.input.includes('biblio.bib');
  const text = input.input.replace(/^csl:.*\n/m, '').replace(/^bibliography:(?: .*)?\n(?:- .*\n)*/m, '');
  const note = parseNote(text);
  const works = hasFile ? ownWorks : (note.frontMatter?.references ?? []).flatMap((value) => readCslItem(value, new Citekeys(), () => undefined).record ?? []);
  const language = note.frontMatter?.lang ?? '';
  const theirs = await pandoc.render(text, styleXml(node), hasFile ? JSON.stringify(ownWorks) : undefined, language);
  const { citations, bibliography, format } = await work.renderNote(note, works, { style: { id: entry.id }, locale: language });
  const read = citations.length === note.citations.length ? readingOrder(note).flatMap(({ index }) => citations[index] ?? []) : citations;
  const entries = note.frontMatter?.suppressBibliography ? [] : bibliography;
  return {
    style: entry.id, language, name, isNote: format === 'note',
    ours: [read, entries].map((list) => list.map((made) => made.text)),
    theirs: [theirs.citations, theirs.bibliography],
  };
}
