import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { largeBibtex, largeNbib, largeRis } from './formatsLarge';
import { largeEndnoteXml, largePubmedXml } from './formatsLargeXml';
import { measurePandoc } from './formatsPandoc';

/** Other importers, in versions that run on Node 20; they are fetched when first asked for and never shipped. */
const peers = ['@citation-js/core@0.7', '@citation-js/plugin-bibtex@0.7', '@citation-js/plugin-ris@0.7', '@retorquere/bibtex-parser@9', '@iebh/reflib@2'];

/** What reads which text; the slowest peer gets a tenth. */
const runs: readonly (readonly [what: string, reader: string, file: string])[] = [
  ['bibtex 50 MB', 'bibtex', 'large.bib'], ['bibtex 50 MB citation-js', 'citation-js', 'large.bib'],
  ['bibtex 5 MB', 'bibtex', 'small.bib'], ['bibtex 5 MB retorquere', 'retorquere', 'small.bib'],
  ['ris 50 MB', 'ris', 'large.ris'], ['ris 50 MB citation-js', 'citation-js', 'large.ris'],
  ['ris 50 MB reflib', 'reflib', 'large.ris'],
  ['nbib 50 MB', 'nbib', 'large.nbib'], ['nbib 50 MB reflib', 'reflib', 'large.nbib'],
  // No library on npm turns PubMed's XML into CSL without asking a server.
  ['pubmed-xml 50 MB', 'pubmed-xml', 'pubmed.xml'], ['pubmed-xml 50 MB without references', 'pubmed-xml', 'pubmed-short.xml'],
  ['endnote-xml 50 MB', 'endnote-xml', 'endnote.xml'],
  ['JSON.parse of the same records', 'json', 'large.json'],
];

/** How fast a library of 88,000 records is read, and with how much memory, beside other importers. */
export async function measureLarge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-formats-'));
  const peerFolder = resolve('.vscode-test', 'peers');
  const hasPeers = installPeers(peerFolder);
  try {
    writeFileSync(join(folder, 'large.bib'), largeBibtex());
    writeFileSync(join(folder, 'small.bib'), largeBibtex(8_800));
    writeFileSync(join(folder, 'large.ris'), largeRis());
    writeFileSync(join(folder, 'large.nbib'), largeNbib());
    writeFileSync(join(folder, 'pubmed.xml'), largePubmedXml(50_000_000));
    writeFileSync(join(folder, 'pubmed-short.xml'), largePubmedXml(50_000_000, false));
    writeFileSync(join(folder, 'endnote.xml'), largeEndnoteXml(50_000_000));
    // Bundled, since what runs TypeScript directly wraps every function.
    const script = join(folder, 'run.cjs');
    await build({ entryPoints: [resolve('test/bench/formatsSpeedRun.ts')], bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'error' });
    for (const [what, reader, file] of runs) {
      if (hasPeers || !['citation-js', 'retorquere', 'reflib'].includes(reader)) measure(what, [script, reader, join(folder, file), peerFolder]);
    }
    measurePandoc(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each reader gets a process of its own, for its memory's sake. */
function measure(what: string, args: readonly string[]): void {
  const { stdout, status } = spawnSync(process.execPath, ['--max-old-space-size=6000', ...args], { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) {
    console.log(`${what}: could not be measured`);
    return;
  }
  for (const line of stdout.trim().split('\n')) console.log(`${what} ${line}`);
}

function installPeers(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--prefer-offline', ...peers], { encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) console.log('formats: other importers cannot be installed and are skipped');
  return status === 0;
}
