import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Abbreviations } from '../core/citing/abbreviations';
import { CitingWork, type Presentation, StyleError } from '../core/citing/citingWork';
import { linkedAsAsked } from '../core/citing/preview/preparedNote';
import { isWebAddress } from '../core/citing/webStyle';
import type { RenderedNote } from '../core/citing/rendered';
import { type DocumentFormat, renderDocument } from '../core/citing/renderDocument';
import type { CslItem } from '../core/library/record';
import type { Note } from '../core/notes/note';
import { parseNote } from '../core/notes/parseNote';
import type { PackedAssets } from '../core/ports';
import { problemLines, readInput, type Result, UsageError } from './output';
import { worksFor } from './works';

export interface CiteOptions {
  readonly style?: string | undefined;
  readonly locale?: string | undefined;
  readonly bibliography?: readonly string[] | undefined;
  readonly format: string;
}

const defaultStyle = 'nlm-citation-sequence';

/**
 * `casebook cite`: a note with its citations and its bibliography rendered. What the call says wins over the front matter.
 * @throws UsageError for a style or format that is not there
 */
export async function cite(path: string, options: CiteOptions, assets: PackedAssets): Promise<Result> {
  const file = await readInput(path);
  const note = parseNote(file.text ?? '');
  const works = await worksFor(path, note.frontMatter, options.bibliography ?? []);
  const work = new CitingWork(assets);
  const presentation = await presentationOf(options, note, path, work);
  const rendered = await render(work, note, works.items, presentation);
  const linked = options.format === 'html' ? linkedAsAsked(note, rendered) : rendered;
  return {
    output: write(note, linked, options.format),
    problems: [...works.problems, ...problemLines(file, [...file.problems, ...rendered.problems])],
    dropped: file.text === undefined || works.dropped || rendered.problems.length > 0,
  };
}

async function presentationOf({ style, locale }: CiteOptions, note: Note, path: string, work: CitingWork): Promise<Presentation> {
  const abbreviations = note.frontMatter?.abbreviations;
  const name = style ?? note.frontMatter?.csl ?? defaultStyle;
  if (isWebAddress(name) && !(await work.findStyle(name))) throw new UsageError(`${name}: styles are not fetched from the web; save it as a file, and name that`);
  const base = style === undefined ? dirname(resolve(path)) : '.';
  return {
    style: /\.csl$/i.test(name) && !(await work.findStyle(name)) ? { id: name, csl: await readStyle(resolve(base, name)) } : { id: name },
    locale: locale ?? note.frontMatter?.lang ?? '',
    ...(abbreviations !== undefined && { abbreviations: await readAbbreviations(resolve(dirname(path), abbreviations)) }),
  };
}

async function readStyle(path: string): Promise<string> {
  const { text } = await readInput(path);
  if (text === undefined) throw new UsageError(`${path}: not a CSL style`);
  return text;
}

async function readAbbreviations(path: string): Promise<string> {
  const { text } = await readInput(existsSync(path) || /\.\w+$/.test(path) ? path : `${path}.json`);
  if (text === undefined || !Abbreviations.read(text)) throw new UsageError(`${path}: not a file of abbreviations`);
  return text;
}

async function render(work: CitingWork, note: Note, items: readonly CslItem[], presentation: Presentation): Promise<RenderedNote> {
  try {
    return await work.renderNote(note, items, presentation);
  } catch (error) {
    if (error instanceof StyleError) throw new UsageError(`${error.style}: neither a style that ships with Casebook nor a readable .csl file`);
    throw error;
  }
}

function write(note: Note, rendered: RenderedNote, format: string): string {
  if (!isDocumentFormat(format)) throw new UsageError(`--format ${format}: not one of ${documentFormats.join(', ')}`);
  return renderDocument(note, rendered, format);
}

const documentFormats: readonly DocumentFormat[] = ['text', 'html', 'json'];

function isDocumentFormat(name: string): name is DocumentFormat {
  return documentFormats.some((format) => format === name);
}
