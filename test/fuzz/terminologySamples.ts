import { gzipSync, strToU8, zipSync } from 'fflate';
import type { TerminologyPart } from '../../src/core/terms/readers/terminologyPart';
import { partOf } from '../../src/core/terms/readers/terminologyPart';

const atom = (cui: string, text: string, more = 'NCI|PT|C1'): string => `${cui}|ENG|P|L1|PF|S1|Y|A1||M1|C1|${more}|${text}|0|N||\n`;

/** Small terminologies of each format, made up. */
export const terminologyTexts: Readonly<Record<string, string>> = {
  obo: 'format-version: 1.2\ndata-version: releases/2026-01-01\nontology: zz\nsynonymtypedef: abbreviation "abbreviation" EXACT\n\n[Term]\nid: ZZ:1\nname: leukemoid reaction\nalt_id: ZZ:9\ndef: "White cells as in \\"leukemia\\"." [PMID:1]\nsynonym: "LR" EXACT abbreviation [a:b "c"] {x="y"}\nsynonym: "left shift" RELATED []\nxref: UMLS_CUI:C0023501\nis_a: ZZ:2 ! sign\nrelationship: part_of ZZ:3\n\n[Term]\nid: ZZ:2\nname: sign\nis_a: ZZ:1\n\n[Term]\nid: ZZ:3\nname: old\nis_obsolete: true\nreplaced_by: ZZ:1\n\n[Typedef]\nid: part_of\nname: part of\n',
  'obo-graphs': JSON.stringify({ graphs: [{ id: 'http://purl.obolibrary.org/obo/zz.json', meta: { version: '2026-01-01' }, nodes: [
    { id: 'http://purl.obolibrary.org/obo/ZZ_1', lbl: 'fever', type: 'CLASS', meta: { definition: { val: 'Hot.' }, synonyms: [{ pred: 'hasExactSynonym', val: 'pyrexia' }], xrefs: [{ val: 'MSH:D005334' }] } },
    { id: 'http://purl.obolibrary.org/obo/ZZ_2', lbl: 'sign', type: 'CLASS' }, { id: 'http://purl.obolibrary.org/obo/ZZ_3', lbl: 'old', type: 'CLASS', meta: { deprecated: true } },
  ], edges: [{ sub: 'http://purl.obolibrary.org/obo/ZZ_1', pred: 'is_a', obj: 'http://purl.obolibrary.org/obo/ZZ_2' }] }] }, undefined, 1),
  'mesh-xml': '<?xml version="1.0"?>\n<!DOCTYPE DescriptorRecordSet SYSTEM "desc2024.dtd">\n<DescriptorRecordSet LanguageCode="eng">\n<DescriptorRecord DescriptorClass="1"><DescriptorUI>D007964</DescriptorUI><DescriptorName><String>Leukocytosis</String></DescriptorName><TreeNumberList><TreeNumber>C15.378</TreeNumber></TreeNumberList><ConceptList><Concept PreferredConceptYN="Y"><ConceptUI>M1</ConceptUI><ScopeNote>Too many &amp; transient.</ScopeNote><TermList><Term LexicalTag="ACR"><String>LCY</String></Term></TermList></Concept></ConceptList></DescriptorRecord>\n<DescriptorRecord DescriptorClass="1"><DescriptorUI>D1</DescriptorUI><DescriptorName><String>Blood</String></DescriptorName><TreeNumberList><TreeNumber>C15</TreeNumber></TreeNumberList></DescriptorRecord>\n</DescriptorRecordSet>\n',
  'mesh-ascii': '*NEWRECORD\nRECTYPE = D\nMH = Leukocytosis\nENTRY = LCY|T047|ACR|EQV|NLM|1|abcdef\nMN = C15.378\nMS = Too many.\nST = T047\nUI = D007964\n\n*NEWRECORD\nRECTYPE = C\nNM = a syndrome\nSY = of some|EPO\nHM = *Leukocytosis\nUI = C1\n',
  'mesh-terms': 'DescriptorUI\tDescriptorName\tConceptUI\tTermUI\tTermName\tLexicalTag\nD1\tLeukocytosis\tM1\tT1\tLeukocytosis\tNON\nD1\tLeukocytosis\tM1\tT2\tLCY\tABB\nD2\tFever\tM2\tT3\tPyrexia\tNON\n',
  'umls-rrf': atom('C0000001', 'fever') + atom('C0000001', 'FEV', 'MSH|AB|D005334') + atom('C0000002', 'chill'),
  ctd: '# Report created: Tue Jun 06 11:31:46 EDT 2017\n# Fields:\n# DiseaseName\tDiseaseID\tAltDiseaseIDs\tDefinition\tParentIDs\tTreeNumbers\tParentTreeNumbers\tSynonyms\tSlimMappings\n#\nA disease\tMESH:C1\tOMIM:1\tIs one.\tMESH:D1\tC16/C1\tC16\tOne|Two\tCancer\nOther\tOMIM:2\t\t\t\t\t\t\t\n',
  skos: '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix ex: <http://example.org/> .\n\nex:a a skos:Concept ; skos:prefLabel "fever"@en, "Fieber"@de ;\n  skos:definition """A rise.\nOf it."""@en ; skos:broader ex:b .\n\nex:b a skos:Concept ; skos:prefLabel "sign" ; skos:broader ex:a .\n',
  ssslm: 'text\tcurie\tname\tpredicate\ttype\tlanguage\nfever\tHP:1\tFever\trdfs:label\t\ten\n"py""rexia"\tHP:1\tFever\toboInOwl:hasExactSynonym\t\t\nFUO\tHP:1\t\toboInOwl:hasNarrowSynonym\tOMO:0003012\t\n',
  csv: 'id,name,synonyms,definition,obsolete\nZZ:1,fever,pyrexia|heat,"Hot, ""very""\nhot",false\nZZ:2,chill,,,\nZZ:3,old,,,true\n',
};

/** Packed ones, whose bytes are changed. */
export function packedTerminologies(): TerminologyPart[] {
  const text = strToU8(terminologyTexts.obo ?? '');
  return [
    partOf('zz.obo.gz', gzipSync(text)),
    partOf('zz.zip', zipSync({ 'a/zz.obo': text, 'zz.csv': strToU8(terminologyTexts.csv ?? '') })),
    partOf('stored.zip', zipSync({ 'zz.obo': [text, { level: 0 }] })),
    partOf('umls.zip', zipSync({ 'MRCONSO.RRF': strToU8(terminologyTexts['umls-rrf'] ?? ''), 'MRDEF.RRF': strToU8('C0000001|A1|AT1||NCI|Hot.|N||\n'), 'MRSTY.RRF': strToU8('C0000001|T184|A2|Sign or Symptom|AT2||\n') })),
  ];
}
