import { fold } from '../fold';
import type { CslName } from '../record';
import type { Check } from './check';
import { shownName } from './nameForms';

/** Works that have authors or editors; a chapter may well be by its book's editors. */
const madeByItself = new Set(['book', 'article-journal', 'thesis', 'report']);

/** Nobody is named twice. */
export const nameListChecks: Check = (record, report) => {
  const { author, editor } = record;
  const seen = new Set<string>();
  for (const [at, name] of (author ?? []).entries()) {
    const key = keyOf(name);
    if (key !== undefined && seen.has(key)) {
      const value = shownName(name);
      report('author-duplicate', 'information', 'author', { field: 'author', value }, {
        title: { code: 'remove-name', value },
        variables: { author: author?.toSpliced(at, 1) },
      });
    }
    if (key !== undefined) seen.add(key);
  }
  if (author && editor && madeByItself.has(record.type) && author.length === editor.length && author.every((name, at) => shownName(name) === shownName(editor[at] ?? {}))) {
    report('editor-is-author', record.type === 'book' ? 'warning' : 'information', 'editor', {}, {
      title: { code: 'remove-field', field: 'editor' },
      variables: { editor: undefined },
    });
  }
};

/** Two people called `Wang Y` are common in one article; two called `Wang Yufeng` hardly ever are. */
function keyOf(name: CslName): string | undefined {
  const { given, family, literal } = name;
  if (literal !== undefined) return fold(literal);
  return given !== undefined && family !== undefined && /\p{Ll}{2}/u.test(given) ? fold(shownName(name)) : undefined;
}
