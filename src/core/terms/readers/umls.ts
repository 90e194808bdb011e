import { problem } from '../../problems/problem';
import type { DraftName } from './conceptGate';
import type { ConceptRelation } from './conceptSink';
import type { KnownPart } from './knownPart';
import { normalCurie } from './normalCurie';
import type { ReadingRun } from './readingRun';
import { textPieces } from './textPieces';
import { UmlsRows } from './umlsRows';

/** Vocabularies whose codes other terminologies use as ids, by UMLS's names for them. */
const referred: Readonly<Record<string, string>> = {
  MSH: 'MESH', NCI: 'NCIT', SNOMEDCT_US: 'SNOMEDCT', HPO: 'HP', OMIM: 'OMIM', MDR: 'MEDDRA', ICD10: 'ICD10', ICD10CM: 'ICD10CM', ICD9CM: 'ICD9CM', RXNORM: 'RXNORM', LNC: 'LOINC',
  HGNC: 'HGNC', GO: 'GO', FMA: 'FMA', ORPHANET: 'ORPHA', DRUGBANK: 'DRUGBANK', ATC: 'ATC', NCBI: 'NCBITaxon', MONDO: 'MONDO', UBERON: 'UBERON',
};
/** Types of names (`TTY`) that are short forms. */
const shortForms = new Set(['AB', 'ACR', 'AA']);
/** Whose definitions are taken first where the user has not chosen. */
const definers = ['MSH', 'NCI', 'HPO'];
/** Relations that are told of one concept: some have tens of thousands. */
const mostRelations = 200;

/** A short form is a concept's name only where it has no other. */
const behindAll = 1e6;

/** An atom, a row of MRCONSO, without what is not used. */
interface Atom {
  readonly text: string;
  readonly rank: number;
  readonly abbreviation: boolean;
}

/**
 * The UMLS Metathesaurus in Rich Release Format: names (MRCONSO), and where they are given definitions (MRDEF), semantic types
 * (MRSTY) and relations (MRREL). All four are in the order of the concepts' numbers and are read side by side.
 */
export async function readUmls(parts: readonly KnownPart[], run: ReadingRun): Promise<void> {
  const ofKind = (kind: string): KnownPart | undefined => parts.find((part) => part.kind === kind);
  const names = ofKind('umls-names') ?? ofKind('umls-rrf');
  takeHead(run);
  if (!names) {
    run.tell(problem('part-missing', 'error', { name: 'MRCONSO.RRF' }), parts[0]?.name);
    return;
  }
  const reader = new UmlsReader(names.name, run, new UmlsRows(ofKind('umls-definitions'), run), new UmlsRows(ofKind('umls-types'), run), new UmlsRows(ofKind('umls-relations'), run));
  await reader.read(names);
}

function takeHead(run: ReadingRun): void {
  const { head } = run;
  const sources = run.options.umls?.sources;
  head.id ??= 'umls';
  head.name ??= sources && sources.length > 0 ? `UMLS Metathesaurus (${sources.join(', ')})` : 'UMLS Metathesaurus';
  head.licence ??= 'UMLS Metathesaurus License; each vocabulary in it has terms of its own';
  head.licenceUrl ??= 'https://www.nlm.nih.gov/research/umls/knowledge_sources/metathesaurus/release/license_agreement.html';
  head.needsLicence ??= true;
  head.version ??= run.fileNames.map((name) => /20\d\dA[AB]/.exec(name)?.[0]).find((version) => version !== undefined);
}

