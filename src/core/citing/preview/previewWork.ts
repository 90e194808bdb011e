import type { CslItem } from '../../library/record';
import { citedText } from '../../notes/citedText';
import type { CitedText } from '../../notes/note';
import { parseNote } from '../../notes/parseNote';
import type { ConceptWork } from '../../terms/conceptWork';
import type { FlatSpans } from '../../terms/document/flatSpans';
import type { NoteTermsWork } from '../../terms/noteTermsWork';
import type { CitingWork, Presentation } from '../citingWork';
import { exportPage } from './exportPage';
import type { ExplainedWords } from './markNote';
import { type PreparedNote, prepareNote } from './preparedNote';
import type { ShownLabels } from './shownLabels';

/** Longer definitions are cut in a tooltip. */
const longestTooltip = 600;

/** What the pages that show notes are made of. */
export class PreviewWork {
  constructor(
    private readonly citing: CitingWork,
    private readonly terms: NoteTermsWork,
    private readonly concepts: ConceptWork,
  ) {}

  /** A note's citations and its bibliography. @throws StyleError */
  async prepare(note: CitedText, items: readonly CslItem[], presentation: Presentation): Promise<PreparedNote> {
    return prepareNote(note, items, await this.citing.renderNote(note, items, presentation));
  }

  /**
   * A note as a page of its own. @throws StyleError
   * @param name the note's, for a page whose front matter has no title
   * @returns the page, and the keys in it that nothing is known of
   */
  async page(text: string, items: readonly CslItem[], presentation: Presentation, name: string, labels: ShownLabels): Promise<{ readonly html: string; readonly unknown: readonly string[] }> {
    const note = parseNote(text);
    const prepared = await this.prepare(citedText(note), items, presentation);
    return { html: exportPage(note, { prepared, citations: prepared.citations, words: [], labels }, name), unknown: prepared.unknown };
  }

  /**
   * @param name the note's, so that the next version of it costs what has changed
   * @param folder whose terms count; undefined for none
   * @param prose where words are
   * @returns the words of a note that a definition is known of, in order
   */
  async explained(name: string, folder: string | undefined, version: number, text: string, prose: FlatSpans): Promise<ExplainedWords[]> {
    await this.terms.open(name, folder, version, text, prose);
    const mentions = this.terms.mentionsIn(name, version, { start: 0, end: text.length }) ?? [];
    const ids = [...new Set(mentions.flatMap(({ concepts }) => concepts[0]?.id ?? []))];
    const details = await this.concepts.details(folder, ids);
    const definitions = new Map(details.map((known, index) => [ids[index], known?.concept.definition]));
    return mentions.flatMap(({ start, end, concepts: [concept] }) => {
      const definition = concept && definitions.get(concept.id);
      return definition ? [{ start, end, explanation: tooltip(concept.name, definition) }] : [];
    });
  }

  /** Nobody looks at a note any more. */
  close(name: string): void {
    this.terms.close(name);
  }
}

function tooltip(name: string, definition: string): string {
  const text = `${name}: ${definition.replace(/\s+/g, ' ').trim()}`;
  return text.length > longestTooltip ? `${text.slice(0, longestTooltip)}…` : text;
}
