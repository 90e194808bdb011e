import type { CslItem, CslName } from '../../../src/core/library/record';
import type { Random } from '../../fuzz/random';
import type * as Ours from '../ours/duplicates';

/** A record as another source has the same work: told otherwise, written in that source's format, and read again. */
export function copyFrom(record: CslItem, random: Random, ours: typeof Ours): CslItem {
  const source = random.pick([pubmed, crossref, webOfScience, byHand]);
  const { told, format } = source(withoutTexts(record), random);
  const text = ours.formatById(format)?.write?.([told]) ?? '';
  return ours.readText(text, format).records[0] ?? told;
}

interface Source {
  readonly told: CslItem;
  readonly format: string;
}

/** Initials, the abbreviated journal, a full stop, seldom the DOI. */
function pubmed(record: CslItem, random: Random): Source {
  const journal = abbreviated(record['container-title']);
  return {
    format: 'nbib',
    told: {
      ...record, ...(journal && { 'container-title': journal }), title: `${record.title}.`, author: names(record, initials),
      DOI: random.next() < 0.5 ? record.DOI : undefined, issued: shifted(record, random, 0.15), ISBN: undefined,
    } as CslItem,
  };
}

/** Full names, often no pages yet and the year of the online version, sometimes no subtitle. */
function crossref(record: CslItem, random: Random): Source {
  const early = random.next() < 0.3;
  return {
    format: 'csl-json',
    told: {
      ...record, title: random.next() < 0.2 ? withoutSubtitle(record.title ?? '') : record.title,
      DOI: random.next() < 0.8 ? record.DOI?.toUpperCase() : undefined, issued: shifted(record, random, 0.25), PMID: undefined,
      ...(early && { page: undefined, volume: undefined, issue: undefined }),
    } as CslItem,
  };
}

/** Capitals, particles in the family name, no DOI, no month. */
function webOfScience(record: CslItem, random: Random): Source {
  const loud = random.next() < 0.3;
  const author = names(record, ({ family = '', given = '', ...more }) => ({
    family: [more['dropping-particle'], more['non-dropping-particle'], family].filter(Boolean).join(' '), given: initialsOf(given),
  }));
  const title = loud ? record.title?.toUpperCase() : record.title;
  return { format: 'ris', told: { ...record, title, author, DOI: undefined, PMID: undefined, PMCID: undefined, URL: undefined } as CslItem };
}

/** Typed or taken from a list of references: one author or three, `and` for `&`, now and then a letter wrong, a year or the pages missing. */
function byHand(record: CslItem, random: Random): Source {
  const title = (record.title ?? '').replace(/ & /g, ' and ').replace(/β/g, 'beta').replace(/α/g, 'alpha');
  const few = (record.author ?? []).slice(0, random.pick([1, 3, 99])).map(initials);
  const silent = random.next();
  return {
    format: 'bibtex',
    told: {
      ...record, title: random.next() < 0.1 ? mistyped(title, random) : title, author: few, DOI: undefined, PMID: undefined, PMCID: undefined, URL: undefined, ISBN: undefined,
      ...(silent < 0.1 && { issued: undefined }), ...(silent > 0.7 && { page: undefined, issue: undefined }),
    } as CslItem,
  };
}

function names(record: CslItem, change: (name: CslName) => CslName): CslName[] {
  return (record.author ?? []).map((name) => (name.family ? change(name) : name));
}

function initials(name: CslName): CslName {
  return { ...name, given: initialsOf(name.given ?? '') };
}

function initialsOf(given: string): string {
  return given.split(/[\s.-]+/).filter(Boolean).map((word) => `${word[0]}.`).join(' ');
}

/** `Japanese Journal of Clinical Oncology` → `Jap J Clin Onco`: cut words, without the small ones. */
function abbreviated(journal: string | undefined): string | undefined {
  const words = journal?.split(/\s+/).filter((word) => !/^(?:the|of|and|for|in|&)$/i.test(word)) ?? [];
  return words.length < 2 ? journal : words.map((word) => (/^journal$/i.test(word) ? 'J' : word.slice(0, 4))).join(' ');
}

function shifted(record: CslItem, random: Random, often: number): CslItem['issued'] {
  const year = record.issued?.['date-parts']?.[0]?.[0];
  if (year === undefined || random.next() > often) return record.issued;
  return { 'date-parts': [[year + random.pick([-1, 1])]] };
}

function withoutSubtitle(title: string): string {
  return /^(.{20,}?)[:?]\s/.exec(title)?.[1] ?? title;
}

function mistyped(title: string, random: Random): string {
  const at = 1 + random.below(Math.max(title.length - 2, 1));
  return title.slice(0, at) + title.slice(at + 1);
}

/** Without what is long and says nothing of which work it is. */
function withoutTexts(record: CslItem): CslItem {
  return { ...record, custom: undefined, abstract: undefined, keyword: undefined } as CslItem;
}
