/** Makes large but realistic bibliographies, the same ones every time: 88,000 records are about 50 MB of BibTeX. */
export const largeCount = 88_000;

/** One made-up work, from which every format writes its record. */
export interface Work {
  readonly key: string;
  readonly kind: 'article' | 'book' | 'incollection' | 'inproceedings' | 'phdthesis';
  readonly authors: readonly (readonly [family: string, given: string])[];
  readonly title: string;
  readonly container: string;
  readonly year: number;
  readonly month: number;
  readonly volume: number;
  readonly issue: number;
  readonly start: number;
  readonly end: number;
  readonly doi: string;
  readonly issn: string;
  readonly publisher: string;
  readonly keywords: readonly string[];
  readonly abstract: string;
}

const families = ['Chen', 'García', 'van der Berg', 'Müller', 'Okafor', 'Whang-Peng', 'Novák', 'Sørensen', 'Tanaka', 'O’Brien', 'Silva', 'Kowalski', 'Haddad', 'Nguyen', 'Rossi', 'Petrov', 'Larsen', 'Dubois', 'Yilmaz', 'Smith'];
const endings = ['son', 'ova', 'ez', 'er', 'mann', 'ini', 'sen', 'ic', 'ka', 'ly', 'ton', 'ard', 'eau', 'os', 'ura', 'wood'];
const givens = ['Y. M.', 'José', 'Jan', 'Anna-Lena', 'C.', 'Jacqueline', 'Petr', 'Mette', 'Kenji', 'Sinéad', 'A. B.', 'Zofia', 'Rami', 'Thi Hanh', 'M.', 'Olga', 'Erik', 'Chloé', 'Elif', 'Robert J.'];
const journals = ['Japanese Journal of Clinical Oncology', 'Gut', 'Annals of Surgery', 'The Lancet', 'Journal of Medical Case Reports', 'Radiology Case Reports', 'BMJ Case Reports', 'Case Reports in Oncology', 'Clinical & Experimental Dermatology', 'American Journal of Hematology'];
const publishers = ['Elsevier', 'Springer', 'Oxford University Press', 'Wiley', 'Karger', 'Cambridge University Press'];
const words = ['a', 'the', 'of', 'in', 'with', 'and', 'after', 'case', 'report', 'patient', 'rare', 'renal', 'carcinoma', 'treatment', 'chemotherapy', 'hepatic', 'resection', 'outcome', 'diagnosis', 'lesion', 'metastasis', 'lymphoma', 'acute', 'chronic', 'review', 'literature', 'presenting', 'as', 'syndrome', 'DNA', 'mutation', 'therapy', 'infection', 'long-term', 'follow-up', 'survival', 'was', 'were', 'we', 'describe', 'who', 'showed', 'cells', 'p53', 'tumour'];

/** The next of a series that looks like chance and is the same on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function* works(count: number): Generator<Work> {
  const random = chance(42);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const phrase = (length: number): string => Array.from({ length }, () => pick(words)).join(' ');
  for (let index = 0; index < count; index += 1) {
    const authors = Array.from({ length: 1 + below(6) }, () => [`${pick(families)}${index % 3 === 0 ? '' : `${pick(endings)}${pick(endings)}`}`, pick(givens)] as const);
    const start = 1 + below(1800);
    yield {
      key: `${(authors[0]?.[0] ?? '').toLowerCase().replace(/[^a-z]/g, '')}${index}`,
      kind: random() < 0.75 ? 'article' : pick(['book', 'incollection', 'inproceedings', 'phdthesis'] as const),
      authors, title: `${pick(['A', 'The', 'Primary', 'Recurrent'])} ${phrase(8 + below(6))}`, container: pick(journals), year: 1960 + below(66),
      month: below(12), volume: 1 + below(120), issue: 1 + below(12), start, end: start + below(20), doi: `10.${1000 + below(8000)}/j.x${index}.${below(100_000)}`,
      issn: `${1000 + below(8999)}-${1000 + below(8999)}`, publisher: pick(publishers), keywords: [pick(words), pick(words), pick(words)],
      abstract: random() < 0.22 ? `${phrase(60 + below(60))}.` : '',
    };
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const accents: Readonly<Record<string, string>> = { ü: '{\\"u}', é: "{\\'e}", í: "{\\'i}", á: "{\\'a}", ø: '{\\o}', '’': "'" };

/** A third of the files in use have TeX's accents, the others Unicode's. */
function tex(text: string, isTex: boolean): string {
  return isTex ? text.replace(/[üéíáø’]/g, (letter) => accents[letter] ?? letter).replace(/&/g, '\\&') : text.replace(/&/g, '\\&');
}

