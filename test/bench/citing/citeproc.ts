import type CSL from 'citeproc';
import { loadLocales } from '../../../src/core/citing/locales';
import { StyleLibrary } from '../../../src/core/citing/styleLibrary';
import type { CslItem } from '../../../src/core/library/record';
import type { PackedAssets } from '../../../src/core/ports';
import { peer } from '../peers';

/** citeproc-js as its makers have it, with one of our styles; undefined where it can't be had. */
export async function citeprocEngine(assets: PackedAssets, id: string, works: readonly CslItem[]): Promise<InstanceType<typeof CSL.Engine> | undefined> {
  const citeproc = (await peer('citeproc', '2.4.63')) as typeof CSL | undefined;
  const style = await new StyleLibrary(assets).load(id);
  if (!citeproc || !style) return undefined;
  const locales = await loadLocales(assets, 'en-US');
  const items = new Map(works.map((item) => [item.id, item]));
  return new citeproc.Engine({ retrieveItem: (key) => items.get(key), retrieveLocale: (tag) => locales.get(tag) }, structuredClone(style), 'en-US');
}
