import type { PackedAssets } from '../ports';
import { StyleCatalogue } from './styleCatalogue';
import type { StyleNode } from './styleNode';
import { StylePack } from './stylePack';

/** The styles that ship with Casebook, unpacked when the first is asked for. */
export class StyleLibrary {
  private pack: Promise<StylePack> | undefined;
  private names: Promise<StyleCatalogue> | undefined;

  constructor(private readonly assets: PackedAssets) {}

  /** What styles there are, and how they are found. */
  catalogue(): Promise<StyleCatalogue> {
    return (this.names ??= this.unpacked('styles/catalogue.tsv.gz').then((bytes) => new StyleCatalogue(new TextDecoder().decode(bytes))));
  }

  /** A style of its own by any of its names, or the one whose rules it follows; undefined where none of the name ships. */
  async load(name: string): Promise<StyleNode | undefined> {
    const entry = (await this.catalogue()).independent(name);
    if (!entry) return undefined;
    this.pack ??= this.unpacked('styles/styles.pack.gz').then((bytes) => new StylePack(bytes));
    return (await this.pack).style(entry.id);
  }

  private async unpacked(path: string): Promise<Uint8Array> {
    const bytes = await this.assets.bytes(path);
    if (!bytes) throw new Error(`${path} is missing from Casebook`);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
}