/** A `.bib` as reference managers write it. */
export function largeBibtex(count = largeCount): string {
  const entries: string[] = [];
  for (const work of works(count)) {
    const isTex = work.volume % 3 === 0;
    const names = work.authors.map(([family, given]) => (work.issue % 4 === 0 ? `${given} ${family}` : `${family}, ${given}`)).join(' and ');
    const fields: (readonly [string, string])[] = [
      ['title', `{${work.title.replace(/DNA|p53/g, '{$&}')}}`],
      ['author', `{${tex(names, isTex)}}`],
      ...(work.kind === 'article' ? [['journal', `{${tex(work.container, true)}}`]] as const : []),
      ...(work.kind.startsWith('in') ? [['booktitle', `{Proceedings of ${work.container.replace('&', 'and')}}`]] as const : []),
      ['year', work.issue % 2 === 0 ? `{${work.year}}` : String(work.year)],
      ['month', months[work.month] ?? 'jan'], ['volume', `{${work.volume}}`], ['number', `{${work.issue}}`],
      ['pages', `{${work.start}--${work.end}}`], ['publisher', `{${work.publisher}}`], ['doi', `{${work.doi}}`], ['issn', `{${work.issn}}`],
      ['keywords', `{${work.keywords.join(', ')}}`],
      ...(work.abstract === '' ? [] : [['abstract', `{${work.abstract.replace(/(.{90}\S*) /g, '$1\n\t\t')}}`]] as const),
    ];
    entries.push(`@${work.kind}{${work.key},\n${fields.map(([name, value]) => `\t${name} = ${value},\n`).join('')}}\n`);
  }
  return entries.join('\n');
}

const risTypes = { article: 'JOUR', book: 'BOOK', incollection: 'CHAP', inproceedings: 'CPAPER', phdthesis: 'THES' } as const;

/** A `.ris` as publishers and reference managers write it. */
export function largeRis(count = largeCount): string {
  const records: string[] = [];
  for (const work of works(count)) {
    const tags = [
      `TY  - ${risTypes[work.kind]}`, ...(work.issue % 2 === 0 ? [`ID  - ${work.key}`] : []),
      ...work.authors.map(([family, given]) => `AU  - ${family}, ${given}`), `TI  - ${work.title}`, `T2  - ${work.container}`, `PY  - ${work.year}`,
      `DA  - ${work.year}/${String(work.month + 1).padStart(2, '0')}/${String(1 + (work.volume % 28)).padStart(2, '0')}`,
      `VL  - ${work.volume}`, `IS  - ${work.issue}`, `SP  - ${work.start}`, `EP  - ${work.end}`, `PB  - ${work.publisher}`, `SN  - ${work.issn}`,
      `DO  - ${work.doi}`, `UR  - https://doi.org/${work.doi}`, ...work.keywords.map((word) => `KW  - ${word}`), 'LA  - en',
      ...(work.abstract === '' ? [] : [`AB  - ${work.abstract}`]), 'ER  - ', '',
    ];
    records.push(tags.join('\n'));
  }
  return records.join('\n');
}

/** As many records of PubMed are about 50 MB. */
export const largeNbibCount = 17_000;

