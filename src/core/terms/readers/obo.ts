import { problem } from '../../problems/problem';
import { GrowingInts } from './growing';
import { conceptCurie } from './normalCurie';
import { OntologyHead } from './ontologyHead';
import { OboStanza } from './oboStanza';
import { idOf, isEscaped, quoted, unescaped, unquoted } from './oboText';
import { Outline } from './outline';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { textPieces } from './textPieces';

/** OBO's own types of short forms, `OMO:0003000` abbreviation and `OMO:0003012` acronym; others by name or description. */
export const abbreviationType = /abbrev|acronym|OMO[:_]00030(?:00|12)/i;

/**
 * OBO 1.0 to 1.4. Read twice: first who is below whom, for the branches and circles, then the concepts.
 */
export async function readObo(parts: readonly TerminologyPart[], run: ReadingRun): Promise<void> {
  const outline = new Outline(run.gate.ids);
  const shared = new OboNames();
  await run.outline(async () => {
    for (const part of parts) await readOutline(part, run, outline, shared);
  });
  outline.finish(run.log, parts[0]?.name ?? '');
  for (const part of parts) await new OboReader(part, run, outline, shared).read();
}

/** What stanzas elsewhere in a file say of words in a concept's. */
class OboNames {
  readonly relations = new Map<string, string>();
  private readonly abbreviationTypes = new Map<string, boolean>();

  addSynonymType(id: string, description: string): void {
    this.abbreviationTypes.set(id, abbreviationType.test(id) || abbreviationType.test(description));
  }

  isAbbreviation = (type: string): boolean => {
    const known = this.abbreviationTypes.get(type);
    if (known !== undefined) return known;
    const is = abbreviationType.test(type);
    if (this.abbreviationTypes.size < 10_000) this.abbreviationTypes.set(type, is);
    return is;
  };

  relationName = (id: string): string => this.relations.get(id) ?? id.replace(/_/g, ' ');
}

/** Calls back for each tag of a part's text, and for each stanza's beginning. */
async function eachLine(part: TerminologyPart, run: ReadingRun, take: (line: string, number: number) => void): Promise<void> {
  let begun = '';
  let begunAt = 0;
  for await (const { text, line } of textPieces(part, run)) {
    let number = line;
    for (let at = 0; at < text.length; number += 1) {
      const end = text.indexOf('\n', at);
      const own = text.slice(at, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end + 1;
      if (own.charCodeAt(own.length - 1) === 0x5c && isEscaped(own, own.length) && begun.length < 100_000) {
        begunAt = begun === '' ? number : begunAt;
        begun += own.slice(0, -1);
      } else if (begun !== '') {
        take(begun + own, begunAt);
        begun = '';
      } else {
        take(own, number);
      }
    }
  }
  if (begun !== '') take(begun, begunAt);
}

/** The first pass. */
async function readOutline(part: TerminologyPart, run: ReadingRun, outline: Outline, names: OboNames): Promise<void> {
  let kind = '';
  let stanza = { id: '', name: '', broader: [] as string[], obsolete: false, line: 0 };
  const close = (): void => {
    if (kind === '[Term]' && stanza.id !== '' && !stanza.obsolete) outline.add(stanza.id, stanza.name, stanza.line, stanza.broader);
    if (kind === '[Typedef]' && stanza.name !== '') names.relations.set(stanza.id, stanza.name.replace(/_/g, ' '));
  };
  await eachLine(part, run, (line, number) => {
    if (line.charCodeAt(0) === 0x5b) {
      close();
      kind = line.trimEnd();
      stanza = { id: '', name: '', broader: [], obsolete: false, line: number };
    } else if (line.startsWith('id: ')) {
      const id = idOf(line.slice(4).trim());
      stanza.id ||= kind === '[Term]' ? conceptCurie(id) : id;
    } else if (line.startsWith('name: ')) stanza.name ||= unquoted(line.slice(6)).trim().slice(0, 200);
    else if (line.startsWith('is_a: ')) stanza.broader.push(conceptCurie(idOf(line.slice(6).trim())));
    else if (line.startsWith('is_obsolete: true')) stanza.obsolete = true;
    else if (kind === '' && line.startsWith('synonymtypedef: ')) {
      const value = line.slice(16);
      names.addSynonymType(idOf(value), value);
    }
  });
  close();
}

/** The second pass. */
class OboReader {
  private readonly head: OntologyHead;
  private stanza: OboStanza | undefined;
  private kind = '';
  /** Numbers of ids, in pairs: the one that was given up, and the one that holds. */
  private readonly alternatives = new GrowingInts();

  constructor(
    private readonly part: TerminologyPart,
    private readonly run: ReadingRun,
    private readonly outline: Outline,
    private readonly names: OboNames,
  ) {
    this.head = new OntologyHead(run);
  }

  async read(): Promise<void> {
    await eachLine(this.part, this.run, (line, number) => this.takeLine(line, number));
    this.close();
    this.addAlternatives();
    this.head.finish();
  }

  private takeLine(line: string, number: number): void {
    const first = line.charCodeAt(0);
    if (first === 0x21 || line === '') return; // a comment
    if (first === 0x5b) {
      this.close();
      this.kind = line.trimEnd();
      this.stanza = this.kind === '[Term]' ? new OboStanza(number, this.names.isAbbreviation, this.names.relationName) : undefined;
      return;
    }
    if (this.kind !== '' && !this.stanza) return;
    const colon = line.indexOf(':');
    const tag = colon < 0 ? '' : line.slice(0, colon).trim();
    if (!/^[\w-]+$/.test(tag)) {
      if (line.trim() !== '') this.run.tell(problem('entry-unreadable', 'warning', { detail: excerpt(line) }), this.part.name, number);
      return;
    }
    const value = line.slice(colon + 1).trim();
    if (!this.stanza) this.takeHeader(tag, value);
    else if (this.stanza.take(tag, value) !== undefined) this.run.tell(problem('entry-unreadable', 'warning', { detail: excerpt(line) }), this.part.name, number);
  }

  private takeHeader(tag: string, value: string): void {
    if (tag === 'ontology') this.head.takeId(idOf(value));
    else if (tag === 'data-version') this.head.takeVersion(idOf(value));
    else if (tag === 'remark') this.head.takeRemark(unescaped(value));
    else if (tag === 'property_value') {
      const space = value.indexOf(' ');
      const rest = value.slice(space + 1);
      this.head.takeProperty(value.slice(0, space), quoted(rest)?.text ?? idOf(rest));
    }
  }

  private close(): void {
    const { stanza } = this;
    this.stanza = undefined;
    if (!stanza) return;
    const draft = stanza.draft();
    const types = draft.types && draft.types.length > 0 ? draft.types : this.outline.typesOf(this.run.gate.ids.find(draft.id));
    const passed = this.run.gate.pass({ ...draft, types }, { part: this.part.name, line: stanza.line });
    for (const alternative of passed ? stanza.alternatives : []) {
      this.alternatives.push(this.run.gate.ids.add(alternative));
      this.alternatives.push(this.run.gate.ids.add(draft.id));
    }
  }

  /** Ids that were given up when two concepts became one are known as obsolete, unless the file says what they are itself. */
  private addAlternatives(): void {
    const { gate } = this.run;
    for (let at = 0; at < this.alternatives.length; at += 2) {
      const id = gate.ids.idOf(this.alternatives.at(at));
      const replacedBy = [gate.ids.idOf(this.alternatives.at(at + 1))];
      if (!gate.has(id)) gate.pass({ id, name: '', synonyms: [], obsolete: true, replacedBy }, { part: this.part.name, line: 0 });
    }
  }
}

function excerpt(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
