import type { Annotation } from '../annotation';
import { writeBioc } from './bioc';
import { readBrat, writeBrat } from './brat';
import type { AnnotatedPaper, ImportedAnnotations, ImportOptions } from './exchange';
import { readHypothesis, writeHypothesis } from './hypothesis';
import { writeAnnotationNote } from './markdown';
import { writeAnnotationTable } from './table';
import { readW3c, writeW3c } from './w3c';
import { readZoteroNote } from './zotero';

/** How other programs have annotations. */
export interface AnnotationFormat {
  readonly id: AnnotationFormatId;
  readonly name: string;
  /** Of its files, without the dot. */
  readonly extension: string;
  /** Whether it is of passages by their offsets, and so needs the sources' texts. */
  readonly needsTexts: boolean;
  readonly canWrite: boolean;
  readonly canRead: boolean;
}

export type AnnotationFormatId = 'w3c' | 'hypothesis' | 'markdown' | 'csv' | 'bioc' | 'brat' | 'zotero';

export const annotationFormats: readonly AnnotationFormat[] = [
  { id: 'w3c', name: 'W3C Web Annotation (JSON-LD)', extension: 'jsonld', needsTexts: false, canWrite: true, canRead: true },
  { id: 'hypothesis', name: 'Hypothesis (JSON)', extension: 'json', needsTexts: false, canWrite: true, canRead: true },
  { id: 'markdown', name: 'Markdown', extension: 'md', needsTexts: false, canWrite: true, canRead: false },
  { id: 'csv', name: 'CSV', extension: 'csv', needsTexts: false, canWrite: true, canRead: false },
  { id: 'bioc', name: 'BioC (JSON)', extension: 'json', needsTexts: true, canWrite: true, canRead: false },
  { id: 'brat', name: 'brat standoff', extension: 'ann', needsTexts: true, canWrite: true, canRead: true },
  { id: 'zotero', name: 'Zotero note (HTML)', extension: 'html', needsTexts: false, canWrite: false, canRead: true },
];

/** One of the files that an export makes. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes papers' annotations. Most formats make one file for each paper; brat one with the text and one with the marks for
 * each of a paper's texts; CSV and BioC one in all.
 *
 * @param date of today, `2026-11-26`
 */
export function exportAnnotations(papers: readonly AnnotatedPaper[], format: AnnotationFormatId, date: string): ExportedFile[] {
  const each = (extension: string, write: (paper: AnnotatedPaper) => string): ExportedFile[] => papers.map((paper) => ({ name: `${paper.citekey}.${extension}`, text: write(paper) }));
  switch (format) {
    case 'w3c': return each('jsonld', writeW3c);
    case 'hypothesis': return each('json', writeHypothesis);
    case 'markdown': return each('annotations.md', writeAnnotationNote);
    case 'csv': return [{ name: 'annotations.csv', text: writeAnnotationTable(papers) }];
    case 'bioc': return [{ name: 'annotations.json', text: writeBioc(papers, date) }];
    case 'brat': return papers.flatMap(bratFiles);
    case 'zotero': return [];
  }
}

function bratFiles(paper: AnnotatedPaper): ExportedFile[] {
  return [...paper.texts].flatMap(([source, text]) => {
    const stem = source.replace(/\.[^.]*$/, '');
    return [{ name: `${stem}.txt`, text }, { name: `${stem}.ann`, text: writeBrat(paper, source) }];
  });
}

/** Which of a paper's annotations an export in a format leaves out, since they have no place in a text that it was given. */
export function leftOut({ annotations, texts }: AnnotatedPaper, format: AnnotationFormatId): readonly Annotation[] {
  if (!annotationFormats.some(({ id, needsTexts }) => id === format && needsTexts)) return [];
  return annotations.filter(({ target }) => !texts.has(target.source));
}

/** Reads another program's annotations of one source; what cannot be read is told, and the rest is read. */
export function importAnnotations(text: string, format: AnnotationFormatId, options: ImportOptions): ImportedAnnotations {
  switch (format) {
    case 'w3c': return readW3c(text, options);
    case 'hypothesis': return readHypothesis(text, options);
    case 'brat': return readBrat(text, options);
    case 'zotero': return readZoteroNote(text, options);
    default: return { annotations: [], problems: [] };
  }
}

/** What a text of another program's annotations is; undefined where it is none that is known. */
export function annotationFormatOf(text: string): AnnotationFormatId | undefined {
  const start = text.slice(0, 200_000);
  if (/^\s*[[{]/.test(start)) {
    if (/"@context"\s*:\s*(?:\[\s*)?"https?:\/\/www\.w3\.org\/ns\/anno/.test(start) || /"type"\s*:\s*"Annotation"/.test(start)) return 'w3c';
    return /"uri"\s*:/.test(start) && /"target"\s*:/.test(start) ? 'hypothesis' : undefined;
  }
  if (/data-annotation=/.test(start)) return 'zotero';
  return /^T\d+\t\S+ \d+ \d+/m.test(start) ? 'brat' : undefined;
}
