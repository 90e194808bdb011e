import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import type { TerminologyPart } from '../../../src/core/terms/readers/terminologyPart';
import { readTerminology } from '../../../src/core/terms/readers/terminologyReader';
import { generatedGraphs, generatedObo, meshXml } from './generated';

/** Measures one reading in a process of its own: `node run.cjs WHAT FILE|BYTES`. */
const [what = '', given = '', peerFolder = ''] = process.argv.slice(2);

function unpacked(file: string): Buffer {
  return file.endsWith('.xz') ? execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 29 }) : readFileSync(file);
}

/** A file as Casebook reads it: from the disk, piece by piece. What is packed with xz, as no terminology is, is unpacked before. */
function fileOf(file: string): TerminologyPart {
  const name = path.basename(file, '.xz');
  if (!file.endsWith('.xz')) return { name, size: statSync(file).size, open: (start = 0) => createReadStream(file, { start, highWaterMark: 1 << 20 }) };
  const bytes = unpacked(file);
  return {
    name,
    size: bytes.length,
    async *open(from = 0) {
      for (let at = from; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
    },
  };
}

const parts: Readonly<Record<string, () => TerminologyPart>> = {
  file: () => fileOf(given),
  obo: () => generatedObo(Number(given)),
  graphs: () => generatedGraphs(Number(given)),
  'mesh-xml': () => meshXml(unpacked(given).toString('utf8')),
};

async function measureOurs(part: TerminologyPart, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const begin = performance.now();
    const before = process.cpuUsage();
    let names = 0;
    // What is done with the concepts is another's: the store's, or the index's.
    const { counts } = await readTerminology([part], {}, { head: () => undefined, add: ({ synonyms }) => (names += synonyms.length) });
    const which = time === 0 ? ', first time' : '';
    if (time > 0 && time < times - 1) continue;
    console.log(`read${which}: ${((performance.now() - begin) / 1000).toPrecision(3)} s`);
    console.log(`read${which}, processor time: ${(process.cpuUsage(before).user / 1e6).toPrecision(3)} s`);
    if (time === 0) console.log(`concepts: ${counts.concepts} concepts, ${counts.names + counts.inexact} names`);
  }
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
}

/** Peers get the file's text, or its stream, and do less: none joins names, keeps scopes or follows what is above what. */
const peers: Readonly<Record<string, () => Promise<number>>> = {
  // It keeps the last value of each tag only, and never says that it has come to the end.
  'bionode-obo': () => {
    const { terms } = createRequire(path.join(peerFolder, 'package.json'))('bionode-obo') as { terms(stream: NodeJS.ReadableStream): { each(take: () => void): void } };
    const stream = createReadStream(given, 'utf8');
    let count = 0;
    return new Promise((resolve) => {
      terms(stream).each(() => (count += 1));
      stream.on('close', () => setImmediate(() => resolve(count)));
    });
  },
  papaparse: () => {
    const papa = createRequire(path.join(peerFolder, 'package.json'))('papaparse') as { parse(text: string, options: object): { data: readonly unknown[] } };
    return Promise.resolve(papa.parse(unpacked(given).toString('utf8'), { delimiter: '\t', quoteChar: '\0' }).data.length);
  },
  'JSON.parse': () => Promise.resolve((JSON.parse(unpacked(given).toString('utf8')) as { graphs: { nodes: unknown[] }[] }).graphs[0]?.nodes.length ?? 0),
};

async function run(): Promise<void> {
  const peer = peers[what];
  const part = parts[what];
  if (part) await measureOurs(part(), what === 'file' ? 5 : 1);
  if (!peer) return;
  const begin = performance.now();
  const count = await peer();
  console.log(`read, first time: ${((performance.now() - begin) / 1000).toPrecision(3)} s`);
  console.log(`found: ${count} things`);
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
}

void run();
