import type { BibtexEntry } from './bibtexScan';

/** Finds an entry by its key. */
export type EntryFinder = (key: string) => BibtexEntry | undefined;

/** No entry takes fields from more others. */
const mostSources = 16;

/**
 * Fields that say something of their own entry only: those of BibLaTeX's manual (`\DeclareDataInheritance`), and what
 * would be false of a part, such as the whole's DOI and pages.
 */
const own: ReadonlySet<string> = new Set([
  'crossref', 'xref', 'xdata', 'ids', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related',
  'relatedtype', 'relatedstring', 'relatedoptions', 'shorthand', 'shorthandintro', 'sortkey', 'keywords', 'abstract',
  'annotation', 'annote', 'note', 'file', 'doi', 'url', 'urldate', 'eprint', 'eprinttype', 'eid', 'pages', 'pagetotal',
]);

/** Of these, what is said of the whole: an entry without a title stands for the whole and takes it. */
const ofWhole: ReadonlySet<string> = new Set(['abstract', 'annotation', 'annote', 'note', 'doi', 'url', 'urldate', 'eprint', 'eprinttype', 'eid', 'pages', 'pagetotal']);

const titles = ['title', 'subtitle', 'titleaddon'] as const;
const shortTitles: ReadonlySet<string> = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle', 'shortauthor', 'shorteditor']);

const inBook: ReadonlySet<string> = new Set(['inbook', 'bookinbook', 'suppbook']);
const inOther: ReadonlySet<string> = new Set(['incollection', 'inreference', 'suppcollection', 'inproceedings', 'conference']);

/** An entry's fields with those that it takes from the entries that it names in `xdata` and `crossref`. */
export function withInherited(entry: BibtexEntry, find: EntryFinder, seen = new Set<string>()): ReadonlyMap<string, string> {
  if (seen.has(entry.key) || seen.size > mostSources) {
    return entry.fields; // a circle, or what gave its fields before
  }
  seen.add(entry.key);
  const fields = new Map(entry.fields);
  for (const key of (fields.get('xdata') ?? '').split(',')) {
    const data = key.trim() === '' ? undefined : find(key.trim());
    if (data) takeAll(fields, withInherited(data, find, seen));
  }
  const member = setMember(entry, find);
  if (member) takeAll(fields, withInherited(member, find, seen));
  const parent = find((fields.get('crossref') ?? '').trim());
  if (parent && parent.key !== entry.key) {
    takeFromParent(fields, entry.type, parent.type, withInherited(parent, find, seen));
  }
  return fields;
}

/** The entry that stands for a set: its first, whose data Biber gives the set. */
export function setMember(entry: BibtexEntry, find: EntryFinder): BibtexEntry | undefined {
  const first = entry.type === 'set' ? entry.fields.get('entryset')?.split(',')[0]?.trim() : undefined;
  return first === undefined || first === entry.key ? undefined : find(first);
}

/** `xdata` entries hold fields for others and nothing else. */
function takeAll(fields: Map<string, string>, data: ReadonlyMap<string, string>): void {
  for (const [name, value] of data) {
    if (!fields.has(name) && name !== 'ids') fields.set(name, value);
  }
}

function takeFromParent(fields: Map<string, string>, type: string, parentType: string, parent: ReadonlyMap<string, string>): void {
  const target = titleTarget(type, parentType);
  const isWhole = type === parentType && !fields.has('title');
  const isDated = fields.has('date') || fields.has('year');
  for (const [name, value] of parent) {
    if ((own.has(name) && !(isWhole && ofWhole.has(name))) || (target !== 'title' && shortTitles.has(name))) continue;
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
