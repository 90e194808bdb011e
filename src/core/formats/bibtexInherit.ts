import type { BibtexEntry } from './bibtexScan';

/** Finds an entry by its key. */
export type EntryFinder = (key: string) => BibtexEntry | undefined;

/** Longer chains of `crossref` and `xdata` are circles. */
const longestChain = 8;

/**
 * Fields that say something of their own entry only: those of BibLaTeX's manual (`\DeclareDataInheritance`), and what
 * would be false of a part, such as the whole's DOI and pages.
 */
const own: ReadonlySet<string> = new Set([
  'crossref', 'xref', 'xdata', 'ids', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related',
  'relatedtype', 'relatedstring', 'relatedoptions', 'shorthand', 'shorthandintro', 'sortkey', 'keywords', 'abstract',
  'annotation', 'annote', 'note', 'file', 'doi', 'url', 'urldate', 'eprint', 'eprinttype', 'eid', 'pages', 'pagetotal',
]);

const titles = ['title', 'subtitle', 'titleaddon'] as const;
const shortTitles: ReadonlySet<string> = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle', 'shortauthor', 'shorteditor']);

const inBook: ReadonlySet<string> = new Set(['inbook', 'bookinbook', 'suppbook']);
const inOther: ReadonlySet<string> = new Set(['incollection', 'inreference', 'suppcollection', 'inproceedings', 'conference']);

/** An entry's fields with those that it takes from the entries that it names in `xdata` and `crossref`. */
export function withInherited(entry: BibtexEntry, find: EntryFinder, depth = 0): ReadonlyMap<string, string> {
  if (depth > longestChain) {
    return entry.fields;
  }
  const fields = new Map(entry.fields);
  for (const key of (fields.get('xdata') ?? '').split(',')) {
    const data = key.trim() === '' ? undefined : find(key.trim());
    if (data) takeAll(fields, withInherited(data, find, depth + 1));
  }
  const parent = find((fields.get('crossref') ?? '').trim());
  if (parent && parent.key !== entry.key) {
    takeFromParent(fields, entry.type, parent.type, withInherited(parent, find, depth + 1));
  }
  return fields;
}

/** `xdata` entries hold fields for others and nothing else. */
function takeAll(fields: Map<string, string>, data: ReadonlyMap<string, string>): void {
  for (const [name, value] of data) {
    if (!fields.has(name) && name !== 'ids') fields.set(name, value);
  }
}

function takeFromParent(fields: Map<string, string>, type: string, parentType: string, parent: ReadonlyMap<string, string>): void {
  const target = titleTarget(type, parentType);
  const isDated = fields.has('date') || fields.has('year');
  for (const [name, value] of parent) {
    if (own.has(name) || (target !== 'title' && shortTitles.has(name))) continue;
    if (isDated && (name === 'date' || name === 'year' || name === 'month' || name === 'day')) continue;
    const isTitle = (titles as readonly string[]).includes(name);
    const inherited = isTitle ? name.replace('title', target) : name;
    if (!fields.has(inherited)) fields.set(inherited, value);
    if (name === 'author' && inBook.has(type) && !fields.has('bookauthor')) fields.set('bookauthor', value);
  }
}

/** Under which name a part has the title of its whole: a book's is the `booktitle` of its chapters. */
function titleTarget(type: string, parentType: string): string {
  if (parentType.startsWith('mv')) return type.startsWith('mv') ? 'title' : 'maintitle';
  if (inBook.has(type) || inOther.has(type)) return 'booktitle';
  return parentType === 'periodical' ? 'journaltitle' : 'title';
}
