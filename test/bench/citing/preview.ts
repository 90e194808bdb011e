import MarkdownIt from 'markdown-it';
import type { Presentation } from '../../../src/core/citing/citingWork';
import type { PackedAssets } from '../../../src/core/ports';
import type * as Citing from '../ours/citing';
import { printTimes, took, type Took } from './took';
import { library, noteText } from './works';

const clusters = 1000;
const rounds = 20;

/** The preview of a note with 1,000 citations: what the worker makes of it, and what VS Code's parser then waits for. */
export async function benchPreview(ours: typeof Citing, assets: PackedAssets): Promise<void> {
  const works = library(2 * clusters);
  const presentation: Presentation = { style: { id: 'apa' }, locale: '' };
  const work = new ours.CitingWork(assets);
  const text = noteText(clusters);
  const plain = new MarkdownIt({ html: true });
  const md = new MarkdownIt({ html: true });
  let marked: ReturnType<typeof ours.markNote>;
  ours.useMarks(md, () => marked);
  const times: Record<string, Took[]> = { 'prepared in the worker': [], 'marked on the host': [], 'parsed by markdown-it with marks': [], 'parsed by markdown-it alone': [] };
  for (let round = 0; round <= rounds; round++) {
    const note = ours.parseNote(text.replace('Known', `Known ${round}`));
    let prepared: ReturnType<typeof ours.prepareNote> | undefined;
    const runs: Record<string, () => unknown> = {
      'prepared in the worker': async () => {
        prepared = ours.prepareNote(note, works, await work.renderNote(note, works, presentation));
      },
      'marked on the host': () => {
        if (prepared) marked = ours.markNote(note, { prepared, citations: ours.carriedOver(prepared, note), words: [], labels: { backToText: 'Back' } });
      },
      'parsed by markdown-it with marks': () => md.render(note.text, {}),
      'parsed by markdown-it alone': () => plain.render(note.text, {}),
    };
    for (const [what, run] of Object.entries(runs)) {
      const one = await took(run);
      // The first round is of a note that nothing is known of.
      if (round === 0) printTimes(`preview of a note with ${clusters} citations, first of all: ${what}`, [one]);
      else times[what]?.push(one);
    }
    if (marked === undefined) throw new Error('Nothing is shown');
  }
  for (const [what, all] of Object.entries(times)) printTimes(`preview of a note with ${clusters} citations, changed: ${what}`, all);
}
