import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeBibtex, largeRis } from './formatsLarge';
import { largeEndnoteXml } from './formatsLargeXml';

/** Of each format about 5 MB: pandoc is not fast. */
const files: readonly (readonly [format: string, from: string, name: string, text: () => string])[] = [
  ['bibtex', 'bibtex', 'pandoc.bib', () => largeBibtex(8_800)],
  ['ris', 'ris', 'pandoc.ris', () => largeRis(8_800)],
  ['endnote-xml', 'endnotexml', 'pandoc.xml', () => largeEndnoteXml(5_000_000)],
];

/** How fast pandoc turns the same records into CSL-JSON, its start included, where it is installed. Times are waiting times. */
export function measurePandoc(folder: string): void {
  const { stdout, status } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  if (status !== 0) {
    console.log('formats: pandoc is not installed and is skipped');
    return;
  }
  const version = /^pandoc (\S+)/.exec(stdout)?.[1] ?? '';
  for (const [format, from, name, text] of files) {
    const file = join(folder, name);
    writeFileSync(file, text());
    const start = performance.now();
    const run = spawnSync('pandoc', ['-f', from, '-t', 'csljson', file, '-o', `${file}.json`], { timeout: 300_000 });
    const seconds = (performance.now() - start) / 1000;
    const speed = run.status === 0 ? `${(statSync(file).size / 1e6 / seconds).toFixed(2)} MB/s` : 'could not be measured';
    console.log(`${format} 5 MB pandoc ${version} speed by waiting time: ${speed}`);
  }
}
