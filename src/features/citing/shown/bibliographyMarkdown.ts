import type { TextDocument } from 'vscode';
import { citedText } from '../../../core/notes/citedText';
import type { Work } from '../../../core/work';
import type { CitableWorks } from '../../../platform/citableWorks';
import type { Notes } from '../../../platform/notes';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import { inStyle } from '../inStyle';
import { referenceToMarkdown } from '../noteMarkdown';
import type { Presentations } from '../presentations';
import { styledReference } from '../styledRuns';

export interface BibliographyNeeds {
  readonly works: CitableWorks;
  readonly notes: Notes;
  readonly presentations: Presentations;
  readonly thread: WorkerThread<Work>;
}

/**
 * @returns the list of the works that a note cites, in its style; undefined where it cites none, the empty string where the style
 *   writes no list
 * @throws a UserError where the style can't be had
 */
export async function bibliographyMarkdown({ works, notes, presentations, thread }: BibliographyNeeds, document: TextDocument): Promise<string | undefined> {
  await works.loaded;
  const items = await works.cited(document);
  if (items.length === 0) return undefined;
  const presentation = await presentations.of(document);
  const { bibliography } = await inStyle(thread, presentation, (citing) => citing.renderNote(citedText(notes.of(document)), items, presentation));
  return bibliography.map(({ html }) => referenceToMarkdown(styledReference(html))).join('\n\n');
}
