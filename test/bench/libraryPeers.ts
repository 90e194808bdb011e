import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BibliographyRow } from '../../src/core/library/bibliography/row';

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(query: string, options: object): readonly unknown[];
}

interface FlexSearch {
  add(document: object): void;
  search(query: string, options: object): readonly unknown[];
}

interface Fuse {
  search(query: string, options: object): readonly unknown[];
}

const fields = ['key', 'names', 'year', 'title', 'container'];

/**
 * Another library's search over rows, set up to find word beginnings in the same fields, all words of a query wanted.
 * @param folder where it is installed
 */
export function peerSearch(name: string, folder: string, rows: readonly BibliographyRow[]): (query: string) => unknown {
  const load = createRequire(join(folder, 'package.json'));
  const documents = rows.map(({ index, key, names, year, title, container }) => ({ id: index, key, names, year, title, container }));
  if (name === 'minisearch') {
    const module = load('minisearch') as { readonly default?: new (options: object) => MiniSearch };
    const Class = module.default ?? (module as unknown as new (options: object) => MiniSearch);
    const index = new Class({ fields });
    index.addAll(documents);
    return (query) => index.search(query, { prefix: true, combineWith: 'AND', boost: { key: 5, names: 4, year: 4, title: 3, container: 2 } }).slice(0, 100);
  }
  if (name === 'flexsearch') {
    const { Document } = load('flexsearch') as { readonly Document: new (options: object) => FlexSearch };
    const index = new Document({ document: { id: 'id', index: fields }, tokenize: 'forward' });
    for (const document of documents) index.add(document);
    return (query) => index.search(query, { limit: 100 });
  }
  const module = load('fuse.js') as { readonly default?: new (list: readonly object[], options: object) => Fuse };
  const Class = module.default ?? (module as unknown as new (list: readonly object[], options: object) => Fuse);
  const index = new Class(documents, { keys: fields, ignoreLocation: true, threshold: 0 });
  return (query) => index.search(query, { limit: 100 });
}