const affiliations = ['Department of Internal Medicine, National Yang-Ming University, Taipei, Taiwan, R.O.C.', 'Department of Surgery, University Hospital Zürich, Rämistrasse 100, 8091 Zürich, Switzerland. surgery@example.org', 'Division of Hematology/Oncology, Veterans General Hospital, and Institute of Clinical Medicine, School of Medicine.'];
const headings = ['Adult', 'Aged', 'Aged, 80 and over', 'Female', 'Humans', 'Male', 'Middle Aged', '*Carcinoma, Renal Cell/drug therapy/pathology', 'Liver Neoplasms/*secondary', 'Tomography, X-Ray Computed', '*Case Reports as Topic', 'Treatment Outcome', 'Antineoplastic Combined Chemotherapy Protocols/adverse effects/*therapeutic use', 'Follow-Up Studies'];

/** A `.nbib` as PubMed writes it: four fifths of the records with an abstract, each author with an affiliation, headings, history. */
export function largeNbib(count = largeNbibCount): string {
  const records: string[] = [];
  const random = chance(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const phrase = (length: number): string => Array.from({ length }, () => words[below(words.length)]).join(' ');
  for (const work of works(count)) {
    const pmid = 10_000_000 + records.length;
    const month = `${(months[work.month] ?? 'jan').charAt(0).toUpperCase()}${(months[work.month] ?? 'jan').slice(1)}`;
    const day = `${work.year}${String(work.month + 1).padStart(2, '0')}${String(1 + (work.volume % 28)).padStart(2, '0')}`;
    const short = work.container.split(' ').map((word) => word.slice(0, 4)).join(' ');
    const fields: (readonly [string, string])[] = [
      ['PMID', String(pmid)], ['OWN', 'NLM'], ['STAT', 'MEDLINE'], ['DCOM', day], ['LR', day], ['IS', `${work.issn} (Print)`], ['IS', `${work.issn} (Linking)`],
      ['VI', String(work.volume)], ['IP', String(work.issue)], ['DP', `${work.year} ${month}`], ['TI', `${work.title}.`], ['PG', `${work.start}-${String(work.end).slice(-2)}`],
      ['LID', `${work.doi} [doi]`], ...(random() < 0.8 ? [['AB', `${phrase(180 + below(80))}.`] as const] : []),
      ...work.authors.flatMap(([family, given]) => [
        ['FAU', `${family}, ${given.replace(/\./g, '')}`] as const,
        ['AU', `${family} ${given.replace(/[^\p{Lu}]/gu, '')}`] as const,
        ['AD', affiliations[below(affiliations.length)] ?? ''] as const,
      ]),
      ['LA', 'eng'], ['PT', 'Case Reports'], ['PT', 'Journal Article'], ['PL', 'England'], ['TA', short], ['JT', work.container], ['JID', '0313614'],
      ['RN', '0 (Antineoplastic Agents)'], ['SB', 'IM'], ...Array.from({ length: 8 + below(6) }, () => ['MH', headings[below(headings.length)] ?? ''] as const),
      ...work.keywords.map((word) => ['OT', word] as const), ['EDAT', `${work.year}/01/01`], ['MHDA', `${work.year}/01/01 00:01`], ['CRDT', `${work.year}/01/01 00:00`],
      ['PHST', `${work.year}/01/01 00:00 [pubmed]`], ['PHST', `${work.year}/01/01 00:01 [medline]`], ['PHST', `${work.year}/01/01 00:00 [entrez]`],
      ['AID', `${work.doi} [doi]`], ['PST', 'ppublish'], ['SO', `${short}. ${work.year} ${month};${work.volume}(${work.issue}):${work.start}-${String(work.end).slice(-2)}. doi: ${work.doi}.`],
    ];
    records.push(fields.map(([name, value]) => folded(name, value)).join(''));
  }
  return records.join('\n');
}

/** MEDLINE's lines end before the 89th sign and go on after six spaces. */
function folded(name: string, value: string): string {
  return `${name.padEnd(4)}- ${value}`.replace(/(.{60,80}\S*) (?=\S)/g, '$1\n      ') + '\n';
}
