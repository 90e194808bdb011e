import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { detectFormat, formats } from '../../../src/core/formats/registry';
import { formatCases } from '../../support/formatCases';

const root = path.join(__dirname, '..', '..', '..');

/** Files below a folder, but for those that quote a format's own text at length. */
function filesIn(folder: string): string[] {
  const all = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return all.filter((file) => /\.(?:ts|md|mjs)$/.test(file) && !/portal/i.test(file)).map((file) => path.join(root, folder, file));
}

describe('telling a format by its content', () => {
  const none: Readonly<Record<string, string>> = {
    'a note': '---\ntitle: Notes for a case\nauthor: Chen\ntype: note\n---\n\nSeen in 1995 [@chen1995, p. 3], see @{smith2020}.\n\n@chen1995 says:\n\n- one\n- two (2003)\n',
    'a note about references': '# References\n\nreferences: see below\n\nTY - is how RIS begins, and ER - how it ends.\n',
    prose: 'The patient was seen in 1995. She had a leukocytosis of 84,000/µl; no infection was found.\n\nIn 1996, she was well.\n',
    'a table': 'id,title,year,doi\n1,"A case, of two",1995,10.1093/x\n2,B,1996,10.1000/y\n',
    'a web page': '<!DOCTYPE html>\n<html><head><title>x</title></head><body><pre>&lt;mods&gt;</pre><mods></mods><records><record><ref-type/></record></records></body></html>',
    'other XML': '<?xml version="1.0"?>\n<project><record>1</record><source>x</source></project>',
    'settings in JSON': '{ "name": "x", "version": "1.0.0", "type": "commonjs", "author": "Chen", "title": "y" }',
    'a schema': '{ "$schema": "x", "title": "Glossary", "type": "object", "properties": { "id": { "type": "string" } } }',
    'settings in YAML': 'title: A site\nauthor: Chen\ntype: website\nformat:\n  html: default\n',
    Java: 'package a;\n\n@Component(value, name)\n@RequestMapping(value = "/x", method = GET)\nclass A {}\n',
    Python: 'import os\n\n@method(iface, in_signature=\'s\')\n@app.route("/", methods=["GET"])\ndef f(): pass\n',
    CSS: '@media print, screen {\n  a { color: red; }\n}\n@font-face { font-family: "x", y; }\n',
    TeX: '% A comment\n\\documentclass{article}\n\\begin{document}\nSee \\cite{chen1995}.\n%A last one\n\\end{document}\n',
    'a commit message': 'Fix: read dates\n\nTitle: no\nAuthor: Chen <a@b.org>\nDate: 2020-01-02\n',
  };
  for (const [what, text] of Object.entries(none)) {
    it(`takes ${what} for none`, () => {
      assert.equal(detectFormat(text)?.id, undefined);
    });
  }

  it('takes no source file and no document of this project for one', () => {
    for (const file of [...filesIn('src'), ...filesIn('docs')]) assert.equal(detectFormat(readFileSync(file, 'utf8'))?.id, undefined, file);
  });

  it('knows what a byte order mark or an empty line stands before', () => {
    const texts: Readonly<Record<string, string>> = {
      ris: 'TY  - Journal Article\nTI  - x\nER  - \n', bibtex: '\t@article{\n\t author = {A},\n}', 'csl-json': '[{"id": "a", "type": "book"}]', 'csl-yaml': '---\nreferences:\n- id: a\n---\n',
      mods: '<mods:mods xmlns:mods="x"></mods:mods>', 'endnote-xml': '<xml><records><record><ref-type name="Book">6</ref-type></record></records></xml>',
    };
    for (const [id, text] of Object.entries(texts)) {
      for (const before of ['', '\uFEFF', '\n\n', '\uFEFF\r\n']) assert.equal(detectFormat(before + text)?.id, id, `${id} after ${JSON.stringify(before)}`);
    }
  });

  it('takes a file of RIS that has lost its first line for RIS', () => {
    assert.equal(detectFormat('JF  - Gut\nT1  - x\nVL  - 6\nPY  - 2001\nER  - \n')?.id, 'ris');
  });

  const xml = ['pubmed-xml', 'endnote-xml', 'mods', 'msbib', 'crossref-unixref', 'crossref-json', 'europepmc-json', 'openalex-json', 'csl-yaml'];
  for (const id of xml) {
    const cases = formatCases(id);
    (cases ? it : it.skip)(`tells every case of ${id}`, () => {
      assert.ok(formats.some((format) => format.id === id));
      for (const { name, input } of cases ?? []) assert.equal(detectFormat(input)?.id, id, name);
    });
  }
});
