import { print, time } from '../figure';
import { peer } from '../peers';

/** Finds names in a text; says how many. */
export type Search = (text: string) => number;

/** Another way to find names, and as much work for it as it can do in some seconds. */
interface Peer {
  readonly name: string;
  readonly names: number;
  readonly textSize: number;
  /** @returns undefined if it can't be had */
  load(): Promise<((names: readonly string[]) => Search) | undefined>;
}

type KeywordProcessor = new () => { addKeyword(name: string): void; extractKeywords(text: string): unknown[] };
type AhoCorasick = new (names: readonly string[]) => { search(text: string): unknown[] };

const peers: readonly Peer[] = [
  {
    name: 'flashtext.js', names: 100_000, textSize: 1_000_000,
    load: async () => {
      const Processor = (await peer('flashtext.js', '1.0.5')) as KeywordProcessor | undefined;
      return Processor && ((names) => {
        const processor = new Processor();
        for (const name of names) processor.addKeyword(name);
        return (text) => processor.extractKeywords(text).length;
      });
    },
  },
  { name: 'ahocorasick', names: 4000, textSize: 500_000, load: () => ahoCorasick('ahocorasick', '1.0.2') },
  // Was seen to take more than in proportion to its text.
  { name: 'modern-ahocorasick', names: 4000, textSize: 20_000, load: () => ahoCorasick('modern-ahocorasick', '3.3.0') },
  {
    name: 'RegExp alternation', names: 1000, textSize: 500_000,
    load: () => Promise.resolve((names) => {
      const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[^\w\s]/g, '\\$&'));
      const pattern = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
      return (text) => text.match(pattern)?.length ?? 0;
    }),
  },
];

async function ahoCorasick(name: string, version: string): Promise<((names: readonly string[]) => Search) | undefined> {
  const Machine = (await peer(name, version)) as AhoCorasick | undefined;
  return Machine && ((names) => {
    const machine = new Machine(names.map((one) => one.toLowerCase()));
    return (text) => machine.search(text.toLowerCase()).length;
  });
}

/** Measures each peer, and ours after it with the same names and text. Theirs know case, ours all that `wordForm` does. */
export async function comparePeers(names: readonly string[], text: string, ours: (names: readonly string[]) => Search): Promise<void> {
  for (const one of peers) {
    const make = await one.load();
    if (!make) continue;
    const step = Math.max(1, Math.floor(names.length / one.names));
    const some = names.filter((_, at) => at % step === 0).slice(0, one.names);
    const part = Buffer.from(text.slice(0, one.textSize)).toString('utf8');
    measure(`${one.name}, ${some.length} names`, make, some, part);
    measure(`ours beside ${one.name}, ${some.length} names`, ours, some, part);
  }
}

function measure(what: string, make: (names: readonly string[]) => Search, names: readonly string[], text: string): void {
  let search: Search = () => 0;
  print(`${what}: compile`, time(() => (search = make(names))) / 1e3, 's');
  print(`${what}: scan`, text.length / 1e3 / time(() => search(text), 3), 'MB/s');
  const note = text.slice(0, 20_000);
  print(`${what}: note of 20 KB`, time(() => search(note), 5), 'ms');
}
