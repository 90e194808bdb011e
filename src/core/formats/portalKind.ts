import { kindType } from './risTypes';

/** What a portal's `Research output:` line says of a work. */
export interface WorkKind {
  readonly type: string;
  /** For theses and reports. */
  readonly genre?: string;
}

/** The first part of the line, which may be glued to the next: `Contribution to journalArticlepeer-review`. */
const categories = [
  'Contribution to journal', 'Contribution to conference', 'Contribution to specialist publication',
  'Contribution to newspaper/magazine', 'Contribution to newspaper', 'Contribution to book/anthology',
  'Chapter in Book/Report/Conference proceeding', 'Chapter in Book/Report/Published conference proceeding',
  'Chapters, conference papers', 'Chapter', 'Book/Report', 'Book/Film/Article review', 'Book', 'Working paper/Preprint', 'Working paper', 'Thesis',
  'Types of Thesis', 'Doctoral thesis', 'Other contribution', 'Non-textual form', 'Patent', 'Web publication/site', 'Research report',
];

/** The line that tells the kind of work: `Research output: Contribution to journal › Article › peer-review`. */
export const kindLine = /^[ \t]*(?:Research output|Publication|Output):[ \t]*(\S.*)$/;

/** The kind of work that such a line tells; undefined for any other line. */
export function workKind(line: string): WorkKind | undefined {
  const text = kindLine.exec(line)?.[1];
  if (text === undefined) {
    return undefined;
  }
  const category = categories.find((each) => text.toLowerCase().startsWith(each.toLowerCase())) ?? text.split(/\s*[›»>]\s*/)[0] ?? '';
  const kind = text.slice(category.length).split(/[›»>]/).map((part) => part.trim()).find((part) => part !== '') ?? '';
  return kindOf(category, kind.replace(/(?:not )?peer-review.*$|(?:academic|research|scientific)$/i, '').trim());
}

function kindOf(category: string, kind: string): WorkKind {
  if (/specialist publication/i.test(category)) return { type: 'article-magazine' };
  if (/newspaper/i.test(category)) return { type: 'article-newspaper' };
  if (/to journal/i.test(category)) return { type: kindType(kind) === 'review-book' ? 'review-book' : 'article-journal' };
  if (/to conference/i.test(category)) return { type: 'paper-conference' };
  if (/chapter|to book/i.test(category)) {
    const type = kindType(kind);
    return { type: type === 'paper-conference' || type === 'entry-encyclopedia' ? type : 'chapter' };
  }
  if (/thesis/i.test(category)) return { type: 'thesis', ...(kind !== '' && { genre: kind }) };
  if (/working paper/i.test(category)) return { type: /preprint/i.test(kind) ? 'article' : 'report' };
  if (/patent/i.test(category)) return { type: 'patent' };
  if (/web publication/i.test(category)) return { type: 'webpage' };
  const type = kindType(kind) ?? (/^book/i.test(category) ? 'book' : /report/i.test(category) ? 'report' : 'document');
  return { type };
}
