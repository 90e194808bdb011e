import type { Concept } from './concept';
import type { DocumentMention } from './document/documentMention';
import { DocumentSpelled } from './document/documentSpelled';
import { type DocumentState, DocumentUnit } from './document/documentUnit';
import { Definitions, type PlacedDefinition } from './document/definitions';
import { firstAfter, type FlatSpans, spansWithin } from './document/flatSpans';
import type { HeadingLevels } from './document/heading';
import { laySections, ofSection } from './document/sections';
import { differingStretch, type Stretch, withProse } from './document/stretch';
import { unitReach, unitsOf, usualUnit } from './document/units';
import { meantConcepts } from './meantConcepts';
import type { Recogniser } from './recognition/recogniser';
import type { StatusKind } from './status/status';
import { StatusReader } from './status/statusReader';

/** How often a document speaks of a concept, and what it says of it. */
export interface ConceptCount {
  readonly concept: Concept;
  readonly count: number;
  readonly statuses: Readonly<Partial<Record<StatusKind, number>>>;
  /** Where the mentions begin. */
  readonly offsets: readonly number[];
}

/**
 * The mentions of one document, kept up to date as its text changes: with the abbreviations that the document defines itself, and
 * with what it says of each. A change costs what it touches: its paragraph, or some sentences of it; where an abbreviation's
 * definition comes or goes, its uses are found anew as they are asked for.
 */
export class DocumentTerms {
  private text = '';
  private prose: FlatSpans = new Int32Array(0);
  private headings: HeadingLevels | undefined;
  private units: DocumentUnit[] = [];
  /** Where each unit begins now. */
  private starts: number[] = [];
  private definitions = new Definitions([]);
  /** Counts how often abbreviations came to mean something else. */
  private meaning = 0;
  private readonly spelled: DocumentSpelled;

  /**
   * @param recogniser finds what sentences mention
   * @param status can be shared by documents
   * @param longUnit paragraphs longer than this are found in parts, in characters; it makes no difference to what is found
   */
  constructor(
    readonly recogniser: Recogniser,
    private readonly status = new StatusReader(),
    private readonly longUnit = usualUnit,
  ) {
    this.spelled = new DocumentSpelled(recogniser.search, () => this.units, () => this.text, (unit) => this.startOf(unit));
  }

  /**
   * Takes in the document's present text.
   * @param prose where running words stand (`Note.prose`), in order
   * @param changed where the text differs from the one before, if that is known
   * @param headings that the text does not mark
   */
  update(text: string, prose: FlatSpans, changed?: Stretch, headings?: HeadingLevels): void {
    const stretch = withProse(changed ?? differingStretch(this.text, text), this.prose, prose);
    const shift = text.length - this.text.length;
    const isSame = stretch.start === stretch.oldEnd && stretch.start === stretch.newEnd;
    this.text = text;
    this.prose = prose;
    this.headings = headings;
    if (!isSame) this.replace(stretch, shift);
  }

  /** @returns the mention whose words stand at the offset, its own end included; of two that touch there the second */
  mentionAt(offset: number): DocumentMention | undefined {
    let atEnd: DocumentMention | undefined;
    for (let at = Math.max(0, this.unitAt(offset) - 1); at < this.units.length && (this.starts[at] ?? 0) <= offset; at++) {
      for (const mention of this.mentionsOf(at, offset - 1, offset + 1)) {
        if (offset < mention.end) return mention;
        atEnd = mention;
      }
    }
    return atEnd;
  }

  /** @returns the mentions that share a character with the stretch, in order */
  mentionsIn(start: number, end: number): readonly DocumentMention[] {
    const found: DocumentMention[] = [];
    for (let at = Math.max(0, this.unitAt(start)); at < this.units.length && (this.starts[at] ?? 0) < end; at++) {
      for (const mention of this.mentionsOf(at, start, end)) found.push(mention);
    }
    return found;
  }

  /** @returns what the document speaks of, in the order of first mention; of an ambiguous mention its likeliest concept counts */
  counts(): ConceptCount[] {
    const counts = new Map<string, { concept: Concept; count: number; statuses: Partial<Record<StatusKind, number>>; offsets: number[] }>();
    for (let at = 0; at < this.units.length; at++) {
      for (const mention of this.mentionsOf(at)) {
        const { start, status } = mention;
        for (const concept of meantConcepts(mention)) {
          let known = counts.get(concept.id);
          if (!known) counts.set(concept.id, (known = { concept, count: 0, statuses: {}, offsets: [] }));
          known.count++;
          known.statuses[status.kind] = (known.statuses[status.kind] ?? 0) + 1;
          known.offsets.push(start);
        }
      }
    }
    return [...counts.values()];
  }

