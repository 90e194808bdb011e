import type { TerminologyFormat } from '../../src/core/terms/readers/readTerminology';
import { partOf } from '../../src/core/terms/readers/terminologyPart';
import { readTerminology } from '../../src/core/terms/readers/terminologyReader';

/** Patterns that make careless readers slow: each is repeated until the text is as long as wanted. */
const patterns: readonly (readonly [name: string, begin: string, repeated: string, end: string, format: TerminologyFormat])[] = [
  ['terms', 'format-version: 1.2\n', '\n[Term]\nid: ZZ:1\nname: a\nis_a: ZZ:2\n', '', 'obo'],
  ['continued lines', '[Term]\nid: ZZ:1\nname: ', 'a\\\n', '', 'obo'],
  ['one line', '[Term]\nid: ZZ:1\nname: ', 'a ', '', 'obo'],
  ['quotes', '[Term]\nid: ZZ:1\nname: a\nsynonym: "', '\\"', '" EXACT []', 'obo'],
  ['synonyms', '[Term]\nid: ZZ:1\nname: a\n', 'synonym: "a" EXACT []\n', '', 'obo'],
  ['brackets', '[Term]\nid: ZZ:1\nname: a\nsynonym: "a" ', '[', '', 'obo'],
  ['open nodes', '{"graphs": [{"nodes": [', '{"id": "a", ', '', 'obo-graphs'],
  ['deep nodes', '{"graphs": [{"nodes": [{"id": "a", "meta": ', '{"a": ', '', 'obo-graphs'],
  ['open brackets', '{"graphs": [', '[', '', 'obo-graphs'],
  ['closed brackets', '{"graphs": [', ']}', '', 'obo-graphs'],
  ['backslashes', '{"graphs": [{"nodes": [{"id": "', '\\', '', 'obo-graphs'],
  ['open records', '<DescriptorRecordSet>', '<DescriptorRecord>', '', 'mesh-xml'],
  ['terms in XML', '<DescriptorRecordSet><DescriptorRecord><DescriptorUI>D1</DescriptorUI>', '<Term><String>a</String></Term>', '</DescriptorRecord>', 'mesh-xml'],
  ['entities', '<DescriptorRecordSet><DescriptorRecord><DescriptorUI>', '&a;', '</DescriptorUI></DescriptorRecord>', 'mesh-xml'],
  ['records in ASCII', '', '*NEWRECORD\nMH = a\nUI = D1\n', '', 'mesh-ascii'],
  ['entries', '*NEWRECORD\nMH = a\nUI = D1\n', 'ENTRY = a|b|c|abc\n', '', 'mesh-ascii'],
  ['atoms', '', 'C0000001|ENG|P|L1|PF|S1|Y|A1||M1|C1|NCI|PT|C1|a|0|N||\n', '', 'umls-rrf'],
  ['bars', 'C0000001|ENG|P|L1|PF', '|', '', 'umls-rrf'],
  ['statements', '@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n', 's:a s:prefLabel "a" .\n', '', 'skos'],
  ['broken statements', '@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n', 's:a s:prefLabel ; ; .\n', '', 'skos'],
  ['open texts', '@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n', 's:a s:prefLabel """a .\n', '', 'skos'],
  ['blank nodes', '@prefix s: <http://www.w3.org/2004/02/skos/core#> .\ns:a s:b ', '[ s:b ', '', 'skos'],
  ['prefixes', '', '@prefix a: <http://a> .\n', '', 'skos'],
  ['rows', 'id,name\n', 'a,b\n', '', 'csv'],
  ['open quotes', 'id,name\n', 'a,"b\n', '', 'csv'],
  ['quoted quotes', 'id,name\na,"', '""', '"', 'csv'],
  ['columns', 'id,name\n', 'a,', '', 'csv'],
  ['rows of names', 'text\tcurie\n', 'a\tZZ:1\n', '', 'ssslm'],
  ['synonyms in a field', '# DiseaseName\tDiseaseID\tSynonyms\n', 'a|', '', 'ctd'],
  ['old rows', '', 'C000001||a|b\n', '', 'ctd'],
];

/** Four times the text may take eight times as long: chance and the collector of garbage have room in that, a square has not. */
const growth = 4;
const allowed = 2 * growth;
/** Below this (ms) a measurement says nothing. */
const floor = 60;

/** @returns what takes longer than in proportion to its length */
export async function checkCraftedTerminologies(small: number): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, begin, repeated, end, format] of patterns) {
    for (const told of [format, undefined]) {
      const time = (length: number): Promise<number> => timeOf(begin + repeated.repeat(Math.ceil(length / repeated.length)) + end, told);
      const [one, more] = [await time(small), await time(growth * small)];
      // Measured once more before it counts: the first time pays for compiling.
      if (more > allowed * Math.max(one, floor) && (await time(growth * small)) > allowed * Math.max(await time(small), floor)) {
        wrong.push(`${name} as ${told ?? 'any format'}: ${one.toFixed(0)} ms for ${small} characters, ${more.toFixed(0)} ms for ${growth * small}`);
      }
    }
  }
  return wrong;
}

async function timeOf(text: string, format: TerminologyFormat | undefined): Promise<number> {
  const part = partOf('crafted', new TextEncoder().encode(text));
  const start = process.cpuUsage();
  await readTerminology([part], format === undefined ? {} : { format }, { head: () => undefined, add: () => undefined });
  return process.cpuUsage(start).user / 1000;
}
