import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatById } from '../../src/core/formats/registry';

/** Measures one reader on one file, in a process of its own: `node run.cjs READER FILE PEERS`. */
type Reader = (text: string) => readonly unknown[] | Promise<readonly unknown[]>;

interface CitationJs {
  readonly plugins: { readonly input: { chain(text: string, options: object): readonly unknown[] } };
}

interface Reflib {
  readonly default: { readStream(format: string, stream: NodeJS.ReadableStream): NodeJS.EventEmitter };
}

interface Retorquere {
  parse(text: string): { readonly entries: readonly unknown[] };
}

const [name = '', file = '', peerFolder = ''] = process.argv.slice(2);
const load = createRequire(join(peerFolder, 'package.json'));

const readers: Readonly<Record<string, () => Reader>> = {
  bibtex: () => (text) => formatById('bibtex')?.read?.(text).records ?? [],
  ris: () => (text) => formatById('ris')?.read?.(text).records ?? [],
  nbib: () => (text) => formatById('nbib')?.read?.(text).records ?? [],
  'pubmed-xml': () => (text) => formatById('pubmed-xml')?.read?.(text).records ?? [],
  'endnote-xml': () => (text) => formatById('endnote-xml')?.read?.(text).records ?? [],
  json: () => (text) => JSON.parse(text) as unknown[],
  'citation-js': () => {
    const { plugins } = load('@citation-js/core') as CitationJs;
    load('@citation-js/plugin-bibtex');
    load('@citation-js/plugin-ris');
    const forceType = file.endsWith('.ris') ? '@ris/file' : '@biblatex/text';
    return (text) => plugins.input.chain(text, { forceType, generateGraph: false });
  },
  // It reads streams only, and so the file rather than its text.
  reflib: () => (text) => (text.length < 1_000_000 ? [] : reflib(file.endsWith('.ris') ? 'ris' : 'medline')),
  retorquere: () => {
    const { parse } = load('@retorquere/bibtex-parser') as Retorquere;
    return (text) => parse(text).entries;
  },
};

async function reflib(format: string): Promise<readonly unknown[]> {
  const { default: library } = (await import(pathToFileURL(join(peerFolder, 'node_modules', '@iebh', 'reflib', 'lib', 'default.js')).href)) as Reflib;
  const found: unknown[] = [];
  return new Promise((done, failed) => {
    const reading = library.readStream(format, createReadStream(file, 'utf8'));
    reading.on('ref', (record) => found.push(record)).on('end', () => { done(found); }).on('error', failed);
  });
}

async function run(): Promise<void> {
  const read = readers[name]?.();
  if (!read) throw new Error(`no reader ${name}`);
  const text = readFileSync(file, 'utf8');
  if (name !== 'json') await read(text.slice(0, Math.max(text.indexOf('\n\n', 500_000), 500_000))); // warm
  const start = performance.now();
  const before = process.cpuUsage();
  const records = await read(text);
  const seconds = (performance.now() - start) / 1000;
  console.log(`speed: ${(text.length / 1e6 / seconds).toFixed(1)} MB/s`);
  // On a machine that does other things as well, this one says more.
  console.log(`speed by processor time: ${(text.length / process.cpuUsage(before).user).toFixed(1)} MB/s`);
  console.log(`records: ${records.length} records`);
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
  // What ours reads from BibTeX is what `JSON.parse` is measured on.
  if (file.endsWith('large.bib') && name === 'bibtex') writeFileSync(file.replace(/bib$/, 'json'), JSON.stringify(records));
}

void run();
