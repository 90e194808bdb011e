import { styleAssets } from '../unit/citing/styleAssets';
import { bundled } from './bundled';
import { benchAdded } from './citing/added';
import { benchBibliographies } from './citing/bibliographies';
import { benchFirstUse } from './citing/firstUse';
import { benchKeystroke } from './citing/keystroke';
import { benchPreview } from './citing/preview';
import type * as Citing from './ours/citing';

/** What citing costs, with what citeproc-js alone and pandoc take for the same in the same run. `--only=added` runs one part. */
export default async function benchCiting(): Promise<void> {
  const ours = (await bundled('citing')) as typeof Citing;
  const assets = await styleAssets();
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    firstUse: () => benchFirstUse(assets),
    keystroke: () => benchKeystroke(ours),
    preview: () => benchPreview(ours, assets),
    added: async () => {
      for (const id of ['apa', 'nlm-citation-sequence']) await benchAdded(ours, assets, id);
    },
    bibliographies: () => benchBibliographies(ours, assets, [1000, 10_000]),
  };
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  for (const [name, run] of Object.entries(parts)) if (only === undefined || only === name) await run();
}
