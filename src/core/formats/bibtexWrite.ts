import type { CslItem } from '../library/record';
import { bibtexType } from './bibtexTypes';
import { writtenFields } from './bibtexWriteFields';
import { isMacro } from './bibtexWriteDates';
import type { Dialect } from './bibtexWriteTypes';
import { writtenSubtype, writtenType } from './bibtexWriteTypes';

/** Records as BibTeX or BibLaTeX, in UTF-8, each with a key of its own. */
export function writeBibtex(items: readonly CslItem[], dialect: Dialect): string {
  const taken = new Set<string>();
  return items.map((item) => writtenEntry(item, ownKey(item.id, taken), dialect)).join('\n');
}

/** A key of signs that BibTeX takes; two that would be the same are told apart by a number. */
function ownKey(id: string, taken: Set<string>): string {
  const key = id.replace(/[\s,{}"#%~\\=()']/g, '_');
  let own = key;
  for (let number = 2; taken.has(own); number += 1) own = `${key}-${String(number)}`;
  taken.add(own);
  return own;
}

function writtenEntry(item: CslItem, key: string, dialect: Dialect): string {
  const type = writtenType(item, dialect);
  const fields = writtenFields(item, type, dialect).filter((field): field is readonly [string, string] => field[1] !== undefined && field[1] !== '');
  // An entry without fields would not be read again.
  const isTold = fields.length > 0 && bibtexType(type, new Map(fields)).type === item.type;
  const all = isTold ? fields : [['entrysubtype', writtenSubtype(item.type)] as const, ...fields];
  const lines = all.map(([name, value]) => `  ${name} = ${name === 'month' && isMacro(value) ? value : `{${value}}`},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}
