import type { LocatorTerms } from '../../notes/locatorTerms';
import { locatorTermsOf } from '../../notes/locatorTerms';
import type { Note, NotePart, PlacedPart } from '../../notes/note';
import { bareLocators } from './bareLocator';
import { type CitationFinding, movedFinding } from './citationFinding';
import { unclosedGroups } from './unclosed';
import { unpartedCitations } from './unparted';

/**
 * Checks how the citations of notes are written. What was found in blocks of a note that an edit has not touched is
 * remembered, so that a keystroke costs what its paragraph costs.
 */
export class CitationChecks {
  private known = new WeakMap<NotePart, readonly CitationFinding[]>();

  /** @returns what is wrong, in the order of the text; the words for places in a work are those of the note's language */
  check(note: Pick<Note, 'parts' | 'text' | 'frontMatter'>): CitationFinding[] {
    // A part stays the same only while its language does.
    const terms = locatorTermsOf(note.frontMatter?.lang);
    const found: CitationFinding[] = [];
    for (const placed of note.parts) {
      if (placed.part.citations.length === 0) continue;
      for (const finding of this.ofPart(placed, note.text, terms)) found.push(movedFinding(finding, placed.start));
    }
    return found;
  }

  private ofPart({ start, part }: PlacedPart, whole: string, terms: LocatorTerms): readonly CitationFinding[] {
    let found = this.known.get(part);
    if (!found) {
      const text = whole.slice(start, start + part.length);
      // A role ends where it says, and nothing behind it can belong to it.
      const citations = part.citations.filter(({ role }) => role === undefined);
      const unclosed = unclosedGroups(text, citations, part.verbatim, terms);
      // Once its bracket is closed, the locator in it is no plain text any more.
      const closed = new Set(unclosed.map(({ fix }) => fix?.span.end));
      const bare = bareLocators(text, citations, terms).filter(({ problem }) => !closed.has(problem.span?.end));
      found = [...unpartedCitations(text, citations), ...bare, ...unclosed].sort(
        (one, other) => (one.problem.span?.start ?? 0) - (other.problem.span?.start ?? 0),
      );
      this.known.set(part, found);
    }
    return found;
  }
}
