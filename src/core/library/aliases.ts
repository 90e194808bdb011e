import type { CslItem } from './record';

/**
 * The other keys that a record answers to (`other-ids`; BibLaTeX's `ids`): those it had, and those of its duplicates.
 * A list, as we write it, or a text with spaces or commas, as pandoc has it.
 */
export function aliasesOf(record: CslItem): readonly string[] {
  const others = record['other-ids'];
  const list: readonly unknown[] = typeof others === 'string' ? others.split(/[\s,]+/) : Array.isArray(others) ? others : [];
  return list.filter((key): key is string => typeof key === 'string' && key !== '');
}
