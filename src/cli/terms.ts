import { parseNote } from '../core/notes/parseNote';
import type { Assets } from '../core/ports';
import type { Concept, Mention } from '../core/terms/concept';
import { flatSpans } from '../core/terms/document/flatSpans';
import type { DocumentMention } from '../core/terms/document/documentMention';
import { DocumentTerms } from '../core/terms/documentTerms';
import { mergeTerminologies } from '../core/terms/mergeTerminologies';
import type { ColumnMapping } from '../core/terms/readers/readTerminology';
import { Recogniser } from '../core/terms/recognition/recogniser';
import { MeaningGroups } from '../core/terms/meaningGroups';
import { compileSteps, optionsWithout } from '../core/terms/recognition/stepsOff';
import { stopNamesWith } from '../core/terms/recognition/stopNames';
import { type TermStep, termSteps } from '../core/terms/recognition/termSteps';
import { compileTermIndex } from '../core/terms/termIndex';
import { TermSearch } from '../core/terms/termSearch';
import { TermWork } from '../core/terms/termWork';
import { hostClock } from '../platform/http/hostClock';
import { LocalOwnFiles } from '../platform/workers/localOwnFiles';
import { json, problemLines, readInput, type Result, UsageError } from './output';
import { compileTerminologies, isGlossary, readGlossaryFile, readTerminologyFile } from './terminologyFiles';

export interface TermsOptions {
  /** Files of terminologies and glossaries, the most preferred first; without any, the built-in glossary. */
  readonly terminologies: readonly string[];
  /** Ids of concepts: only what is below them counts, of terminologies that hold one. */
  readonly branches: readonly string[];
  /** Which columns of tables hold what: `name=Label,id=Code,synonyms=Alias`. */
  readonly columns?: string | undefined;
  /** Steps of recognition that are set off, several with commas. */
  readonly off: readonly string[];
  /** Names to pass over beside the usual ones. */
  readonly stop: readonly string[];
  /** Usual ones not to pass over. */
  readonly allow: readonly string[];
  /** Whether names within names are told too. */
  readonly nested: boolean;
}

/**
 * `casebook terms`: the terms that a text speaks of, as JSON with UTF-16 offsets into the file, and what it says of each: whether it is
 * so (`affirmed`), is not, may be, was so, is so of a relative or is normal, with the words that say so and how far they speak.
 * @throws UsageError for a file that is not there, and for columns, branches or steps that nothing has
 */
export async function terms(path: string, options: TermsOptions, assets: Assets): Promise<Result> {
  const builtIn = await new TermWork(assets, new LocalOwnFiles(), hostClock).builtInConcepts();
  const off = stepsOf(options.off);
  const columns = options.columns === undefined ? undefined : columnsOf(options.columns);
  const read = await Promise.all(options.terminologies.map((file) => (isGlossary(file) ? readGlossaryFile(file, builtIn) : readTerminologyFile(file, columns))));
  const glossaries = read.flatMap(({ concepts }) => (concepts ? [concepts] : []));
  const own = read.length === 0 ? builtIn : glossaries.reduceRight<readonly Concept[]>((below, concepts) => mergeTerminologies(below, concepts), []);
  const stores = read.flatMap(({ store }) => store ?? []);
  const unknown = options.branches.find((id) => !stores.some((store) => store.placeOf(id) >= 0));
  if (unknown !== undefined) throw new UsageError(`--branch ${unknown}: no terminology has such a concept`);
  const steps = compileSteps(off);
  const indexes = [compileTermIndex(own, steps), ...(stores.length > 0 ? [await compileTerminologies(stores, options.branches, steps)] : [])];
  const changes = [...options.stop.map((name) => [name, true] as const), ...options.allow.map((name) => [name, false] as const)];
  const search = new TermSearch(indexes);
  const recogniser = new Recogniser(search, { ...optionsWithout(off), stopNames: stopNamesWith(changes), nested: options.nested });
  const file = await readInput(path);
  return {
    output: json(mentionsIn(path, file.text ?? '', recogniser, new MeaningGroups({ search }))),
    problems: [...read.flatMap(({ lines }) => lines), ...problemLines(file, file.problems)],
    dropped: file.text === undefined || read.some(({ dropped }) => dropped),
  };
}

/** `plural,status` */
function stepsOf(lists: readonly string[]): TermStep[] {
  return lists.flatMap((list) => list.split(',')).map((name) => {
    const step = termSteps.find((one) => one === name.trim());
    if (!step) throw new UsageError(`--off ${name}: no such step; there are ${termSteps.join(', ')}`);
    return step;
  });
}

function mentionsIn(path: string, text: string, recogniser: Recogniser, groups: MeaningGroups): object[] {
  const prose = /\.(md|markdown|qmd|rmd)$/i.test(path) ? parseNote(text).prose : [{ start: 0, end: text.length }];
  const document = new DocumentTerms(recogniser);
  document.update(text, flatSpans(prose));
  return document.mentionsIn(0, text.length).map((mention) => written(mention, text, groups));
}

function written(mention: DocumentMention, text: string, groups: MeaningGroups): object {
  const { status, via, nested, meant } = mention;
  return {
    ...plain(mention, text, groups),
    ...(meant !== undefined && { meant }),
    status,
    ...(via && { via }),
    ...(nested && { nested: nested.map((inner) => plain(inner, text, groups)) }),
  };
}

function plain({ start, end, concepts }: Mention, text: string, groups: MeaningGroups): object {
  return { start, end, text: text.slice(start, end), concepts: concepts.map((concept) => named(concept, groups)) };
}

/** A concept with the ids that it has elsewhere: those of terminologies that are searched, then those that it names itself. */
function named({ id, name, terminology, xrefs }: Concept, groups: MeaningGroups): object {
  const sameAs = [...new Set([...groups.sameAs(id), ...xrefs])];
  return { id, name, terminology, ...(sameAs.length > 0 && { sameAs }) };
}

const single = ['name', 'id', 'definition', 'type', 'obsolete', 'prefix', 'separator'] as const;
const several = ['synonyms', 'abbreviations', 'xrefs', 'broader'] as const;

/** `name=Label,synonyms=Alias+Other` */
function columnsOf(text: string): ColumnMapping {
  const mapping: Record<string, string | string[]> = {};
  for (const part of text.split(',')) {
    const [field = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    const known = single.find((one) => one === field.trim());
    const list = several.find((one) => one === field.trim());
    if (value === '' || (!known && !list)) throw new UsageError(`--columns ${part}: write name=COLUMN,id=COLUMN,synonyms=COLUMN+COLUMN; known are ${[...single, ...several].join(', ')}`);
    mapping[known ?? list ?? ''] = list ? value.split('+').map((column) => column.trim()) : value;
  }
  if (typeof mapping.name !== 'string') throw new UsageError('--columns needs name=COLUMN');
  return { ...mapping, name: mapping.name };
}
