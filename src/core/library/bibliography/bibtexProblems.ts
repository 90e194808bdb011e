import { readBibtexPart } from '../../formats/bibtex';
import { BibtexMacros } from '../../formats/bibtexMacros';
import { nextBorder } from '../../formats/bibtexSkim';
import type { Problem } from '../../problems/problem';
import type { BibtexPlaces, FindEntry } from './bibtexPlaces';
import { entriesElsewhere } from './readEntry';
import { nextTurn } from './turn';
import { textOf } from './utf8';

/** How much is read before others have their turn (bytes). */
const pieceLength = 1024 * 1024;

const newline = 10;

/** What is wrong in a BibTeX file, read in full piece by piece; places are offsets in the text of the whole file. */
export async function bibtexProblems(bytes: Uint8Array, places: BibtexPlaces, find: FindEntry): Promise<Problem[]> {
  const problems: Problem[] = [];
  const macros = new BibtexMacros(places.macros);
  const elsewhere = entriesElsewhere({ bytes, macros, find });
  let offset = 0;
  for (let start = 0; start < bytes.length; ) {
    const isWhole = places.isEntangled;
    const end = isWhole ? bytes.length : nextBorder(bytes, Math.min(bytes.length, start + pieceLength));
    const text = textOf(bytes, start, end);
    const lead = macros.definitions(text, start);
    // The next line shows that the text goes on; what is wrong there is not of this piece.
    const next = textOf(bytes, end, bytes.indexOf(newline, end) + 1 || bytes.length);
    for (const problem of readBibtexPart(`${lead}${text}${next}`, elsewhere).problems) {
      const span = problem.span;
      if (span && (span.start < lead.length || span.start > lead.length + text.length)) continue;
      const moved = (at: number): number => Math.min(at - lead.length, text.length + next.length) + offset;
      problems.push(span ? { ...problem, span: { start: moved(span.start), end: moved(span.end) } } : problem);
    }
    offset += text.length;
    start = end;
    await nextTurn();
  }
  return inOrder(problems);
}

/** What could not be read first, as the reader of the whole text has it. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const isFault = ({ code, severity }: Problem): boolean => code === 'field-dropped' || (code === 'record-dropped' && severity === 'error');
  return [...problems.filter(isFault), ...problems.filter((each) => !isFault(each))];
}
