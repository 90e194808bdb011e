import type { NameReader } from './bibtexNames';
import { bibtexNames } from './bibtexNames';

type Fields = ReadonlyMap<string, string>;

/** Fields that name others than authors, and the CSL variables that they become. */
const otherFields: readonly (readonly [variable: string, field: string])[] = [
  ['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor'],
  ['director', 'director'], ['illustrator', 'illustrator'], ['composer', 'composer'], ['original-author', 'origauthor'],
];

/** Editors' roles that CSL has a variable for, in BibLaTeX's words and those of its APA style. */
const roles: Readonly<Partial<Record<string, string>>> = {
  editor: 'editor', compiler: 'compiler', director: 'director', organizer: 'organizer', illustrator: 'illustrator', translator: 'translator',
  producer: 'producer', execproducer: 'executive-producer', narrator: 'narrator', writer: 'script-writer', composer: 'composer',
  collaborator: 'contributor', host: 'host', guest: 'guest', performer: 'performer',
};

const editorFields: readonly string[] = ['editor', 'editora', 'editorb', 'editorc'];

/**
 * The people of an entry, by CSL's variables; a list that ends with `and others` is truncated.
 *
 * @param hasOthers there may be more people than authors
 */
export function bibtexPeople(fields: Fields, readName: NameReader, hasOthers: boolean, add: (variable: string, names: unknown) => void): boolean {
  let truncated = false;
  const take = (variable: string, field: string): void => {
    const value = fields.get(field);
    const list = value === undefined ? undefined : bibtexNames(value, readName);
    if (list === undefined) return;
    truncated ||= list.truncated;
    if (list.names.length > 0) add(variable, list.names);
  };
  take('author', 'author');
  for (const [variable, field] of hasOthers ? otherFields : []) {
    if (field === 'editor') takeEditors(fields, take);
    else take(variable, field);
  }
  return truncated;
}

function takeEditors(fields: Fields, take: (variable: string, field: string) => void): void {
  for (const field of editorFields) {
    if (!fields.has(field)) continue;
    const role = roles[fields.get(`${field}type`)?.toLowerCase() ?? 'editor'];
    if (role !== undefined) take(role, field);
    else if (field === 'editor') take('editor', field);
  }
}
