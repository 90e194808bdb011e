import { partOf } from '../../src/core/terms/readers/terminologyPart';
import type { TerminologyFormat } from '../../src/core/terms/readers/readTerminology';
import { checkTerminology } from './checkTerminology';
import type { Tally } from './feed';
import { mutate } from './mutate';
import { Random } from './random';
import { packedTerminologies, terminologyTexts } from './terminologySamples';

const mostFailures = 10;

/** Pieces that upset readers of terminologies, beside those that upset all. */
const pieces = [
  '\n[Term]\nid: ', 'is_a: ZZ:1\n', 'synonym: "', '" EXACT []\n', 'is_obsolete: true\n', '"graphs": [{', '"nodes": [', '{"id": "x"', '"edges": [', '<DescriptorRecord>', '</DescriptorRecord>', '<!ENTITY a "&b;">',
  '<![CDATA[', '*NEWRECORD\n', 'UI = ', 'C0000001|ENG|P|', '|', '||||||||||||||||||', '# Fields:\n', '@prefix a: <b> .\n', ' .\n', '"""', '"@en', '<http://x> ', 'skos:broader ', '\t\t\t', '"', '""', 'HP:0001945',
  'http://purl.obolibrary.org/obo/ZZ_', '\\', '\\\n', '{', '}', '[', ']',
];

/** Feeds mutated terminologies to their readers, as texts, as bytes in other encodings, and packed. */
export async function feedTerminologies(inputs: number, seed: number, first = 0, onProgress?: (done: number, failure?: string) => void): Promise<Tally> {
  const failures: string[] = [];
  let done = 0;
  for (; done < inputs && failures.length < mostFailures; done += 1) {
    const turn = first + done;
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn, 0x85ebca6b));
    const { what, text, wrong } = await (random.next() < 0.15 ? feedPacked(random) : feedText(random));
    const failure = wrong && `input ${turn} of seed ${seed}, ${what}: ${wrong}\n  ${text}`;
    if (failure !== undefined) failures.push(failure);
    if (failure !== undefined || done % 1000 === 999) onProgress?.(done + 1, failure);
  }
  return { inputs: done, failures };
}

interface Fed {
  readonly what: string;
  readonly text: string;
  readonly wrong: string | undefined;
}

async function feedText(random: Random): Promise<Fed> {
  const all = Object.entries(terminologyTexts);
  const [format, own] = random.pick(all);
  const [, others] = random.pick(all);
  const text = random.next() < 0.5 ? mutate(own, [others], random) : spliced(mutate(own, [own], random), random);
  const bytes = encoded(text, random);
  const options = random.next() < 0.6 ? { format: format as TerminologyFormat } : {};
  // A long text byte by byte would measure how long it takes to ask for a byte.
  const size = random.next() < 0.5 ? bytes.length : Math.ceil(bytes.length / 3000) + random.below(300);
  const part = {
    name: 'fuzz',
    async *open(from = 0) {
      for (let at = from; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
  const wrong = await checkTerminology(part, options, text.split(/\r\n?|\n/).length + 1);
  return { what: `${format}, ${options.format === undefined ? 'found out' : 'told'}, ${size} bytes at a time`, text: JSON.stringify(text.slice(0, 1000)), wrong };
}

async function feedPacked(random: Random): Promise<Fed> {
  const part = random.pick(packedTerminologies());
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.open()) chunks.push(chunk);
  const bytes = [...(chunks[0] ?? [])];
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const at = random.below(bytes.length + 1);
    if (random.next() < 0.3) bytes.splice(at, random.below(60));
    else if (random.next() < 0.3) bytes.splice(at, 0, ...bytes.slice(random.below(bytes.length), random.below(bytes.length)));
    else bytes[at] = random.below(256);
  }
  const wrong = await checkTerminology(partOf(part.name, Uint8Array.from(bytes)), {}, 1000);
  return { what: part.name, text: bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 2000), wrong };
}

function spliced(text: string, random: Random): string {
  let changed = text;
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const at = random.below(changed.length + 1);
    changed = changed.slice(0, at) + random.pick(pieces) + changed.slice(at + (random.next() < 0.5 ? random.below(20) : 0));
  }
  return changed;
}

function encoded(text: string, random: Random): Uint8Array {
  const choice = random.next();
  if (choice < 0.8) return new TextEncoder().encode(choice < 0.05 ? `\uFEFF${text}` : text);
  if (choice < 0.9) return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, choice < 0.95);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at + 2, text.charCodeAt(at), choice < 0.95);
  return bytes;
}
