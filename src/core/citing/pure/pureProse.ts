import { bold, italic, unmarked, type PureFields } from './pureFields';
import { apaNames, fullNames, harvardNames, vancouverNames } from './pureNames';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** `Wang, X., & Tian, C. (2023). Title. Journal, 16(7), 123-130. https://doi.org/...` */
export function pureApa(fields: PureFields): string {
  const { title, container, volume, issue, pages, articleNumber } = fields;
  const isWhole = fields.kind === 'book' || fields.kind === 'thesis';
  const number = italic(volume) + (issue === '' ? '' : `(${issue})`);
  const place = [number, pages || (articleNumber && `Article ${articleNumber}`)];
  const source =
    fields.kind === 'part'
      ? sentence(`In ${italic(container)}${parenthesised([pages && `pp. ${pages}`])}`, container)
      : sentence(listed([italic(container), ...place]), container);
  const series = fields.series && sentence(`(${fields.series})`);
  const publisher = fields.kind === 'article' ? '' : sentence(fields.publisher);
  return spaced([
    apaNames(fields.authors), sentence(`(${fields.year || 'n.d.'})`), sentence(isWhole ? italic(title) : title), source,
    series, publisher, doiLink(fields),
  ]);
}

/** `Wang, Xiao ; Tian, Chi. / Title. In: Journal. 2023 ; Vol. 16, No. 7. pp. 123-130.` */
export function pureAuthor(fields: PureFields): string {
  const authors = sentence(fullNames(fields.authors, ' ; '));
  const pages = fields.pages && `pp. ${fields.pages}`;
  const head = [authors && `${authors} /`, sentence(bold(fields.title))];
  if (fields.kind !== 'article') {
    const imprint = sentence(listed([fields.publisher, fields.year]));
    return spaced([...head, sentence(fields.container), imprint, sentence(spaced([pages, parenthesised([fields.series])]))]);
  }
  const number = listed([fields.volume && `Vol. ${fields.volume}`, fields.issue && `No. ${fields.issue}`]);
  const when = [fields.year, number].filter((part) => part !== '').join(' ; ');
  const source = fields.container && `In: ${italic(fields.container)}`;
  return spaced([...head, sentence(source, fields.container), sentence(when), sentence(pages)]);
}

/** `Wang, X & Tian, C 2023, 'Title', Journal, vol. 16, no. 7, pp. 123-130. https://doi.org/...` */
export function pureHarvard(fields: PureFields): string {
  const { title, container, volume, issue, pages, articleNumber } = fields;
  const head = spaced([harvardNames(fields.authors), fields.year]);
  const numbers = [
    volume && `vol. ${volume}`, issue && `no. ${issue}`, articleNumber, pages && `pp. ${pages}`,
  ];
  if (fields.kind === 'article') return spaced([sentence(listed([head, title && `'${title}'`, italic(container), ...numbers])), doiLink(fields)]);
  if (fields.kind === 'part') {
    const source = sentence(`in ${italic(container)}`);
    const imprint = listed([fields.series, ...numbers.slice(0, 2), fields.publisher, fields.place, ...numbers.slice(2)]);
    return spaced([sentence(listed([head, title])), container && source, sentence(imprint), doiLink(fields)]);
  }
  const imprint = listed([fields.series, ...numbers, fields.publisher, fields.place]);
  return spaced([sentence(listed([head, italic(title)])), sentence(imprint), doiLink(fields)]);
}

/** `Title. / Wang, Xiao; Tian, Chi.`, a line `In: Journal, Vol. 16, No. 7, 07.2023, p. 123-130.`, and the kind of output. */
export function pureStandard(fields: PureFields): string {
  const authors = fullNames(fields.authors, '; ');
  const head = spaced([sentence(bold(fields.title)), authors && `/ ${sentence(authors)}`]);
  const pages = fields.pages && `p. ${fields.pages}`;
  const volume = fields.volume && `Vol. ${fields.volume}`;
  const source =
    fields.kind === 'article'
      ? listed([
          fields.container && `In: ${italic(fields.container)}`, volume, fields.issue && `No. ${fields.issue}`,
          fields.articleNumber, dotted(fields), pages,
        ])
      : spaced([
          sentence(fields.container), sentence(listed([fields.publisher, fields.year])),
          spaced([pages, parenthesised([fields.series, fields.series && volume])]),
        ]);
  const output = outputKind(fields);
  return [head, sentence(source), output && `\nResearch output: ${output}`].filter((line) => line !== '').join('\n');
}

/** `Wang X, Tian C. Title. Journal. 2023 Jul;16(7):123-130. doi: 10....` */
export function pureVancouver(fields: PureFields): string {
  const { container, volume, issue, pages, articleNumber } = fields;
  const head = [sentence(vancouverNames(fields.authors)), sentence(fields.title)];
  const doi = fields.doi && `doi: ${fields.doi}`;
  if (fields.kind !== 'article') {
    const source = fields.kind === 'part' && container ? sentence(`In ${container}`) : '';
    const imprint = [sentence(listed([fields.place, fields.publisher], ': ')), sentence(fields.year)];
    return spaced([...head, source, ...imprint, sentence(pages && `p. ${pages}`), parenthesised([fields.series], '.'), doi]);
  }
  const number = volume + (issue === '' ? '' : `(${issue})`);
  const where = [number && `;${number}`, (pages || articleNumber) && `:${pages || articleNumber}`].join('');
  return spaced([...head, sentence(container), sentence(vancouverDate(fields) + where), doi]);
}

/** `Contribution to journal › Article › peer-review`, where the item says so, else what its type says. */
function outputKind({ genre, kind, type }: PureFields): string {
  if (genre.includes('›')) return genre;
  if (kind === 'article') return `Contribution to journal › ${genre || 'Article'}`;
  if (type === 'paper-conference') return `Chapter in Book/Report/Conference proceeding › ${genre || 'Conference contribution'}`;
  if (kind === 'part') return `Chapter in Book/Report/Conference proceeding › ${genre || 'Chapter'}`;
  if (kind === 'thesis') return `Thesis › ${genre || 'Doctoral Thesis'}`;
  return kind === 'book' ? `Book/Report › ${genre || 'Book'}` : genre;
}

/** `2023 Jul 5`. */
function vancouverDate({ date, year }: PureFields): string {
  const [, month, day] = date;
  const name = month === undefined ? undefined : months[month - 1]?.slice(0, 3);
  return spaced([year, name ?? '', name === undefined || day === undefined ? '' : String(day)]);
}

/** `05.07.2023`. */
function dotted({ date, year }: PureFields): string {
  return date.length < 2 ? year : [...date].reverse().map((part) => String(part).padStart(2, '0')).join('.');
}

function doiLink({ doi, url }: PureFields): string {
  return doi === '' ? url : `https://doi.org/${doi}`;
}

/** A sentence ends with one full stop, whatever its last part ends with: `... physical function?` */
function sentence(text: string, needs = text): string {
  if (needs === '' || text === '') return '';
  return /[.?!]["'”’)]?$/.test(unmarked(text)) ? text : `${text}.`;
}

function spaced(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function listed(parts: readonly string[], separator = ', '): string {
  return parts.filter((part) => part !== '').join(separator);
}

function parenthesised(parts: readonly string[], after = ''): string {
  const inner = listed(parts, '; ');
  return inner === '' ? '' : ` (${inner})${after}`.trimStart();
}