class UmlsReader {
  private cui = '';
  private line = 0;
  private atoms: Atom[] = [];
  private xrefs = new Set<string>();
  private readonly languages: ReadonlySet<string>;
  private readonly ranks: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly part: string,
    private readonly run: ReadingRun,
    private readonly definitions: UmlsRows,
    private readonly types: UmlsRows,
    private readonly relations: UmlsRows,
  ) {
    const { languages = ['ENG'], sources } = run.options.umls ?? {};
    this.languages = new Set(languages);
    this.ranks = sources && sources.length > 0 ? new Map(sources.map((source, index) => [source, index])) : undefined;
  }

  async read(part: KnownPart): Promise<void> {
    for await (const { text, line } of textPieces(part, this.run)) {
      let number = line;
      for (let at = 0; at < text.length; number += 1) {
        const end = text.indexOf('\n', at);
        const row = text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (!row.startsWith(this.cui) || this.cui === '') {
          await this.close();
          this.cui = row.slice(0, row.indexOf('|'));
          this.line = number;
        }
        this.takeAtom(row, number);
      }
    }
    await this.close();
  }

  private takeAtom(row: string, line: number): void {
    const fields = row.split('|');
    const [, language = '', status, , form, , preferred, , , , , source = '', kind = '', code = '', text = '', , suppress] = fields;
    if (fields.length < 17 || !/^(?:C\d|CL)\d{6}$/.test(this.cui)) {
      if (row.trim() !== '') this.run.tell(problem('entry-unreadable', 'warning', { detail: row.slice(0, 80) }), this.part, line);
      return;
    }
    if (suppress !== 'N' && !this.run.options.umls?.suppressed) return;
    this.addXref(source, code);
    const sourceRank = this.ranks ? this.ranks.get(source) : 0;
    if (sourceRank === undefined || !this.languages.has(language)) return;
    const rank = sourceRank * 8 + (status === 'P' ? 0 : 4) + (form === 'PF' ? 0 : 2) + (preferred === 'Y' ? 0 : 1);
    const abbreviation = shortForms.has(kind);
    this.atoms.push({ text, rank: rank + (abbreviation ? behindAll : 0), abbreviation });
  }

  private addXref(source: string, code: string): void {
    if (!Object.hasOwn(referred, source) || code === 'NOCODE' || code.startsWith('MTHU')) return;
    const curie = normalCurie(code.includes(':') ? code : `${referred[source] ?? ''}:${code}`);
    if (curie !== undefined) this.xrefs.add(curie);
  }

  private async close(): Promise<void> {
    const { cui, atoms } = this;
    if (atoms.length > 0) {
      const [definitions, types, relations] = [await this.definitions.of(cui), await this.types.of(cui), await this.relations.of(cui)];
      const best = atoms.reduce((a, b) => (b.rank < a.rank ? b : a));
      const synonyms = atoms.map(({ text, abbreviation }): DraftName => ({ text, scope: 'exact', abbreviation }));
      this.run.gate.pass(
        {
          id: `UMLS:${cui}`, name: best.text, synonyms, definition: this.definitionIn(definitions), types: types.map((row) => row.split('|')[3] ?? '').filter((type) => type !== ''),
          xrefs: [...this.xrefs], ...this.relationsIn(relations),
        },
        { part: this.part, line: this.line },
      );
    }
    this.atoms = [];
    this.xrefs = new Set();
  }

  /** `CUI|AUI|ATUI|SATUI|SAB|DEF|SUPPRESS|CVF|` */
  private definitionIn(rows: readonly string[]): string | undefined {
    const found = rows.map((row) => row.split('|')).filter(([, , , , source = '', , suppress]) => suppress === 'N' && (!this.ranks || this.ranks.has(source)));
    const rank = (source = ''): number => this.ranks?.get(source) ?? (definers.includes(source) ? definers.indexOf(source) : definers.length);
    return found.sort((a, b) => rank(a[4]) - rank(b[4]))[0]?.[5];
  }

  /** `CUI1|AUI1|STYPE1|REL|CUI2|AUI2|STYPE2|RELA|RUI|SRUI|SAB|SL|RG|DIR|SUPPRESS|CVF|`: REL and RELA say what CUI2 is to CUI1. */
  private relationsIn(rows: readonly string[]): { broader: string[]; relations: ConceptRelation[] } {
    const broader = new Set<string>();
    const relations = new Map<string, ConceptRelation>();
    for (const row of rows) {
      const [, , , kind = '', other = '', , , name = '', , , source = '', , , , suppress] = row.split('|');
      if (suppress !== 'N' || other === this.cui || (this.ranks && !this.ranks.has(source))) continue;
      const target = `UMLS:${other}`;
      if (kind === 'PAR' || kind === 'RB') broader.add(target);
      else if (kind === 'RO' && relations.size < mostRelations) {
        const type = name === '' ? 'related to' : inverse(name);
        relations.set(`${type} ${target}`, { type, target });
      }
    }
    return { broader: [...broader], relations: [...relations.values()] };
  }
}

/** What a concept is to another one that is this to it: `finding_site_of` → `has finding site`, `isa` → `inverse isa`. */
function inverse(name: string): string {
  const plain = name.replace(/_/g, ' ');
  if (plain.startsWith('inverse ')) return plain.slice(8);
  if (plain.startsWith('has ')) return `${plain.slice(4)} of`;
  if (plain.endsWith(' of')) return `has ${plain.slice(0, -3)}`;
  return `inverse ${plain}`;
}
