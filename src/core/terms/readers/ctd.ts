import { problem } from '../../problems/problem';
import { normalCurie } from './normalCurie';
import type { ReadingRun } from './readingRun';
import { eachRow } from './tableRows';
import type { TerminologyPart } from './terminologyPart';

const licence = {
  licence: 'CTD: free to use if CTD is cited, linked to and notified; no open licence',
  licenceUrl: 'https://ctdbase.org/about/legal.jsp',
};

const names: Readonly<Record<string, readonly [id: string, name: string, prefix: string]>> = {
  Disease: ['medic', 'MEDIC (CTD diseases)', 'MESH'], Chemical: ['ctd-chemicals', 'CTD chemicals', 'MESH'], Gene: ['ctd-genes', 'CTD genes', 'NCBIGene'],
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The vocabularies of the Comparative Toxicogenomics Database: MEDIC, its merged disease vocabulary, chemicals and genes, with
 * columns that the head names; and MEDIC as it was given out in 2012, `id|other ids||name|synonyms`.
 */
export async function readCtd(parts: readonly TerminologyPart[], run: ReadingRun): Promise<void> {
  Object.assign(run.head, licence);
  for (const part of parts) await new CtdReader(part.name, run).read(part);
}

class CtdReader {
  private columns: ReadonlyMap<string, number> | undefined;
  /** `Disease`, `Chemical`, `Gene`. */
  private kind = 'Disease';

  constructor(private readonly part: string, private readonly run: ReadingRun) {}

  async read(part: TerminologyPart): Promise<void> {
    await eachRow(part, this.run, { delimiter: '\t', isComment: (line) => this.takeComment(line) }, (fields, line) => this.takeRow(fields, line));
    const [id, name] = names[this.kind] ?? [];
    this.run.head.id ??= id;
    this.run.head.name ??= name;
  }

  /** @returns whether a line is a comment, which may hold the columns' names or the date */
  private takeComment(line: string): boolean {
    if (!line.startsWith('#')) return this.takeHeader(line);
    const created = /Report created: \w+ (\w{3}) (\d\d) .*?(\d{4})/.exec(line);
    if (created) this.run.head.version ??= `${created[3]}-${String(months.indexOf(created[1] ?? '') + 1).padStart(2, '0')}-${created[2]}`;
    this.takeHeader(line.replace(/^#\s*/, ''));
    return true;
  }

  private takeHeader(line: string): boolean {
    const kind = /^(Disease|Chemical|Gene)(?:Name|Symbol)\t/.exec(line)?.[1];
    if (this.columns || kind === undefined) return false;
    this.kind = kind;
    this.columns = new Map(line.split('\t').map((column, index) => [column.trim(), index]));
    return true;
  }

  private takeRow(fields: readonly string[], line: number): void {
    if (!this.columns) {
      this.takeOldRow(fields.join('\t'), line);
      return;
    }
    const { columns, kind } = this;
    const field = (name: string): string => fields[columns.get(name) ?? -1] ?? '';
    const list = (name: string): string[] => (field(name) === '' ? [] : field(name).split('|'));
    const isGene = kind === 'Gene';
    const synonyms = [...(isGene ? [field('GeneName')] : []), ...list('Synonyms')];
    this.run.gate.pass(
      {
        id: this.curie(field(`${kind}ID`)),
        name: field(isGene ? 'GeneSymbol' : `${kind}Name`),
        synonyms: synonyms.map((text) => ({ text, scope: 'exact' })),
        definition: field('Definition'),
        types: list('SlimMappings'),
        xrefs: [...list(`Alt${kind}IDs`), ...list('DrugBankIDs').map((id) => `DRUGBANK:${id}`)].flatMap((id) => normalCurie(id) ?? []),
        broader: list('ParentIDs').map((id) => this.curie(id)),
      },
      { part: this.part, line },
    );
  }

  private curie(id: string): string {
    if (id === '' || id.includes(':')) return normalCurie(id) ?? id;
    return `${names[this.kind]?.[2] ?? 'MESH'}:${id}`;
  }

  private takeOldRow(row: string, line: number): void {
    const gap = row.indexOf('||');
    const [id = '', ...others] = row.slice(0, Math.max(gap, 0)).split('|');
    const [name = '', ...synonyms] = row.slice(gap + 2).split('|');
    if (gap < 0) {
      this.run.tell(problem('entry-unreadable', 'warning', { detail: row.slice(0, 80) }), this.part, line);
      return;
    }
    const draft = { id: oldCurie(id), name, synonyms: synonyms.map((text) => ({ text, scope: 'exact' as const })), xrefs: others.map(oldCurie) };
    this.run.gate.pass(draft, { part: this.part, line });
  }
}

/** `D019082` is MeSH's, `270400` OMIM's. */
function oldCurie(id: string): string {
  return id === '' ? '' : `${/^\d/.test(id) ? 'OMIM' : 'MESH'}:${id.trim()}`;
}
