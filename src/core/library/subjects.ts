import { isObject, isScalar } from '../formats/plainValue';
import type { CslItem } from './record';

/** A paper's subject areas: those that the portal named, else its keywords. */
export function subjectsOf(record: CslItem): readonly string[] {
  const named = isObject(record.custom) && Array.isArray(record.custom.subjects) ? record.custom.subjects : [];
  const subjects = named.filter(isScalar).map((subject) => String(subject).trim()).filter(Boolean);
  return [...new Set(subjects.length > 0 ? subjects : keywordsOf(record))];
}

/** The keywords one by one. CSL has them as one text; commas separate, or semicolons where there are any. */
export function keywordsOf(record: CslItem): readonly string[] {
  const keyword = typeof record.keyword === 'string' ? record.keyword : '';
  return keyword.split(keyword.includes(';') ? /\s*;\s*/ : /\s*,\s*/).map((word) => word.trim()).filter(Boolean);
}
