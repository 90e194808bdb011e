import type { PdfMark } from '../../core/pdf/pdfMark';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { element, filled } from './element';
import type { PdfPages } from './pdfPages';

/** Who scrolls through pages is told of the one where he stays for so long (ms). */
const settled = 400;

/** More of a mark's words is not read out. */
const longest = 120;

/** Tells a screen reader what changed. */
export class Announcer {
  readonly element = element('div', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
  private known: ReadonlyMap<string, string> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    pages: PdfPages,
    private readonly words: PdfWords,
  ) {
    pages.events.on('pagechanging', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.say(`${filled(words.page, pages.page)} ${filled(words.pageOf, pages.count)}`), settled);
    });
  }

  /** Tells of the marks that were made, changed or removed since it was told of last; of the first ones nothing. */
  tellMarks(marks: readonly PdfMark[]): void {
    const now = new Map(marks.map((mark) => [mark.id, JSON.stringify(mark)]));
    const before = this.known;
    this.known = now;
    if (!before) return;
    const made = marks.filter(({ id }) => !before.has(id));
    const changed = marks.filter(({ id }) => before.has(id) && before.get(id) !== now.get(id));
    const gone = [...before].filter(([id]) => !now.has(id)).map(([, told]) => JSON.parse(told) as PdfMark);
    const { marked, unmarked, changed: altered } = this.words;
    const told = [[marked, made], [altered, changed], [unmarked, gone]] as const;
    const text = told.filter(([, which]) => which.length > 0).map(([words, which]) => filled(words, which.map(shortly).join('; ').slice(0, longest * 3))).join('. ');
    if (text !== '') this.say(text);
  }

  private say(text: string): void {
    this.element.textContent = text;
  }
}

function shortly({ passage, comment, meaning }: PdfMark): string {
  return [(passage.exact || comment || '').replace(/\s+/g, ' ').slice(0, longest), meaning].filter(Boolean).join(', ');
}
