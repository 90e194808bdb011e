import { listKey } from '../formats/cslYaml';
import { YamlEditor } from './edit/yamlEditor';
import type { TextEdit } from './edit/textEdit';
import { applyEdits } from './edit/textEdit';
import type { YamlPath } from './edit/yamlEdit';
import { yamlEdit } from './edit/yamlEdit';

/** @returns the text with another citekey and all else as it was; undefined where it holds no record */
export function setCitekey(text: string, citekey: string): string | undefined {
  return setRecordField(text, 'id', citekey);
}

/** @returns the text with a variable of its record set anew; undefined where it holds no record */
export function setRecordField(text: string, variable: string, value: unknown): string | undefined {
  const editor = new YamlEditor(text);
  const [record] = editor.records();
  const { start, end } = record?.span ?? { start: 0, end: 0 };
  const edits = record && editor.set(text.slice(start, end), { [variable]: value });
  return edits && text.slice(0, start) + applyEdits(text.slice(start, end), edits) + text.slice(end);
}

/**
 * Sets what a paper file keeps beside its record, such as `['case', 'status']` or `['annotations', 2]`: an index one past
 * a list's end adds to it.
 *
 * @param value undefined takes it out
 * @returns the edits, in the order of the text; undefined where the text cannot be read, or the path leads through no
 *   map or list, or into the records
 */
export function setBeside(text: string, path: YamlPath, value: unknown): readonly TextEdit[] | undefined {
  return path[0] === listKey || text.trimStart().startsWith('- ') ? undefined : yamlEdit(text, path, value);
}

/** @returns the text with a value set beside its record, as `setBeside` does it */
export function setField(text: string, path: YamlPath, value: unknown): string | undefined {
  const edits = setBeside(text, path, value);
  return edits && applyEdits(text, edits);
}
