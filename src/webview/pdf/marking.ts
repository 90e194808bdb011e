import type { PdfMark, PdfMeaning, PdfPassage, PdfRemark } from '../../core/pdf/pdfMark';
import type { PdfWords } from '../../core/pdf/pdfPage';
import type { HostLink } from './hostLink';
import { MarkBox } from './markBox';
import { type FoundMark, Marks } from './marks';
import type { Notice } from './notice';
import type { PageTexts } from './pageText';
import type { PdfPages } from './pdfPages';
import { passageOf, selectByKeys, selectedRange } from './selection';
import { type MarkKind, SelectionBar } from './selectionBar';

/** A selection that stays as it is for so long (ms) is one. */
const settled = 150;

/** Marks words that are selected, and opens marks that are there. */
export class Marking {
  readonly marks: Marks;
  readonly bar: SelectionBar;
  readonly box: MarkBox;
  private texts: PageTexts | undefined;
  private meanings: readonly PdfMeaning[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    private readonly link: HostLink,
    private readonly notice: Notice,
    onChange: () => void,
  ) {
    this.marks = new Marks(pages, onChange);
    this.bar = new SelectionBar(words, (kind, meaning) => void this.mark(kind, meaning));
    this.box = new MarkBox(words);
    selectByKeys(pages);
    document.addEventListener('selectionchange', () => this.later());
    pages.container.addEventListener('scroll', () => this.bar.hide());
    pages.container.addEventListener('click', (event) => this.click(event));
  }

  get canMark(): boolean {
    return this.meanings !== undefined;
  }

  /** Takes in what marks there are; without meanings none can be made. */
  take(marks: readonly PdfMark[], meanings: readonly PdfMeaning[] | undefined, tags: readonly string[]): void {
    this.meanings = meanings;
    this.bar.set(meanings ?? []);
    this.box.set(meanings ?? [], tags);
    this.marks.set(marks, this.texts);
  }

  /** Takes in another document's texts. */
  read(texts: PageTexts | undefined): void {
    this.texts = texts;
    this.bar.hide();
    this.box.close();
    this.marks.refresh(texts);
  }

  /** Begins to mark the selected words; what they mean is chosen in the bar. */
  begin(kind: MarkKind): void {
    const range = selectedRange(this.pages);
    if (!this.canMark || !range) {
      this.notice.tell(this.canMark ? this.words.selectFirst : this.words.noPaper);
      return;
    }
    this.notice.hush();
    if (kind === 'comment' || kind === 'tag') {
      void this.mark(kind);
      return;
    }
    this.bar.show(range.getBoundingClientRect(), kind === 'underline');
    this.bar.focus();
  }

  /** Opens what is said of a mark. */
  open(one: FoundMark, anchor?: DOMRect): void {
    const { mark } = one;
    if (!this.canMark) return;
    const shown = anchor ?? document.querySelector(`.markLayer > [data-mark="${CSS.escape(mark.id)}"]`)?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, 80, 0, 0);
    this.box.open({
      remark: mark, focus: 'comment', quote: mark.passage.exact,
      save: (remark) => this.link.post({ type: 'changeMark', id: mark.id, remark }),
      remove: () => this.link.post({ type: 'removeMark', id: mark.id }),
    }, shown, () => this.pages.container.focus());
  }

  private async mark(kind: MarkKind, meaning?: string): Promise<void> {
    const range = selectedRange(this.pages);
    const passage = range && this.texts && (await passageOf(range, this.pages, this.texts));
    if (!range || !passage) return;
    const remark: PdfRemark = { tags: [], underlined: kind === 'underline', ...(meaning !== undefined && { meaning }) };
    if (kind === 'highlight' || kind === 'underline') {
      this.add(passage, remark);
      return;
    }
    const anchor = range.getBoundingClientRect();
    this.box.open({ remark, focus: kind === 'tag' ? 'tags' : 'comment', quote: passage.exact, save: (said) => this.add(passage, said) }, anchor, () => this.pages.container.focus());
  }

  private add(passage: PdfPassage, remark: PdfRemark): void {
    this.link.post({ type: 'addMark', passage, remark });
    getSelection()?.removeAllRanges();
    this.pages.container.focus();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const range = this.canMark && this.box.element.hidden ? selectedRange(this.pages) : undefined;
      if (!range) this.bar.hide();
      else if (!this.bar.element.contains(document.activeElement)) this.bar.show(range.getBoundingClientRect());
    }, settled);
  }

  private click(event: MouseEvent): void {
    if (selectedRange(this.pages)) return;
    const [one] = this.marks.at(event.clientX, event.clientY);
    if (one) this.open(one, new DOMRect(event.clientX, event.clientY, 0, 0));
    else this.box.close();
  }
}
