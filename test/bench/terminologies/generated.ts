import type { TerminologyPart } from '../../../src/core/terms/readers/terminologyPart';

/** Words that made-up names are made of. */
const words = ['acute', 'chronic', 'lesion', 'of', 'hepatic', 'renal', 'duct', 'carcinoma', 'in', 'situ', 'familial', 'type', 'syndrome', 'deficiency', 'cell', 'nodular', 'reaction'];
const chunkLength = 256 * 1024;

/** An ontology in OBO of about so many bytes, made while it is read. */
export function generatedObo(bytes: number): TerminologyPart {
  return chunked('generated.obo', function* obo() {
    yield 'format-version: 1.2\ndata-version: releases/2026-01-01\nontology: gen\n';
    for (let number = 0, made = 0; made < bytes; number += 1) {
      const name = nameOf(number);
      const parent = number === 0 ? '' : `is_a: GEN:${pad(number >> 3)} ! ${nameOf(number >> 3)}\n`;
      const stanza = `\n[Term]\nid: GEN:${pad(number)}\nname: ${name}\ndef: "A ${name} that is made up to see what reading many of them takes." [made:up]\nsynonym: "${name}s" EXACT []\nsynonym: "${nameOf(number * 7 + 3)}" RELATED []\nxref: UMLS:C${pad(number)}\n${parent}`;
      made += stanza.length;
      yield stanza;
    }
  });
}

/** OBO Graphs of about so many bytes, made while they are read. */
export function generatedGraphs(bytes: number): TerminologyPart {
  const iri = (number: number): string => `http://purl.obolibrary.org/obo/GEN_${pad(number)}`;
  return chunked('generated.json', function* graphs() {
    yield '{"graphs": [{"id": "http://purl.obolibrary.org/obo/gen.json", "nodes": [\n';
    let made = 0;
    let count = 0;
    for (; made < bytes * 0.75; count += 1) {
      const name = nameOf(count);
      const node = { id: iri(count), lbl: name, type: 'CLASS', meta: { definition: { val: `A ${name} that is made up.` }, synonyms: [{ pred: 'hasExactSynonym', val: `${name}s` }], xrefs: [{ val: `UMLS:C${pad(count)}` }] } };
      const text = `${count === 0 ? '' : ','}${JSON.stringify(node, undefined, 1)}\n`;
      made += text.length;
      yield text;
    }
    yield '], "edges": [\n';
    for (let number = 1; number < count; number += 1) yield `${number === 1 ? '' : ','}${JSON.stringify({ sub: iri(number), pred: 'is_a', obj: iri(number >> 3) })}\n`;
    yield ']}]}\n';
  });
}

/** MeSH's descriptors in XML, with all that NLM's file has beside names, made of a table of terms. */
export function meshXml(terms: string): TerminologyPart {
  const date = '<Year>1999</Year>\n    <Month>01</Month>\n    <Day>01</Day>';
  const qualifiers = Array.from({ length: 8 }, (_, n) => `   <AllowableQualifier>\n    <QualifierReferredTo>\n     <QualifierUI>Q00000${n}</QualifierUI>\n      <QualifierName>\n      <String>analysis</String>\n      </QualifierName>\n    </QualifierReferredTo>\n    <Abbreviation>AN</Abbreviation>\n   </AllowableQualifier>`).join('\n');
  return chunked('desc2024.xml', function* xml() {
    yield '<?xml version="1.0"?>\n<!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20240101.dtd">\n<DescriptorRecordSet LanguageCode = "eng">\n';
    let last = '';
    for (const line of terms.split('\n').slice(1)) {
      const [ui = '', heading = '', , , term = '', , , tag = ''] = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('\t');
      if (ui !== last && last !== '') yield '    </TermList>\n   </Concept>\n  </ConceptList>\n </DescriptorRecord>\n';
      if (ui !== last && ui !== '') {
        yield ` <DescriptorRecord DescriptorClass = "1">\n  <DescriptorUI>${ui}</DescriptorUI>\n  <DescriptorName>\n   <String>${heading}</String>\n  </DescriptorName>\n  <DateCreated>\n    ${date}\n  </DateCreated>\n  <AllowableQualifiersList>\n${qualifiers}\n  </AllowableQualifiersList>\n  <TreeNumberList>\n   <TreeNumber>C01.${ui.slice(1, 4)}.${ui.slice(4)}</TreeNumber>\n  </TreeNumberList>\n  <ConceptList>\n   <Concept PreferredConceptYN="Y">\n    <ConceptUI>M0000001</ConceptUI>\n    <ConceptName>\n     <String>${heading}</String>\n    </ConceptName>\n    <ScopeNote>What ${heading} is, said in a sentence or two of about the length that such notes have in the real file.\n    </ScopeNote>\n    <TermList>\n`;
      }
      if (ui !== '') yield `     <Term  ConceptPreferredTermYN="Y"  IsPermutedTermYN="N"  LexicalTag="${tag}"  RecordPreferredTermYN="Y">\n      <TermUI>T000002</TermUI>\n      <String>${term}</String>\n      <DateCreated>\n    ${date}\n      </DateCreated>\n      <ThesaurusIDlist>\n       <ThesaurusID>NLM (1975)</ThesaurusID>\n      </ThesaurusIDlist>\n     </Term>\n`;
      last = ui;
    }
    yield '</DescriptorRecordSet>\n';
  });
}

/** A part of texts that are put together to chunks. */
function chunked(name: string, make: () => Iterable<string>): TerminologyPart {
  return {
    name,
    async *open(from = 0) {
      if (from > 0) throw new Error('made from the beginning only');
      const encoder = new TextEncoder();
      let pieces: string[] = [];
      let length = 0;
      for (const piece of make()) {
        pieces.push(piece);
        length += piece.length;
        if (length < chunkLength) continue;
        yield encoder.encode(pieces.join(''));
        pieces = [];
        length = 0;
      }
      yield encoder.encode(pieces.join(''));
    },
  };
}

function nameOf(number: number): string {
  const parts: string[] = [];
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / words.length)) parts.push(words[rest % words.length] ?? '');
  return `${parts.join(' ')} ${number}`;
}

function pad(number: number): string {
  return String(number).padStart(7, '0');
}
