import { PlainXml } from '../../formats/plainXml';
import type { XmlElement } from '../../formats/xmlElement';
import { repairXml } from '../../formats/xmlRepair';
import { xmlTree } from '../../formats/xmlTree';
import { problem } from '../../problems/problem';
import type { KnownPart } from './knownPart';
import { nameMesh, takeMeshYear } from './meshHead';
import { meshRecord } from './meshRecord';
import { readMeshTree } from './meshTerms';
import type { MeshTree } from './meshTree';
import type { ReadingRun } from './readingRun';
import { type XmlSource, xmlRecordStream } from './xmlRecordStream';

const recordNames = ['DescriptorRecord', 'SupplementalRecord'];

/** Elements that say nothing we keep, and are most of the file. */
const skipped = [
  'AllowableQualifiersList', 'DateCreated', 'DateRevised', 'DateEstablished', 'ActiveMeSHYearList', 'RecordOriginatorsList', 'ThesaurusIDlist', 'PharmacologicalActionList',
  'EntryCombinationList', 'SeeRelatedList', 'PreviousIndexingList', 'SourceList', 'IndexingInformationList', 'RelatedRegistryNumberList', 'Annotation', 'HistoryNote', 'OnlineNote',
  'PublicMeSHNote', 'ConsiderAlso', 'RelatedRegistryNumberList',
];

/** MeSH descriptors and supplementary records in XML. Read twice, since a descriptor's tree numbers say what is above it. */
export async function readMeshXml(parts: readonly KnownPart[], run: ReadingRun): Promise<void> {
  const tree = await readMeshTree(parts, run);
  const files = parts.filter(({ kind }) => kind !== 'mesh-tree');
  await run.outline(async () => {
    for (const part of files) {
      for await (const records of xmlRecordStream(part, run, recordNames)) records.forEach((record) => addPlaces(tree, record.source));
    }
  });
  nameMesh(run, !tree.isEmpty);
  for (const part of files) {
    const reader = new RecordReader(part.name, run, tree);
    for await (const records of xmlRecordStream(part, run, recordNames, (beginning) => takeMeshYear(run, part.name, beginning))) records.forEach((record) => reader.take(record));
  }
}

/** A descriptor's places in the tree, found without parsing. */
function addPlaces(tree: MeshTree, source: string): void {
  if (!source.startsWith('<DescriptorRecord')) return;
  const id = `MESH:${textIn(source, '<DescriptorUI>', source.indexOf('<DescriptorUI>'))}`;
  const numbers: string[] = [];
  const end = source.indexOf('</TreeNumberList>');
  for (let at = end < 0 ? -1 : source.indexOf('<TreeNumber>'); at >= 0 && at < end; at = source.indexOf('<TreeNumber>', at + 1)) numbers.push(textIn(source, '<TreeNumber>', at));
  const heading = numbers.length > 0 ? '' : textIn(source, '<String>', source.indexOf('<String>')).replaceAll('&amp;', '&');
  tree.add(id, numbers.length > 0 ? numbers : tree.numbersOf(heading));
}

function textIn(source: string, tag: string, at: number): string {
  return at < 0 ? '' : source.slice(at + tag.length, source.indexOf('<', at + tag.length)).trim();
}

class RecordReader {
  private readonly plain = new PlainXml(skipped);

  constructor(private readonly part: string, private readonly run: ReadingRun, private readonly tree: MeshTree) {}

  take(record: XmlSource): void {
    const element = this.plain.tree(record.source) ?? this.parsed(record);
    if (element) this.run.gate.pass(meshRecord(element, this.tree), { part: this.part, line: record.line });
  }

  /** What can be read of a record that is more than plain XML, or has a mistake, which is told at its line. */
  private parsed({ source, line, isWhole }: XmlSource): XmlElement | undefined {
    const read = xmlTree(source);
    if (read.error || !isWhole) {
      const at = line + source.slice(0, read.error?.at ?? source.length).split('\n').length - 1;
      this.run.tell(problem('xml-syntax', 'error', { detail: isWhole ? (read.error?.detail ?? '') : 'the record ends too soon' }, undefined), this.part, at);
    }
    return read.error ? (xmlTree(repairXml(source)).element ?? read.element) : read.element;
  }
}
