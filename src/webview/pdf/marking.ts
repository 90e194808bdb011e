import type { Meaning } from '../../core/annotating/meaning';
import type { PdfMark, PdfPassage, PdfRemark } from '../../core/pdf/pdfMark';
import type { PlacingWay } from '../../core/pdf/pdfMessages';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { filled } from './element';
import type { HostLink } from './hostLink';
import { MarkBox } from './markBox';
import type { FoundMark } from './findMarks';
import { Marks } from './marks';
import type { Notice } from './notice';
import type { PageTexts } from './pageText';
import type { PdfPages } from './pdfPages';
import { Placing } from './placing';
import { passageOf, selectByKeys, selectedRange } from './selection';
import { type MarkKind, SelectionBar } from './selectionBar';

/** A selection that stays as it is for so long (ms) is one. */
const settled = 150;

/** Marks words that are selected, and opens marks that are there. */
export class Marking {
  readonly marks: Marks;
  readonly bar: SelectionBar;
  readonly box: MarkBox;
  private readonly placing: Placing;
  private texts: PageTexts | undefined;
  private meanings: readonly Meaning[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    private readonly link: HostLink,
    private readonly notice: Notice,
    onChange: () => void,
  ) {
    this.marks = new Marks(pages, words, onChange, (one) => this.open(one));
    this.placing = new Placing(pages, words, link, notice);
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
  take(marks: readonly PdfMark[], meanings: readonly Meaning[] | undefined, tags: readonly string[]): void {
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

  /** Begins to comment on the page that is looked at: on a scanned one there are no words to mark. */
  beginPage(): void {
    const { page } = this.pages;
    if (!this.canMark || !this.texts) {
      this.notice.tell(this.words.noPaper);
      return;
    }
    const passage: PdfPassage = { page, exact: '', prefix: '', suffix: '', rectangles: [] };
    this.box.open({ remark: { tags: [], underlined: false }, focus: 'comment', quote: filled(this.words.page, page), save: (said) => this.add(passage, said) }, new DOMRect(innerWidth / 2, 80, 0, 0), () => this.pages.container.focus());
  }

  /** Sets a mark's place: on the words that were found, or on the selected ones. */
  async place(id: string, how: PlacingWay): Promise<void> {
    const one = (await this.marks.settled()).find(({ mark }) => mark.id === id);
    if (one && this.texts) await this.placing.place(one, how, this.texts);
  }

  /** Opens what is said of a mark. */
  open(one: FoundMark, anchor?: DOMRect): void {
    const { mark } = one;
    if (!this.canMark) return;
    const from = document.activeElement instanceof HTMLButtonElement ? document.activeElement : this.pages.container;
    const shown = anchor ?? document.querySelector(`.markLayer [data-mark="${CSS.escape(mark.id)}"]`)?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2, 80, 0, 0);
    this.box.open({
      remark: mark, focus: 'comment', quote: mark.passage.exact || filled(this.words.page, one.page),
      save: (remark) => this.link.post({ type: 'changeMark', id: mark.id, remark }),
      remove: () => this.link.post({ type: 'removeMark', id: mark.id }),
      confirm: one.state === 'moved' ? () => void this.place(mark.id, 'confirm') : undefined,
    }, shown, () => (from.isConnected ? from : this.pages.container).focus());
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
