import { formats } from '../../src/core/formats/registry';
import type { CslItem } from '../../src/core/library/record';
import { formatCases } from './formatCases';

/** Files of cases whose name is not their format's id. */
const files: Readonly<Record<string, string>> = { 'portal-text': 'elsevier-pure-text' };

export interface ReadCase {
  readonly format: string;
  readonly name: string;
  readonly records: readonly CslItem[];
}

/** What we read from every peers' case of every format; undefined where the cases are not at hand. */
export function readCases(): readonly ReadCase[] | undefined {
  const read: ReadCase[] = [];
  for (const format of formats) {
    for (const { name, input } of formatCases(files[format.id] ?? format.id) ?? []) {
      const records = format.read?.(input).records ?? [];
      if (records.length > 0) read.push({ format: format.id, name, records });
    }
  }
  return read.length > 0 ? read : undefined;
}
