import { formatById } from '../../src/core/formats/registry';
import { applyEdits } from '../../src/core/library/edit/textEdit';
import { editBibliography } from '../../src/core/library/editBibliography';
import type { RecordChange } from '../../src/core/library/edit/recordChange';
import type { CslItem } from '../../src/core/library/record';
import { recordPlaces } from '../../src/core/library/recordPlaces';

/** Of a text's records so many are edited. */
const edited = 2;

/**
 * @param turn one of the changes has its turn
 * @returns what is wrong with where records stand in a text, and with its edits
 */
export function checkEditing(text: string, format: string, records: readonly CslItem[], turn: number): string | undefined {
  for (const { span, keySpan, variables } of recordPlaces(text, format).slice(0, edited)) {
    for (const each of [span, ...(keySpan ? [keySpan] : []), ...variables.values()]) {
      if (each.start < 0 || each.end < each.start || each.end > text.length) return `a record's place ${each.start} to ${each.end} is outside a text of ${text.length}`;
    }
  }
  for (const { id } of records.slice(0, edited)) {
    const change = changesOf(id)[turn % 3];
    const edits = change && editBibliography(text, format, [change]);
    if (edits) formatById(format)?.read?.(applyEdits(text, edits));
  }
  return undefined;
}

function changesOf(key: string): readonly RecordChange[] {
  return [
    { kind: 'set', key, variables: { title: 'A {new} title: "quoted"', volume: '12', author: [{ family: 'Chen', given: 'Y. M.' }] } },
    { kind: 'rename', key, newKey: 'new1', keepAlias: true },
    { kind: 'remove', key },
  ];
}
