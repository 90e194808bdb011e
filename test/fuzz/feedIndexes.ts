import type { Mention } from '../../src/core/terms/concept';
import { findMentions } from '../../src/core/terms/recognise';
import { readTerminology } from '../../src/core/terms/readers/terminologyReader';
import { FolderSearches } from '../../src/core/terms/terminologies/folderSearches';
import { chosen, type TerminologyChoice } from '../../src/core/terms/terminologies/terminologyChoice';
import { TerminologyWork } from '../../src/core/terms/terminologies/terminologyWork';
import type { Clock } from '../../src/core/ports';
import { FetchHttp } from '../../src/platform/http/fetchHttp';
import { MemoryOwnFiles } from '../support/memoryOwnFiles';
import type { Tally } from './feed';
import { Random } from './random';

const mostFailures = 10;
/** Opening files of some kB, or making them anew, may take so much of the processor's time (ms). */
const longest = 1000;

const root = 'memory:/terminologies';
const clock: Clock = { wait: async () => undefined };
const words = ['liver', 'abscess', 'renal', 'failure', 'IL-6', 'leukemoid', 'reaction', 'carcinoma', 'type', 'II', 'αβ', 'Ménière', '肝', 'of', 'acute'];

/** Terminologies, what texts are searched for with them, and what their files are while they are whole. */
interface Whole {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly choices: readonly TerminologyChoice[];
  readonly text: string;
  readonly found: string;
}

/** Damages the files of term indexes and of terminologies, in all ways that disks and other versions do, and searches with them. */
export async function feedIndexes(inputs: number, seed: number, first = 0, onProgress?: (done: number, failure?: string) => void): Promise<Tally> {
  const whole = await makeWhole();
  const failures: string[] = [];
  let done = 0;
  for (; done < inputs && failures.length < mostFailures; done += 1) {
    const turn = first + done;
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn, 0x85ebca6b));
    const { damage, wrong } = await feedOne(whole, random);
    const failure = wrong && `input ${turn} of seed ${seed}, ${damage}: ${wrong}`;
    if (failure !== undefined) failures.push(failure);
    if (failure !== undefined || done % 1000 === 999) onProgress?.(done + 1, failure);
  }
  return { inputs: done, failures };
}

async function feedOne(whole: Whole, random: Random): Promise<{ readonly damage: string; readonly wrong: string | undefined }> {
  const files = new MemoryOwnFiles();
  for (const [uri, bytes] of whole.files) files.content.set(uri, bytes.slice());
  const indexes = [...whole.files.keys()].filter(isIndex);
  // What only the index's file has lost must be found all the same.
  const isIndexOnly = random.next() < 0.7;
  const uris = isIndexOnly ? indexes : [...whole.files.keys()];
  const damages: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const uri = random.pick(uris);
    const { what, bytes } = damaged(files.content.get(uri) ?? new Uint8Array(), [...whole.files.values()], random);
    files.content.set(uri, bytes);
    damages.push(`${what} in ${uri.slice(root.length)}`);
  }
  if (random.next() < 0.1) files.room = random.below(2000);
  return { damage: damages.join(', '), wrong: await wrongWith(files, whole, isIndexOnly) };
}

