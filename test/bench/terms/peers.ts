import { print, processorTime, time } from '../figure';
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
type Find = (text: string) => unknown[];
type Machine = new (names: readonly string[]) => { search?: Find; matchInText?: Find; parseText?: Find };
type Named = Readonly<Record<'AhoCorasick' | 'Trie', Machine>>;
type Builders = { builder(): { add(name: string): void; build(): { match: Find } } };

const peers: readonly Peer[] = [
  {
    name: 'flashtext.js', names: 1_000_000, textSize: 1_000_000,
    load: async () => {
      const Processor = (await peer('flashtext.js', '1.0.5')) as KeywordProcessor | undefined;
      return Processor && ((names) => {
        const processor = new Processor();
        for (const name of names) processor.addKeyword(name);
        return (text) => processor.extractKeywords(text).length;
      });
    },
  },
  { name: 'ahocorasick', names: 4000, textSize: 500_000, load: () => ahoCorasick('ahocorasick', '1.0.2', (module) => module as Machine) },
  { name: '@monyone/aho-corasick', names: 20_000, textSize: 500_000, load: () => ahoCorasick('@monyone/aho-corasick', '1.1.11', (module) => (module as Named).AhoCorasick) },
  { name: '@tanishiking/aho-corasick', names: 4000, textSize: 200_000, load: () => ahoCorasick('@tanishiking/aho-corasick', '0.0.1', (module) => (module as Named).Trie) },
  {
    name: 'aho-corasick-node', names: 20_000, textSize: 500_000,
    load: async () => {
      const module = (await peer('aho-corasick-node', '1.0.2')) as Builders | undefined;
      return module && ((names) => {
        const builder = module.builder();
        for (const name of names) builder.add(name.toLowerCase());
        const machine = builder.build();
        return (text) => machine.match(text.toLowerCase()).length;
      });
    },
  },
  // Was seen to take more than in proportion to its text.
  { name: 'modern-ahocorasick', names: 4000, textSize: 20_000, load: () => ahoCorasick('modern-ahocorasick', '3.3.0', (module) => module as Machine) },
  {
    name: 'RegExp alternation', names: 1000, textSize: 500_000,
    load: () => Promise.resolve((names) => {
      const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[^\w\s]/g, '\\$&'));
      const pattern = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
      return (text) => text.match(pattern)?.length ?? 0;
    }),
  },
];

async function ahoCorasick(name: string, version: string, machineOf: (module: unknown) => Machine): Promise<((names: readonly string[]) => Search) | undefined> {
  const module = await peer(name, version);
  if (module === undefined) return undefined;
  const MachineOf = machineOf(module);
  return (names) => {
    const machine = new MachineOf(names.map((one) => one.toLowerCase()));
    const find = machine.search ?? machine.matchInText ?? machine.parseText;
    return (text) => find?.call(machine, text.toLowerCase()).length ?? 0;
  };
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
  print(`${what}: compile, processor time`, processorTime(() => (search = make(names))) / 1e3, 's');
  print(`${what}: scan, by processor time`, text.length / 1e3 / processorTime(() => search(text), 5), 'MB/s');
  const note = text.slice(0, 20_000);
  print(`${what}: note of 20 KB`, time(() => search(note), 5), 'ms');
}
