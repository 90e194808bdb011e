import type { CslItem } from '../../../src/core/library/record';
import type { Random } from '../../fuzz/random';

/** Other works that look like a record's: each is really another work, as it is found in bibliographies. */
export function lookAlike(record: CslItem, other: CslItem, random: Random): CslItem {
  return random.pick(kinds)({ ...record, DOI: undefined, PMID: undefined, PMCID: undefined, URL: undefined } as CslItem, other, random);
}

type Kind = (record: CslItem, other: CslItem, random: Random) => CslItem;

const kinds: readonly Kind[] = [
  function erratum(record, _other, random) {
    return { ...record, ...elsewhere(random, record), title: random.pick([`Erratum: ${record.title}`, `Correction to: ${record.title}`, `${record.title} (vol 12, pg 3, 2001) [Erratum]`]) };
  },
  function reply(record, other, random) {
    const author = random.pick([record.author, other.author]);
    return { ...record, ...elsewhere(random, record), author, title: random.pick([`${record.title}: reply`, `Reply to "${record.title}"`, `Comment on: ${record.title}`]) };
  },
  function nextPart(record, _other, random) {
    const [first = '', second = ''] = random.pick([[': Part I', ': Part II'], ['. I', '. II'], [', part 1', ', part 2']]);
    return { ...record, ...(random.next() < 0.5 ? elsewhere(random, record) : {}), title: `${record.title}${random.next() < 0.5 ? first : second}` };
  },
  function sameTitle(record, other, random) {
    return { ...record, ...elsewhere(random, record), author: other.author, issued: yearsOn(record, 1 + random.below(6)) };
  },
  function laterEdition(record, _other, random) {
    return { ...record, ...elsewhere(random, record), issued: yearsOn(record, 3 + random.below(6)) };
  },
  function otherDoi(record, _other, random) {
    return { ...record, ...elsewhere(random, record), DOI: `10.5555/other.${random.below(1e9)}` };
  },
  function abstractOfIt(record, _other, random) {
    return { ...record, ...elsewhere(random, record), 'container-title': 'Blood', page: `${random.below(900) + 1000}a` };
  },
  function chapter(record, other, random) {
    const book = { 'container-title': 'Handbook of clinical medicine', ISBN: '978-0-306-40615-7', author: record.author, issued: record.issued };
    return { id: 'x', type: 'chapter', title: `Chapter ${random.below(1e6)}: ${other.title}`, page: String(random.below(900)), ...book } as CslItem;
  },
  function editorial(record, _other, random) {
    return { ...record, ...elsewhere(random, record), title: random.pick(['Editorial', 'In this issue', 'Letter to the editor']) };
  },
  function sameIssue(record, other, random) {
    return { ...record, title: `${other.title} in ${random.below(1e6)} patients`, page: String(2000 + random.below(5000)) };
  },
];

/** Another volume and page, as another publication has. */
function elsewhere(random: Random, record: CslItem): Partial<CslItem> {
  return { volume: String(Number.parseInt(record.volume ?? '3', 10) + 1 + random.below(9)), page: String(2000 + random.below(7000)), issue: '1' };
}

function yearsOn(record: CslItem, years: number): CslItem['issued'] {
  return { 'date-parts': [[(record.issued?.['date-parts']?.[0]?.[0] ?? 1990) + years]] };
}
