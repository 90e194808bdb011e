import { BibtexEditor } from './bibtexEditor';
import { EndnoteEditor } from './endnoteEditor';
import type { FormatEditor } from './formatEditor';
import { JsonEditor } from './jsonEditor';
import { nbibEditing, risEditing, TaggedEditor } from './taggedEditor';
import { YamlEditor } from './yamlEditor';

const editors: ReadonlyMap<string, (text: string) => FormatEditor> = new Map<string, (text: string) => FormatEditor>([
  ['bibtex', (text) => new BibtexEditor(text)],
  ['csl-yaml', (text) => new YamlEditor(text)],
  ['csl-json', (text) => new JsonEditor(text)],
  ['ris', (text) => new TaggedEditor(text, risEditing)],
  ['nbib', (text) => new TaggedEditor(text, nbibEditing)],
  ['endnote-xml', (text) => new EndnoteEditor(text)],
]);

/** @returns what edits a text of a format (`bibtex`); undefined where we can only read it */
export function formatEditor(text: string, formatId: string): FormatEditor | undefined {
  return editors.get(formatId)?.(text);
}