  /** @returns the mentions of a unit that share a character with the stretch from `from` to `to` */
  private mentionsOf(at: number, from = -Infinity, to = Infinity): readonly DocumentMention[] {
    const unit = this.units[at];
    const mentions = unit?.mentions(this.starts[at] ?? 0, this.state(), from, to) ?? [];
    return unit?.section && this.recogniser.tellsStatus ? ofSection(unit.section, this.startOf(unit.section), mentions) : mentions;
  }

  private state(): DocumentState {
    const { recogniser, status, text, definitions, meaning, spelled } = this;
    return { recogniser, status, text, definitions, meaning, spelled };
  }

  /** Units have rising ranks. */
  private startOf(unit: DocumentUnit): number {
    let low = 0;
    let high = this.units.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[middle]?.rank ?? 0) < unit.rank) low = middle + 1;
      else high = middle;
    }
    return this.starts[low] ?? 0;
  }

  /** @returns the last unit that begins at an offset or before; -1 for none */
  private unitAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Makes the units anew that a change touches or joins. */
  private replace({ start, oldEnd }: Stretch, shift: number): void {
    const { units, starts } = this;
    // The unit before the change is always among them, as the change may stand between it and the next.
    let first = Math.max(0, this.unitAt(start));
    while (first > 0 && this.endOf(first - 1) + unitReach >= start) first--;
    let last = Math.max(first, this.unitAt(oldEnd) + 1);
    while (last < units.length - 1 && (starts[last + 1] ?? 0) - unitReach <= oldEnd) last++;
    const isFirst = first === 0;
    const isLast = last >= units.length - 1;
    const from = isFirst ? 0 : Math.min(start, starts[first] ?? 0);
    const to = isLast ? this.text.length : Math.max(oldEnd, this.endOf(last)) + shift;
    const next = isLast ? units.length : last + 1;
    const fresh = this.analyse(from, to, first, next);
    const gone = units.slice(first, next);
    // A letter typed leaves most of a long note's units where they are.
    if (fresh.length === gone.length) {
      fresh.forEach((unit, at) => {
        units[first + at] = unit;
        starts[first + at] = unit.base;
      });
    } else {
      this.units = units.slice(0, first).concat(fresh, units.slice(next));
      this.starts = starts.slice(0, first).concat(fresh.map(({ base }) => base), starts.slice(next));
    }
    if (shift !== 0) for (let at = first + fresh.length; at < this.starts.length; at++) this.starts[at] = (this.starts[at] ?? 0) + shift;
    laySections(this.units, first, fresh.length, gone);
    this.spelled.replace(gone, fresh);
    if (!this.definitions.place(placedIn(gone), placedIn(fresh))) this.redefine();
  }

  private endOf(at: number): number {
    return (this.starts[at] ?? 0) + (this.units[at]?.length ?? 0);
  }

  /** @param first and `last`: between which units the new ones will stand */
  private analyse(from: number, to: number, first: number, last: number): DocumentUnit[] {
    const place = firstAfter(this.prose, from);
    const made = unitsOf(this.text, spansWithin(this.prose, place, firstAfter(this.prose, to) + 1, from, to), this.longUnit);
    const room = made.length + 1;
    let below = first === 0 ? 0 : this.units[first - 1]?.rank ?? 0;
    let above = this.units[last]?.rank ?? below + room;
    if ((above - below) / room < leastStep) {
      this.units.forEach((unit, at) => (unit.rank = (at + 1) * room));
      this.definitions = new Definitions(placedIn(this.units));
      below = first * room;
      above = this.units[last]?.rank ?? below + room;
    }
    const step = (above - below) / room;
    return made.map((unit, at) => new DocumentUnit(this.text, unit, below + step * (at + 1), this.recogniser, this.headings));
  }

  /** Takes up the definitions of all units; what is known of uses counts on where they mean the same. */
  private redefine(): void {
    const fresh = new Definitions(placedIn(this.units));
    if (!fresh.meansAs(this.definitions)) this.meaning++;
    this.definitions = fresh;
  }
}

/** The definitions of some units, in order. */
function placedIn(units: readonly DocumentUnit[]): PlacedDefinition[] {
  const placed: PlacedDefinition[] = [];
  for (const { defines, rank } of units) for (const { definition, offset } of defines) placed.push({ definition, rank, offset });
  return placed;
}

/** Ranks nearer to each other than this are given anew, before numbers between them run out. */
const leastStep = 1e-6;
