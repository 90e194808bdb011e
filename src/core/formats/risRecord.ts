import type { CslItem } from '../library/record';
import { languageTag } from './languages';
import { joinKeywords } from './recordList';
import { risAddresses } from './risAddresses';
import { addContainer } from './risContainer';
import { risIssued, risRange } from './risDates';
import type { RisEntry } from './risEntry';
import { risNames } from './risNames';
import { addNumbers, addPublisher } from './risNumbers';
import { fromProCite } from './risProCite';
import { tag } from './risTags';
import { isPartOfBook, typeOf } from './risTypes';
import type { RisDraft } from './risVariables';
import { risDraft } from './risVariables';

export interface RisReading {
  readonly record: Partial<CslItem>;
  /** The list of authors ends with `et al.` */
  readonly truncated: boolean;
  /** `ID`, where the text has one. */
  readonly key: string | undefined;
}

const t = {
  ID: tag('ID'), T1: tag('T1'), TI: tag('TI'), CT: tag('CT'), BT: tag('BT'), T2: tag('T2'), ST: tag('ST'), AU: tag('AU'), A1: tag('A1'),
  A2: tag('A2'), A3: tag('A3'), A4: tag('A4'), ED: tag('ED'), TA: tag('TA'), LA: tag('LA'), AB: tag('AB'), N2: tag('N2'), KW: tag('KW'),
  ET: tag('ET'), M3: tag('M3'), N1: tag('N1'), Y2: tag('Y2'), NV: tag('NV'), CN: tag('CN'), SE: tag('SE'),
};

const hasGenre: ReadonlySet<string> = new Set(['thesis', 'report', 'patent', 'manuscript', 'map', 'article', 'webpage', 'speech']);
const hasSection: ReadonlySet<string> = new Set(['article-newspaper', 'legislation', 'regulation']);

/** Reads a file's records; what it makes once serves for all of them. */
export class RisRecordReader {
  private readonly draft = risDraft();

  /** One record's tags as a CSL item; without an id unless one is handed in, to be replaced. */
  read(entry: RisEntry, id?: string): RisReading {
    fromProCite(entry);
    const { draft } = this;
    const { of } = draft;
    const { type, ownEditors } = typeOf(entry);
    if (id !== undefined) draft.set(of.id, id);
    draft.set(of.type, type);
    draft.set(of.title, titleOf(entry, type));
    const { names, truncated } = risNames(entry, t.AU, t.A1);
    draft.set(ownEditors && !entry.has(t.ED) && !entry.has(t.A2) ? of.editor : of.author, names);
    addOtherNames(entry, type, draft);
    draft.set(of.issued, risIssued(entry));
    addContainer(entry, type, draft);
    addNumbers(entry, type, draft);
    addPublisher(entry, type, draft);
    risAddresses(entry, draft);
    addRest(entry, type, draft);
    return { record: draft.take(), truncated, key: entry.first(t.ID) };
  }
}

function titleOf(entry: RisEntry, type: string): string | undefined {
  const title = entry.first(t.T1, t.TI, t.CT) ?? (type === 'book' ? entry.first(t.BT, t.T2) : undefined) ?? entry.first(t.ST);
  return joinTitle(title, entry.subtitle);
}

/** `HALO` and `communication-aware …` are one title; a portal cuts it at the colon. */
export function joinTitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined || title.includes(subtitle)) {
    return title;
  }
  return `${title}${/[:?!–-]\s*$/.test(title) ? ' ' : ': '}${subtitle}`.replace(/ {2,}/g, ' ');
}

/** What the second and third authors are depends on the work, as EndNote has it: of a letter, the one who got it. */
function addOtherNames(entry: RisEntry, type: string, draft: RisDraft): void {
  const { of } = draft;
  const isLetter = type === 'personal_communication';
  if (entry.has(t.ED) || entry.has(t.A2)) {
    const role = isLetter ? of.recipient : type === 'thesis' ? of.contributor : type === 'interview' ? of.interviewer : of.editor;
    draft.set(role, risNames(entry, t.ED, t.A2).names);
  }
  if (entry.has(t.A3)) {
    const role = isPartOfBook(type) || type === 'book' || type === 'report' ? of['collection-editor'] : type === 'thesis' ? of.contributor : -1;
    if (role >= 0) draft.set(role, risNames(entry, t.A3, t.A3).names);
  }
  if (entry.has(t.A4) || entry.has(t.TA)) draft.set(of.translator, risNames(entry, t.A4, t.TA).names);
}

function addRest(entry: RisEntry, type: string, draft: RisDraft): void {
  const { of } = draft;
  const language = entry.firstShort(t.LA);
  draft.set(of.language, language === undefined || /^[a-z]{2}$/.test(language) ? language : languageTag(language));
  draft.set(of.abstract, entry.first(t.AB, t.N2));
  if (entry.has(t.KW)) draft.set(of.keyword, keywordsOf(entry));
  // PubMed's export has a date for an edition: `2016/01/30`.
  if (entry.has(t.ET)) draft.set(of.edition, entry.all(t.ET).find((edition) => !/^\d{4}\/\d\d/.test(edition)));
  if (entry.has(t.ST) && (entry.has(t.T1) || entry.has(t.TI))) draft.set(of['title-short'], entry.first(t.ST));
  // A preprint's type says that it is one.
  if (hasGenre.has(type)) draft.set(of.genre, entry.all(t.M3).find((kind) => type !== 'article' || kind.toLowerCase() !== 'preprint'));
  if (hasSection.has(type)) draft.set(of.section, entry.first(t.SE));
  draft.set(of['number-of-volumes'], entry.first(t.NV));
  draft.set(of['call-number'], entry.first(t.CN));
  if (entry.has(t.N1)) draft.set(of.note, entry.all(t.N1).filter(isNote).join('\n'));
  const second = entry.first(t.Y2);
  if (second !== undefined) draft.set(entry.isPortal ? of['event-date'] : of.accessed, risRange(second));
}

/** As `joinKeywords` has them; a few that have no comma in them, as most do, without its detours. */
function keywordsOf(entry: RisEntry): string {
  const words = entry.inOrder(t.KW, t.KW);
  if (words.length > 8) return joinKeywords(words);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    if (word.includes(',')) return joinKeywords(words);
    for (let before = 0; before < index; before += 1) {
      if (words[before] === word) return joinKeywords(words);
    }
  }
  return words.join(', ');
}

/** A copyright notice, and a DOI that stands there a second time, say nothing of their own. */
function isNote(text: string): boolean {
  return !/^(?:Publisher )?Copyright\b|^doi:?\s*10\.\d{4,9}\/\S+$/i.test(text);
}