async function wrongWith(files: MemoryOwnFiles, whole: Whole, isIndexOnly: boolean): Promise<string | undefined> {
  const start = process.cpuUsage();
  try {
    const searches = [0, 1].map(() => searchesOf(files, whole.choices)); // two windows at once
    const [search] = await Promise.all(searches.map((one) => one.of('file:///a')));
    if (!search) return 'no search';
    const mentions = findMentions(search.search, whole.text);
    for (let place = 0; place < (search.stored?.size ?? 0); place += 7) {
      const location = search.stored?.locate(place);
      await location?.store.details(location.place);
    }
    const time = process.cpuUsage(start).user / 1000;
    if (time > longest) return `took ${time.toFixed(0)} ms`;
    if (mentions.some(({ concepts }) => concepts.some(({ id }) => !/^[AB]:\d+$/.test(id)))) return 'found what is not there';
    if (!isIndexOnly) return undefined;
    if (saidOf(mentions) !== whole.found) return 'found something else';
    const [[uri = '', bytes] = []] = [...whole.files].filter(([each]) => isIndex(each));
    const isMended = search.notKept !== undefined || Buffer.compare(files.content.get(uri) ?? new Uint8Array(), bytes ?? new Uint8Array()) === 0;
    return isMended ? undefined : 'left a damaged index';
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Bytes that were cut, flipped, overwritten, doubled, swapped for other files' bytes, or are of another version. */
function damaged(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): { readonly what: string; readonly bytes: Uint8Array } {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random.below(random.next() < 0.3 ? 4096 : 16));
  const changed = bytes.slice();
  switch (random.below(8)) {
    case 0:
      return { what: `cut at ${at}`, bytes: bytes.slice(0, at) };
    case 1:
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return { what: `a bit of ${at}`, bytes: changed };
    case 2:
      return { what: `zeros from ${at} to ${end}`, bytes: changed.fill(0, at, end) };
    case 3:
      for (let place = at; place < end; place += 1) changed[place] = random.below(256);
      return { what: `noise from ${at} to ${end}`, bytes: changed };
    case 4:
      return { what: `without ${at} to ${end}`, bytes: joined(bytes.subarray(0, at), bytes.subarray(end)) };
    case 5:
      return { what: `${at} to ${end} twice`, bytes: joined(bytes.subarray(0, end), bytes.subarray(at)) };
    case 6: {
      const other = random.pick(others);
      return { what: `another file from ${at} on`, bytes: joined(bytes.subarray(0, at), other.subarray(Math.min(at, other.length))) };
    }
    default: {
      const version = random.below(40);
      changed[4] = version;
      return { what: `version ${version}`, bytes: changed };
    }
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

async function makeWhole(): Promise<Whole> {
  const files = new MemoryOwnFiles();
  const work = new TerminologyWork({ files, http: new FetchHttp(), clock, session: 'fuzz' }, readTerminology);
  const random = new Random(7);
  const said: string[] = [];
  for (const prefix of ['A', 'B']) {
    const names = Array.from({ length: 80 }, () => Array.from({ length: 1 + random.below(4) }, () => random.pick(words)).join(' '));
    said.push(...names);
    const stanzas = names.map((name, at) => `[Term]\nid: ${prefix}:${at}\nname: ${name}\nsynonym: "${random.pick(names)} ${at}" EXACT []\nxref: ${prefix === 'A' ? 'B' : 'A'}:${random.below(80)}\n`);
    const content = new TextEncoder().encode(`format-version: 1.2\nontology: ${prefix.toLowerCase()}\n\n${stanzas.join('\n')}`);
    await work.read(root, prefix, { from: { files: [{ uri: `memory:/${prefix}.obo`, content }] }, today: '2026-01-01' });
    await work.keep(root, prefix);
  }
  const choices = chosen(await work.list(root), { order: ['A', 'B'], off: new Set(), branches: {} });
  const { search } = await searchesOf(files, choices).of('file:///a');
  const text = said.join(', ');
  return { files: new Map(files.content), choices, text, found: saidOf(findMentions(search, text)) };
}

function searchesOf(files: MemoryOwnFiles, terminologies: readonly TerminologyChoice[]): FolderSearches {
  const searches = new FolderSearches(async () => [], files, clock);
  searches.set('file:///a', { glossary: [], terminologies, root });
  return searches;
}

function isIndex(uri: string): boolean {
  return uri.startsWith(`${root}-indexes/`);
}

function saidOf(mentions: readonly Mention[]): string {
  return mentions.map(({ start, end, concepts }) => `${start}-${end} ${concepts.map(({ id, name }) => `${id} ${name}`).join()}`).join('\n');
}
