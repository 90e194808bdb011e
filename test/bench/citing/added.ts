import type { Citation } from 'citeproc';
import type { Presentation } from '../../../src/core/citing/citingWork';
import type { PackedAssets } from '../../../src/core/ports';
import type * as Citing from '../ours/citing';
import { citeprocEngine } from './citeproc';
import { printTimes, printTook, took, type Took } from './took';
import { library, noteText } from './works';

const clusters = 1000;
/** As much of a note as an editor shows, and entries as the References view asks for. */
const inSight = 3000;
const entriesInSight = 60;
const rounds = 20;
const name = 'note';

/** One citation more in a note with 1,000 that cite 2,000 works: what is to be seen, and then the note as a whole. */
export async function benchAdded(ours: typeof Citing, assets: PackedAssets, id: string): Promise<void> {
  const works = library(2 * clusters + 2);
  const presentation: Presentation = { style: { id }, locale: '' };
  for (const [where, at] of [['the start', 0], ['the middle', 0.5], ['the end', 1]] as const) {
    const work = new ours.CitingWork(assets);
    const parser = new ours.NoteParser();
    const text = noteText(clusters);
    const place = at === 0 ? 0 : at === 1 ? text.length : text.indexOf('\n\n', text.length * at) + 2;
    const around = { start: Math.max(0, place - inSight / 2), end: place + inSight / 2 };
    const show = async (whole: string): Promise<void> => {
      parser.update(whole);
      await work.openNote(name, ours.citedText(parser.note), works, presentation, around);
    };
    const rest = (): void => {
      work.noteCitations(name, { start: 0, end: Infinity });
      work.noteEntries(name, 0, Infinity);
    };
    if (at === 0) await printTook(`${id}: a note with ${clusters} clusters, first of all`, async () => (await show(text), rest()));
    else await show(text).then(rest);
    const [visible, all]: [Took[], Took[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      // A work that the note did not cite before, each time in other words, so that nothing of it is known.
      const added = `${text.slice(0, place)}\n\nNew [see @k${2 * clusters + (round % 2)}, p. ${round}].\n\n${text.slice(place)}`;
      const seen = await took(async () => {
        await show(added);
        const shown = work.noteEntries(name, 0, entriesInSight);
        if (shown?.length !== entriesInSight) throw new Error('Nothing is shown');
      });
      const behind = await took(rest);
      visible.push(seen);
      all.push({ clock: seen.clock + behind.clock, processor: seen.processor + behind.processor });
      await show(text);
      rest();
    }
    printTimes(`${id}: a citation added at ${where} of ${clusters} clusters, until what is visible is there`, visible);
    printTimes(`${id}: a citation added at ${where} of ${clusters} clusters, until all is there`, all);
  }
  await benchAlone(assets, id);
}

/** The engine alone, which offers the citations that change and the bibliography as a whole. */
async function benchAlone(assets: PackedAssets, id: string): Promise<void> {
  const works = library(2 * clusters + 2);
  const engine = await citeprocEngine(assets, id, works);
  if (!engine) return;
  const cluster = (citationID: string, ...ids: readonly string[]): Citation => ({ citationID, citationItems: ids.map((key) => ({ id: key })), properties: { noteIndex: 0 } });
  const all = Array.from({ length: clusters }, (_, index) => cluster(`c${index}`, `k${2 * index}`, `k${2 * index + 1}`));
  await printTook(`citeproc-js alone, ${id}: a note with ${clusters} clusters, first of all`, () => [engine.rebuildProcessorState(all, 'html', []), engine.makeBibliography()]);
  const order = all.map(({ citationID }) => [citationID, 0] as const);
  for (const [where, at] of [['the start', 0], ['the middle', clusters / 2], ['the end', clusters]] as const) {
    const added = cluster(`new ${where}`, `k${2 * clusters}`);
    await printTook(`citeproc-js alone, ${id}: a citation added at ${where}, without the bibliography`, () => engine.processCitationCluster(added, order.slice(0, at), order.slice(at) as never[], 0));
    await printTook(`citeproc-js alone, ${id}: the bibliography after it`, () => engine.makeBibliography());
    engine.rebuildProcessorState(all, 'html', []);
  }
}
