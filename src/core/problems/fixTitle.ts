import type { FixTitle } from '../library/checks/check';
import type { Translate } from './messages';
import { fillIn } from './messages';

const titles: { readonly [Code in FixTitle['code']]: string } = {
  write: 'Write the {field} as {value}',
  add: 'Add the {field} {value}',
  'remove-name': 'Take {value} out of the names',
  'remove-field': 'Take the {field} out',
};

/** How a field is called in a sentence; others go by CSL's own word. */
const fields: Readonly<Record<string, string>> = {
  page: 'pages', issued: 'date', URL: 'web address', 'container-title': 'journal', 'container-title-short': 'journal’s abbreviation',
  'title-short': 'short title', keyword: 'keywords', author: 'authors', editor: 'editors', translator: 'translators', 'container-author': 'authors of the whole',
  'collection-editor': 'editors of the series', 'collection-title': 'series', 'publisher-place': 'place',
};

/** @returns the title of a quick fix, in words: `Write the DOI as 10.1093/jjco/25.4.168` */
export function fixTitle(title: FixTitle, translate: Translate = fillIn): string {
  const field = 'field' in title ? title.field : '';
  const word = Object.hasOwn(fields, field) ? (fields[field] ?? field) : field;
  return translate(titles[title.code], { field: word, value: 'value' in title ? title.value : '' });
}
