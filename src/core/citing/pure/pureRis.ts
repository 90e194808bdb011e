import { type PureFields, unmarked } from './pureFields';
import { fullName } from './pureNames';

const types: Readonly<Record<PureFields['kind'], string>> = {
  article: 'JOUR', part: 'CHAP', book: 'BOOK', thesis: 'THES', other: 'GEN',
};

/** The portal's RIS, in its order: abstract and date twice, the DOI under `U2` too, an article number under `M1`. */
export function pureRis(fields: PureFields): string {
  const [first, last] = fields.pages.split('-');
  const isArticle = fields.kind === 'article';
  const isConference = fields.type === 'paper-conference';
  const date = fields.date.join('/') || fields.year;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['TY', isConference ? 'GEN' : types[fields.kind]],
    ['T1', fields.title],
    ...fields.authors.map((author) => ['AU', fullName(author)] as const),
    ['N1', fields.note],
    ['PY', date],
    ['Y1', date],
    ['N2', fields.abstract],
    ['AB', fields.abstract],
    ...fields.keywords.map((keyword) => ['KW', keyword] as const),
    ['UR', fields.url],
    ['U2', fields.doi],
    ['DO', fields.doi],
    ['M3', fields.genre.split('›')[1]?.trim() ?? (fields.genre || outputType(fields))],
    ['SN', fields.isbn || fields.issn],
    ['VL', fields.volume],
    ['T3', isArticle ? '' : fields.series],
    ['SP', first],
    ['EP', last],
    ['JO', isArticle ? fields.container : ''],
    ['JF', isArticle ? fields.container : ''],
    ['BT', isArticle ? '' : fields.container],
    ['IS', fields.issue],
    ['M1', fields.articleNumber],
    ...fields.editors.map((editor) => ['A2', fullName(editor)] as const),
    ['PB', isArticle ? '' : fields.publisher],
    ['CY', isArticle ? '' : fields.place],
  ];
  const lines = rows.filter(([, value]) => value !== undefined && value !== '').map(([tag, value]) => `${tag}  - ${unmarked(value ?? '')}`);
  return [...lines, 'ER  - '].join('\n');
}

function outputType({ kind, type }: PureFields): string {
  if (kind === 'article') return 'Article';
  if (type === 'paper-conference') return 'Conference contribution';
  return kind === 'part' ? 'Chapter' : '';
}
