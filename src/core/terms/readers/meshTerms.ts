import type { DraftName } from './conceptGate';
import { nameMesh, takeMeshYear } from './meshHead';
import { MeshTree } from './meshTree';
import type { ReadingRun } from './readingRun';
import { eachRow } from './tableRows';
import type { KnownPart } from './knownPart';
import { textPieces } from './textPieces';

/** Reads the headings and their places of `mtrees2024.bin`: `Abdomen;A01.923.047`. */
export async function readMeshTree(parts: readonly KnownPart[], run: ReadingRun): Promise<MeshTree> {
  const tree = new MeshTree();
  for (const part of parts.filter(({ kind }) => kind === 'mesh-tree')) {
    for await (const { text } of textPieces(part, run)) {
      for (const line of text.split('\n')) {
        const mark = line.lastIndexOf(';');
        if (mark > 0) tree.addHeading(line.slice(0, mark), line.slice(mark + 1).trim());
      }
    }
  }
  return tree;
}

/**
 * A table of MeSH's terms, a row for each, as the R package `mesh-resources` and others give them out: `DescriptorUI`,
 * `DescriptorName`, `TermName`, `LexicalTag`. The rows of a descriptor stand together.
 */
export async function readMeshTerms(parts: readonly KnownPart[], run: ReadingRun): Promise<void> {
  nameMesh(run, true);
  const tree = await readMeshTree(parts, run);
  for (const part of parts.filter(({ kind }) => kind !== 'mesh-tree')) {
    takeMeshYear(run, part.name, '');
    // Only where a tree is given are the ids of all headings needed before.
    if (parts.length > 1) await run.outline(() => new TermReader(run, (id, name) => tree.add(id, tree.numbersOf(name))).read(part));
    const reader = new TermReader(run, (id, name, synonyms, line) => {
      const numbers = tree.numbersOf(name);
      run.gate.pass({ id, name, synonyms, broader: tree.broaderOf(numbers), types: tree.typesOf(numbers) }, { part: part.name, line });
    });
    await reader.read(part);
  }
}

class TermReader {
  private columns: readonly number[] = [];
  private id = '';
  private name = '';
  private line = 0;
  private synonyms: DraftName[] = [];

  constructor(
    private readonly run: ReadingRun,
    private readonly take: (id: string, name: string, synonyms: readonly DraftName[], line: number) => void,
  ) {}

  async read(part: KnownPart): Promise<void> {
    await eachRow(part, this.run, { delimiter: '\t' }, (fields, line) => this.takeRow(fields, line));
    this.close();
  }

  private takeRow(fields: readonly string[], line: number): void {
    if (this.columns.length === 0) {
      this.columns = ['DescriptorUI', 'DescriptorName', 'TermName', 'LexicalTag'].map((name) => fields.indexOf(name));
      return;
    }
    const [ui = -1, heading = -1, term = -1, tag = -1] = this.columns;
    const id = fields[ui] ?? '';
    if (id !== this.id) {
      this.close();
      this.id = id;
      this.name = fields[heading] ?? '';
      this.line = line;
    }
    this.synonyms.push({ text: fields[term] ?? '', scope: 'exact', abbreviation: isShortForm(fields[tag]) });
  }

  private close(): void {
    if (this.line > 0) this.take(this.id === '' ? '' : `MESH:${this.id}`, this.name, this.synonyms, this.line);
    this.synonyms = [];
  }
}

/** MeSH's lexical tags of abbreviations and acronyms; `ABX` and `ACX` are names that hold one. */
export function isShortForm(tag: string | undefined): boolean {
  return tag === 'ABB' || tag === 'ACR';
}
