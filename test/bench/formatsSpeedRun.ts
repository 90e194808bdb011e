import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { formatById } from '../../src/core/formats/registry';

/** Measures one reader on one file, in a process of its own: `node run.cjs READER FILE PEERS`. */
type Reader = (text: string) => readonly unknown[];

interface CitationJs {
  readonly plugins: { readonly input: { chain(text: string, options: object): readonly unknown[] } };
}

interface Retorquere {
  parse(text: string): { readonly entries: readonly unknown[] };
}

const [name = '', file = '', peerFolder = ''] = process.argv.slice(2);
const load = createRequire(join(peerFolder, 'package.json'));

const readers: Readonly<Record<string, () => Reader>> = {
  bibtex: () => (text) => formatById('bibtex')?.read?.(text).records ?? [],
  ris: () => (text) => formatById('ris')?.read?.(text).records ?? [],
  json: () => (text) => JSON.parse(text) as unknown[],
  'citation-js': () => {
    const { plugins } = load('@citation-js/core') as CitationJs;
    load('@citation-js/plugin-bibtex');
    load('@citation-js/plugin-ris');
    const forceType = file.endsWith('.ris') ? '@ris/file' : '@biblatex/text';
    return (text) => plugins.input.chain(text, { forceType, generateGraph: false });
  },
  retorquere: () => {
    const { parse } = load('@retorquere/bibtex-parser') as Retorquere;
    return (text) => parse(text).entries;
  },
};

function run(): void {
  const read = readers[name]?.();
  if (!read) throw new Error(`no reader ${name}`);
  const text = readFileSync(file, 'utf8');
  if (name !== 'json') read(text.slice(0, text.indexOf('\n\n', 500_000))); // warm
  const start = performance.now();
  const before = process.cpuUsage();
  const records = read(text);
  const seconds = (performance.now() - start) / 1000;
  console.log(`speed: ${(text.length / 1e6 / seconds).toFixed(1)} MB/s`);
  // On a machine that does other things as well, this one says more.
  console.log(`speed by processor time: ${(text.length / process.cpuUsage(before).user).toFixed(1)} MB/s`);
  console.log(`records: ${records.length} records`);
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
  // What ours reads from BibTeX is what `JSON.parse` is measured on.
  if (file.endsWith('large.bib') && name === 'bibtex') writeFileSync(file.replace(/bib$/, 'json'), JSON.stringify(records));
}

run();
