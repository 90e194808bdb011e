import { problem } from '../../problems/problem';
import type { DraftName } from './conceptGate';
import type { SynonymScope } from './conceptSink';
import type { KnownPart } from './knownPart';
import { nameMesh, takeMeshYear } from './meshHead';
import { isShortForm, readMeshTree } from './meshTerms';
import type { MeshTree } from './meshTree';
import type { ReadingRun } from './readingRun';
import { semanticTypeName } from './semanticTypes';
import { textPieces } from './textPieces';

/** The `d` of an entry's map: equivalent, narrower, broader, related. */
const scopes: Readonly<Record<string, SynonymScope>> = { EQV: 'exact', NRW: 'exact', BRD: 'broad', REL: 'related' };

const newRecord = '*NEWRECORD';

/** MeSH descriptors (`d2024.bin`) and supplementary records (`c2024.bin`) in ASCII: `MH = Abdomen`, an element a line. Read twice, as the XML is. */
export async function readMeshAscii(parts: readonly KnownPart[], run: ReadingRun): Promise<void> {
  const tree = await readMeshTree(parts, run);
  const files = parts.filter(({ kind }) => kind !== 'mesh-tree');
  const headings = new Map<string, string>();
  await run.outline(async () => {
    for (const part of files) await eachRecord(part, run, (record) => addPlaces(tree, headings, record));
  });
  nameMesh(run, headings.size > 0);
  for (const part of files) {
    takeMeshYear(run, part.name, '');
    await eachRecord(part, run, (record) => takeRecord(record, tree, headings, run, part.name));
  }
}

/** The elements of a record, by their names. */
interface AsciiRecord {
  readonly line: number;
  readonly values: Map<string, string[]>;
}

async function eachRecord(part: KnownPart, run: ReadingRun, take: (record: AsciiRecord) => void): Promise<void> {
  let record: AsciiRecord | undefined;
  for await (const { text, line } of textPieces(part, run)) {
    let number = line - 1;
    for (const own of text.split('\n')) {
      number += 1;
      if (own.startsWith(newRecord)) {
        if (record) take(record);
        record = { line: number, values: new Map() };
        continue;
      }
      const mark = own.indexOf(' = ');
      if (mark <= 0 || !record) continue;
      const name = own.slice(0, mark);
      const values = record.values.get(name);
      if (values) values.push(own.slice(mark + 3));
      else record.values.set(name, [own.slice(mark + 3)]);
    }
  }
  if (record) take(record);
}

function addPlaces(tree: MeshTree, headings: Map<string, string>, { values }: AsciiRecord): void {
  const [id] = values.get('UI') ?? [];
  const [heading] = values.get('MH') ?? [];
  if (id === undefined || heading === undefined) return;
  tree.add(`MESH:${id}`, values.get('MN') ?? tree.numbersOf(heading));
  headings.set(heading, `MESH:${id}`);
}

function takeRecord({ values, line }: AsciiRecord, tree: MeshTree, headings: ReadonlyMap<string, string>, run: ReadingRun, part: string): void {
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  const first = (name: string): string => all(name)[0] ?? '';
  if (first('RECTYPE') === 'Q' || values.has('SH')) return; // a qualifier, which is no concept
  const isDescriptor = values.has('MH');
  const name = isDescriptor ? first('MH') : first('NM');
  const numbers = values.get('MN') ?? tree.numbersOf(name);
  const stated = all('ST').flatMap((code) => semanticTypeName(code) ?? []);
  if (first('UI') === '' && name === '') {
    run.tell(problem('entry-unreadable', 'warning', { detail: newRecord }), part, line);
    return;
  }
  run.gate.pass(
    {
      id: first('UI') === '' ? '' : `MESH:${first('UI')}`,
      name,
      synonyms: [...all('PRINT ENTRY'), ...all('ENTRY'), ...all('SY')].map(entry),
      definition: first('MS') || first('NO'),
      types: stated.length > 0 ? stated : isDescriptor ? tree.typesOf(numbers) : [],
      // A heading may bear a qualifier, and a star where it is the main one: `*Europium/analysis`.
      broader: isDescriptor ? tree.broaderOf(numbers) : all('HM').flatMap((heading) => headings.get(heading.replace(/^\*|\/.*$/g, '')) ?? []),
    },
    { part, line },
  );
}

/** `A-23187|T109|T195|LAB|NRW|NLM (1991)|900308|abbcdef`: the last tells what each of the others is. */
function entry(value: string): DraftName {
  const parts = value.split('|');
  const map = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const field = (letter: string): string | undefined => (map.includes(letter) ? parts[map.indexOf(letter)] : undefined);
  return { text: parts[0] ?? '', scope: scopes[field('d') ?? 'EQV'] ?? 'exact', abbreviation: isShortForm(field('c')) };
}
