import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { npmInstall, installOnce } from '../support/vscode/install';
import { outFolder } from '../support/paths';
import { sharedPath } from '../support/shared';

const files = [
  'hp.v2024-08-13.json.gz', 'mesh2024_terms.tsv.xz', 'CTD_diseases-2017.tsv.gz', 'doid-2016-09-01.obo.xz', 'UBERON-craft-2019.obo.zip', 'doid-2018-07-05.json.gz', 'ncit-disease-2018-06-08.json.gz',
  'hgnc-2021.json.gz', 'dict_bench_clean.tsv.xz',
];
const gigabyte = 1_000_000_000;

/** What is added, from the file to the first search of it. */
const added: readonly (readonly [string, readonly string[]])[] = [
  ['HPO', ['hp.v2024-08-13.json.gz']],
  ['MeSH', ['mesh2024_terms.tsv.xz']],
  ['HPO, MeSH, DOID and NCIt together', ['hp.v2024-08-13.json.gz', 'mesh2024_terms.tsv.xz', 'doid-2018-07-05.json.gz', 'ncit-disease-2018-06-08.json.gz']],
];

/** How fast terminologies are added and read, and with how much memory, each in a process of its own; peers beside, and made-up ones of a gigabyte. */
export default async function terminologies(): Promise<void> {
  const script = path.join(outFolder, 'bench', 'terminologiesRun.cjs');
  const addScript = path.join(outFolder, 'bench', 'terminologiesAdd.cjs');
  for (const [name, outfile] of [['run.ts', script], ['add.ts', addScript]] as const) {
    await build({ entryPoints: [path.join(__dirname, 'terminologies', name)], bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', outfile, logLevel: 'warning' });
  }
  const shared = (name: string): string | undefined => sharedPath('data', 'terminologies', name);
  for (const [what, names] of added) {
    const found = names.map(shared).filter((file) => file !== undefined);
    if (found.length < names.length) console.log(`Add Terminology, ${what}: skipped, no data here`);
    else measure(`Add Terminology, ${what}`, [addScript, ...found]);
  }
  if (process.argv.includes('--add')) return;
  for (const name of files) {
    const file = shared(name);
    if (file === undefined) console.log(`${name}: skipped, no data here`);
    else measure(name.replace(/\.(?:gz|xz|zip)$/, ''), [script, 'file', file]);
  }
  const mesh = shared('mesh2024_terms.tsv.xz');
  if (mesh !== undefined) measure("MeSH's names as XML", [script, 'mesh-xml', mesh]);
  const size = process.argv.includes('--small') ? gigabyte / 10 : gigabyte;
  measure(`OBO of ${size / 1e6} MB`, [script, 'obo', String(size)]);
  measure(`OBO Graphs of ${size / 1e6} MB`, [script, 'graphs', String(size)]);
  await comparePeers(script, shared);
}

function measure(what: string, args: readonly string[]): void {
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) console.log(`${what}: could not be measured`);
  else for (const line of stdout.trim().split('\n').filter((each) => each.includes(': '))) console.log(`${what}: ${line}`);
}

async function comparePeers(script: string, shared: (name: string) => string | undefined): Promise<void> {
  const [obo, mesh, hpo] = ['doid-2016-09-01.obo.xz', 'mesh2024_terms.tsv.xz', 'hp.v2024-08-13.json.gz'].map(shared);
  if (obo === undefined || mesh === undefined || hpo === undefined) return;
  try {
    const home = await installOnce(path.join('peers', 'terminologies'), (draft) => npmInstall(draft, ['bionode-obo@0.1.1', 'papaparse@5.7.1']));
    const folder = path.join(outFolder, 'bench', 'terminologies');
    mkdirSync(folder, { recursive: true });
    const plainObo = path.join(folder, 'doid.obo');
    writeFileSync(plainObo, execFileSync('xz', ['-dc', obo], { maxBuffer: 1 << 28 }));
    const plainHpo = path.join(folder, 'hp.json');
    writeFileSync(plainHpo, gunzipSync(readFileSync(hpo)));
    measure('peer bionode-obo: doid-2016-09-01.obo', [script, 'bionode-obo', plainObo, home]);
    measure('peer papaparse: mesh2024_terms.tsv, its rows alone', [script, 'papaparse', mesh, home]);
    measure('peer JSON.parse: hp.v2024-08-13.json, unpacked before', [script, 'JSON.parse', plainHpo, home]);
  } catch (error) {
    console.log(`peers: skipped, could not be installed (${String(error).split('\n')[0] ?? ''})`);
  }
}
