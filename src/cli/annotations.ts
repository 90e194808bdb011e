import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { annotationsInFile } from '../core/annotating/annotationFile';
import { answeredBy, commentOf, meaningOf, pageOf, quoteOf, tagsOf } from '../core/annotating/annotation';
import type { AnnotatedPaper } from '../core/annotating/exchange/exchange';
import { annotationFormats, type AnnotationFormatId, exportAnnotations } from '../core/annotating/exchange/formats';
import { recordTexts } from '../core/annotating/recordTexts';
import { refind } from '../core/annotating/refind';
import { readPaperFile } from '../core/library/paperFile';
import { isMarkupText, isPlainText, readMarkupText } from '../core/reading/fullText';
import { json, problemLines, readInput, type Result, UsageError } from './output';

export interface AnnotationsOptions {
  /** `text`, `json`, or a format that is written. */
  readonly format: string;
  /** Looks for the words in the papers' texts, and tells those that are gone. */
  readonly check: boolean;
}

interface Shown {
  readonly paper: AnnotatedPaper;
  readonly states: ReadonlyMap<string, string>;
}

/**
 * `casebook annotations`: the annotations of paper files, listed or in another program's format; with `--check` whether
 * their words still stand in the texts beside the papers.
 *
 * @param date of today, `2026-11-26`
 * @throws UsageError for a format that is not there, or that makes several files
 */
export async function annotations(paths: readonly string[], { format, check }: AnnotationsOptions, date: string): Promise<Result> {
  const target = annotationFormats.find(({ id, canWrite }) => id === format && canWrite);
  if (!target && format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: not one of text, json, ${annotationFormats.filter(({ canWrite }) => canWrite).map(({ id }) => id).join(', ')}`);
  const shown: Shown[] = [];
  const lines: string[] = [];
  let dropped = false;
  for (const path of paths) {
    const { file, problems, paper } = await readPaper(path);
    lines.push(...problemLines(file, problems));
    dropped ||= problems.some(({ severity }) => severity === 'error');
    if (!paper) continue;
    const states = check ? statesOf(paper) : new Map<string, string>();
    dropped ||= [...states.values()].includes('orphaned');
    shown.push({ paper, states });
  }
  return { output: target ? exported(shown.map(({ paper }) => paper), target.id, date) : listed(shown, format), problems: lines, dropped };
}

async function readPaper(path: string) {
  const file = await readInput(path);
  if (file.text === undefined) return { file, problems: file.problems };
  const read = readPaperFile(file.text);
  const problems = [...file.problems, ...read.problems];
  const record = read.paper?.record;
  const address = record?.DOI === undefined ? record?.URL : `https://doi.org/${record.DOI}`;
  const all = annotationsInFile(file.text).annotations;
  const paper: AnnotatedPaper = {
    citekey: record?.id ?? basename(path, extname(path)),
    ...(record?.title !== undefined && { title: record.title }), ...(address !== undefined && { address }),
    annotations: all,
    texts: await textsBeside(path, recordTexts(record, all)),
  };
  return { file, problems, paper };
}

/** What a paper's annotations can be on that has a plain text: its title and abstract, and text, HTML and JATS files of the same stem. */
async function textsBeside(path: string, own: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const stem = basename(path, extname(path));
  const texts = new Map(own);
  const names = await readdir(dirname(path));
  for (const name of names.filter((each) => each.startsWith(`${stem}.`) && (isPlainText(each) || isMarkupText(each))).sort()) {
    const { text } = await readInput(join(dirname(path), name));
    const shown = text === undefined || isPlainText(name) ? text : readMarkupText(name, text).page?.text;
    if (shown !== undefined) texts.set(name, shown);
  }
  return texts;
}

function statesOf({ annotations: all, texts }: AnnotatedPaper): Map<string, string> {
  const states = new Map<string, string>();
  for (const [source, text] of texts) {
    const own = all.filter((annotation) => annotation.target.source === source && answeredBy(annotation) === undefined);
    refind(text, own).forEach(({ state }, index) => states.set(own[index]?.id ?? '', state));
  }
  return states;
}

function exported(papers: readonly AnnotatedPaper[], format: AnnotationFormatId, date: string): string {
  const files = exportAnnotations(papers, format, date).filter(({ name }) => format !== 'brat' || name.endsWith('.ann'));
  if (files.length > 1) throw new UsageError(`--format ${format} makes one file for each text; name one paper file with one text`);
  return files[0]?.text ?? '';
}

function listed(shown: readonly Shown[], format: string): string {
  const rows = shown.flatMap(({ paper, states }) => paper.annotations.map((annotation) => ({
    citekey: paper.citekey, id: annotation.id, source: annotation.target.source, page: pageOf(annotation), state: states.get(annotation.id), meaning: meaningOf(annotation),
    tags: tagsOf(annotation), quote: quoteOf(annotation)?.exact, comment: commentOf(annotation),
  })));
  if (format === 'json') return json(rows);
  return rows.map(({ citekey, id, source, page, state, meaning, tags, quote, comment }) => {
    const where = `${citekey} ${id} ${source}${page === undefined ? '' : `, p. ${page}`}`;
    const what = [state, meaning, ...tags].filter((each) => each !== undefined).map((each) => `[${each}]`).join(' ');
    return `${[where, what, quote === undefined ? '' : `"${oneLine(quote)}"`, comment === undefined ? '' : oneLine(comment)].filter((each) => each !== '').join('\t')}\n`;
  }).join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
