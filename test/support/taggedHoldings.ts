import { findDoi, serialNumbers } from '../../src/core/formats/doi';
import { pageCount } from '../../src/core/formats/risNumbers';
import type { CslItem, CslName } from '../../src/core/library/record';
import type { Holding } from './heldItems';

/** What `writeRis` says that RIS can hold. */
export const risHolding: Holding = {
  types: new Set([
    'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'chapter', 'classic', 'dataset', 'document',
    'entry-dictionary', 'entry-encyclopedia', 'figure', 'graphic', 'hearing', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
    'musical_score', 'pamphlet', 'paper-conference', 'patent', 'periodical', 'personal_communication', 'post-weblog', 'report', 'software',
    'song', 'speech', 'standard', 'thesis', 'webpage',
  ]),
  texts: risTexts,
  names: (item) => [
    'author', 'translator',
    ...(item.type === 'thesis' ? ['contributor'] : item.type === 'personal_communication' ? ['recipient'] : item.type === 'interview' ? [] : ['editor']),
    ...(isPart(item) || ['book', 'report'].includes(item.type) ? ['collection-editor'] : []),
  ],
  name: nameInRis,
  dates: ['issued', 'accessed'],
};

const isPart = ({ type }: CslItem): boolean => type === 'chapter' || type === 'paper-conference' || type === 'figure' || type.startsWith('entry');
const isWhole = ({ type }: CslItem): boolean => ['book', 'thesis', 'report'].includes(type);
const isPeriodical = ({ type }: CslItem): boolean => type === 'periodical' || type.startsWith('article-') || type.startsWith('review');

function risTexts(item: CslItem): string[] {
  return [
    'id', 'title', ...(item.title === undefined ? [] : ['title-short']), 'volume', isPeriodical(item) ? 'issue' : 'number', ...(isPeriodical(item) ? ['number'] : []),
    'page', ...(isWhole(item) && item.page === undefined && pageCount.test(item['number-of-pages'] ?? '') ? ['number-of-pages'] : []), 'edition', 'number-of-volumes', 'publisher', 'publisher-place',
    'collection-title', ...(isWhole(item) ? [] : ['container-title', ...(hasShort(item) ? ['container-title-short'] : [])]),
    ...(item.type === 'paper-conference' ? ['event-place', ...(item['container-title'] === undefined ? [] : ['event-title'])] : []),
    ...(['article-newspaper', 'legislation'].includes(item.type) ? ['section'] : []),
    ...(['thesis', 'report', 'patent', 'manuscript', 'map', 'webpage', 'speech'].includes(item.type) ? ['genre'] : []),
    ...doi(item), ...serials(item), ...pubmed(item), 'URL', 'call-number', 'language', 'keyword', 'abstract', 'note',
  ];
}

const hasShort = (item: CslItem): boolean => item['container-title'] !== undefined && item['container-title-short'] !== item['container-title'];

/** An address with a DOI in it gives an item without one its DOI. */
const doi = (item: CslItem): string[] => (item.DOI === undefined || findDoi(item.DOI) === undefined ? [] : ['DOI']);

const pubmed = (item: CslItem): string[] => [...(/^\d{1,8}$/.test(item.PMID ?? '') ? ['PMID'] : []), ...(/^PMC\d+$/.test(item.PMCID ?? '') ? ['PMCID'] : [])];

/** Numbers that by their form are what they should be. */
function serials(item: CslItem): string[] {
  const isClear = (variable: 'ISSN' | 'ISBN'): boolean => String(item[variable] ?? '').split(/[,;]\s*/).every((each) => serialNumbers(each)[variable] !== undefined);
  return (['ISSN', 'ISBN'] as const).filter(isClear);
}

/** RIS cannot say which part of a family name is a particle, and a name without given names is a group's. */
function nameInRis(name: CslName): string {
  const tidy = (text: string | undefined): string => (text ?? '').replace(/[,;\\\s]+/g, ' ').trim();
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].map(tidy).filter(Boolean).join(' ');
  const given = tidy(name.given);
  return family !== '' && given !== '' ? [family, given, tidy(name.suffix)].filter(Boolean).join(', ') : tidy(family || name.literal || given);
}

/** What `writeNbib` says that MEDLINE's format can hold. */
export const nbibHolding: Holding = {
  types: new Set(['article', 'article-journal', 'article-newspaper', 'book', 'chapter', 'paper-conference', 'patent', 'report', 'thesis']),
  texts: (item) => [
    'title', 'volume', 'issue', 'page', 'edition', 'publisher', ...doi(item), ...pubmed(item), ...(/^(?:https?:\/\/)(?!.*doi\.org\/)[^\s;]+$/.test(item.URL ?? '') ? ['URL'] : []), 'language', 'keyword', 'abstract', ...serials(item),
    ...(isWhole(item) ? [] : ['container-title']), ...(item.publisher === undefined ? [] : ['publisher-place']),
    ...(isWhole(item) || item.type === 'chapter' || !hasShort(item) ? [] : ['container-title-short']),
  ],
  names: () => ['author', 'editor'],
  name: (name) => nameInRis({ ...name, given: name.given?.replace(/[.\s]+/g, ''), suffix: name.suffix?.replace(/\.$/, '') }).replace(/[,\s]+|\d/g, ''),
  dates: ['issued'],
};
