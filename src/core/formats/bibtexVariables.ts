/** A CSL item that is being made. */
export type Variables = Record<string, unknown>;

/**
 * Sets a variable, unless there is nothing to set. The usual ones are named: V8 turns an object to which a dozen computed
 * keys were added into a hash table, which takes three times the memory and twice the time.
 */
export function setVariable(record: Variables, variable: string, value: unknown): void {
  if (value === undefined) return;
  switch (variable) {
    case 'title': record.title = value; return;
    case 'author': record.author = value; return;
    case 'issued': record.issued = value; return;
    case 'container-title': record['container-title'] = value; return;
    case 'volume': record.volume = value; return;
    case 'page': record.page = value; return;
    case 'issue': record.issue = value; return;
    case 'number': record.number = value; return;
    case 'publisher': record.publisher = value; return;
    case 'publisher-place': record['publisher-place'] = value; return;
    case 'DOI': record.DOI = value; return;
    case 'URL': record.URL = value; return;
    case 'ISSN': record.ISSN = value; return;
    case 'ISBN': record.ISBN = value; return;
    case 'abstract': record.abstract = value; return;
    case 'keyword': record.keyword = value; return;
    case 'editor': record.editor = value; return;
    case 'language': record.language = value; return;
    case 'note': record.note = value; return;
    case 'annote': record.annote = value; return;
    case 'genre': record.genre = value; return;
    case 'collection-title': record['collection-title'] = value; return;
    case 'edition': record.edition = value; return;
    case 'accessed': record.accessed = value; return;
    case 'title-short': record['title-short'] = value; return;
    default: record[variable] = value;
  }
}
