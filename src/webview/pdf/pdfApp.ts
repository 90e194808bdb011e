import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { HostMessage } from '../../core/pdf/pdfMessages';
import type { PdfAction } from '../../core/pdf/pdfAction';
import type { PdfPageData } from '../../core/pdf/pdfPage';
import { Announcer } from './announcer';
import { DarkPages } from './darkPages';
import { element } from './element';
import { Exchange } from './exchange';
import { Explaining } from './explaining';
import { FileTransport } from './fileTransport';
import { FindBar } from './findBar';
import { hasText } from './hasText';
import type { HostLink } from './hostLink';
import { Marking } from './marking';
import { showMarks } from './markList';
import { Notice } from './notice';
import { PdfLoader } from './pdfLoader';
import { PdfPages } from './pdfPages';
import { PageTexts } from './pageText';
import { Sidebar } from './sidebar';
import { Toolbar } from './toolbar';

/** What is remembered is told no more often than this (ms). */
const pause = 150;

/** The page that shows a PDF: it takes its parts together, and does what is asked for. */
export class PdfApp {
  private readonly loader: PdfLoader;
  private readonly pages: PdfPages;
  private readonly toolbar: Toolbar;
  private readonly findBar: FindBar;
  private readonly sidebar: Sidebar;
  private readonly notice: Notice;
  private readonly dark: DarkPages;
  private readonly marking: Marking;
  private readonly explaining: Explaining;
  private readonly exchange: Exchange;
  private readonly announcer: Announcer;
  private transport: FileTransport | undefined;
  private pdf: PDFDocumentProxy | undefined;
  private wanted: (HostMessage & { type: 'goTo' }) | undefined;
  private listings = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly link: HostLink,
    private readonly data: PdfPageData,
  ) {
    const { words, places } = data;
    this.loader = new PdfLoader(places);
    this.notice = new Notice(words);
    const holder = element('div', { class: 'holder' });
    document.body.append(holder); // PDF.js looks at the style of what it draws into
    this.pages = new PdfPages(words.document, words.page, places.icons);
    this.toolbar = new Toolbar(this.pages, words, (action) => this.run(action));
    this.findBar = new FindBar(this.pages, words);
    this.sidebar = new Sidebar(this.pages, words, () => {
      this.remember();
      void this.listMarks();
    });
    this.marking = new Marking(this.pages, words, link, this.notice, () => void this.listMarks());
    this.explaining = new Explaining(this.pages, link);
    this.exchange = new Exchange(link, data, this.marking, this.notice);
    this.announcer = new Announcer(this.pages, words);
    this.dark = new DarkPages((dark) => this.toolbar.dark.setAttribute('aria-pressed', String(dark)));
    holder.append(this.toolbar.element, this.findBar.element, this.notice.banner,
      element('div', { class: 'middle' }, this.sidebar.element, element('div', { class: 'frame' }, this.pages.container, this.notice.element)), this.marking.bar.element, this.marking.box.element, this.explaining.element, this.announcer.element);
    this.dark.apply();
    this.pages.events.on('updateviewarea', () => this.remember());
    link.listen((message) => this.take(message));
  }

  /** Does what a button or a key asks for. */
  run(action: PdfAction): void {
    this.actions[action]();
  }

  private readonly actions: Readonly<Record<PdfAction, () => void>> = {
    find: () => this.findBar.open(),
    findNext: () => this.findBar.step(false),
    findPrevious: () => this.findBar.step(true),
    goToPage: () => this.toolbar.askPage(),
    nextPage: () => this.pages.goTo(this.pages.page + 1),
    previousPage: () => this.pages.goTo(this.pages.page - 1),
    zoomIn: () => this.pages.zoomIn(),
    zoomOut: () => this.pages.zoomOut(),
    actualSize: () => this.pages.setScale('page-actual'),
    fitWidth: () => this.pages.setScale('page-width'),
    fitPage: () => this.pages.setScale('page-fit'),
    rotate: () => this.pages.rotate(),
    toggleSidebar: () => this.sidebar.toggle(),
    toggleDark: () => {
      this.dark.toggle();
      this.remember();
    },
    highlight: () => this.marking.begin('highlight'),
    underline: () => this.marking.begin('underline'),
    comment: () => this.marking.begin('comment'),
    tag: () => this.marking.begin('tag'),
    commentPage: () => this.marking.beginPage(),
    undoMark: () => this.link.post({ type: 'undoMark' }),
    explain: () => this.explaining.explainSelection(),
    showMarks: () => this.sidebar.show('marks'),
    takeOver: () => void this.exchange.takeOver(),
  };

  private take(message: HostMessage): void {
    switch (message.type) {
      case 'open':
        return void this.open(message);
      case 'range':
        return this.transport?.take(message);
      case 'lost':
        return this.lose();
      case 'marks':
        this.announcer.tellMarks(message.marks);
        return this.marking.take(message.marks, message.meanings, message.tags);
      case 'explained':
        return this.explaining.take(message.request, message.explanation);
      case 'goTo':
        return this.goTo(message);
      case 'run':
        return this.run(message.action);
      case 'place':
        return void this.marking.place(message.mark, message.how);
      case 'write':
        return void this.exchange.write(message.drafts);
    }
  }

  private async open({ version, length, view }: HostMessage & { type: 'open' }): Promise<void> {
    const { words } = this.data;
    const before = this.pages.current ?? view;
    const transport = new FileTransport(this.link, version, length, () => this.lose());
    this.transport?.abort();
    this.transport = transport;
    if (!this.pdf) this.notice.say(words.loading);
    this.dark.chosen = view?.dark;
    this.dark.apply();
    const pdf = length === 0 ? { failure: 'broken' as const, reason: 'empty' } : await this.loader.load(transport, (wrong) => this.notice.askPassword(wrong));
    if (this.transport !== transport) return; // a newer file came meanwhile
    this.close();
    if ('failure' in pdf) {
      this.fail(pdf.failure, pdf.reason);
      return;
    }
    this.pdf = pdf;
    this.notice.hide();
    this.pages.show(pdf, before);
    this.sidebar.set(pdf);
    const texts = new PageTexts(pdf);
    this.exchange.read(pdf, texts, length);
    this.marking.read(texts);
    this.explaining.read(texts);
    this.sidebar.show(this.sidebar.current ?? view?.sidebar);
    await this.pages.viewer.onePageRendered;
    if (this.pdf !== pdf) return;
    this.link.post({ type: 'shown', pages: pdf.numPages });
    if (!(await hasText(pdf).catch(() => true)) && this.pdf === pdf) this.notice.tell(words.scanned, this.marking.canMark ? { label: words.commentPage, act: () => this.marking.beginPage() } : undefined);
    await this.exchange.begin();
  }

  /** Before the pages are there, what is asked for waits for them. */
  private goTo({ mark, page }: HostMessage & { type: 'goTo' }): void {
    const isFound = mark === undefined || this.marking.marks.all.some((one) => one.mark.id === mark);
    if (!this.pdf || this.pages.count === 0 || !isFound) {
      this.wanted = { type: 'goTo', mark, page };
      return;
    }
    this.wanted = undefined;
    if (mark !== undefined) this.marking.marks.reveal(mark);
    else if (page !== undefined) this.pages.goTo(page);
  }

  private async listMarks(): Promise<void> {
    const { marking, pages } = this;
    const of = (wanted: string): string[] => marking.marks.all.filter(({ state }) => state === wanted).map(({ mark }) => mark.id);
    if (this.pdf) this.link.post({ type: 'found', moved: of('moved'), orphaned: of('orphaned') });
    if (this.wanted) this.goTo(this.wanted);
    const round = ++this.listings;
    const isRead = this.sidebar.current === 'marks' || this.exchange.isSoonRead;
    const foreign = isRead ? await this.exchange.left() : [];
    if (round !== this.listings) return;
    showMarks(this.sidebar.marks, {
      marks: marking.marks.all, foreign, canMark: marking.canMark,
      choose: (one) => {
        marking.marks.reveal(one.mark.id);
        marking.open(one);
      },
      place: (one, how) => void marking.place(one.mark.id, how),
      goTo: ({ passage }) => pages.showPlace(passage.page, passage.rectangles[0]),
      takeOver: () => void this.exchange.takeOver(),
    }, this.data.words);
  }

  private fail(failure: 'broken' | 'failed', reason: string): void {
    const { words } = this.data;
    if (failure === 'broken') this.notice.say(words.broken, words.brokenMore);
    else this.notice.say(words.failed, reason);
    this.link.post({ type: 'failed', reason });
  }

  private lose(): void {
    this.transport?.abort();
    this.transport = undefined;
    this.close();
    this.notice.say(this.data.words.lost, this.data.words.lostMore);
  }

  private close(): void {
    const { pdf } = this;
    this.pdf = undefined;
    this.exchange.read(undefined);
    this.sidebar.set(undefined);
    this.marking.read(undefined);
    this.explaining.read(undefined);
    this.pages.show(undefined);
    void pdf?.loadingTask.destroy();
  }

  private remember(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const view = this.pdf && this.pages.current;
      const sidebar = this.sidebar.current;
      const dark = this.dark.chosen;
      if (view) this.link.post({ type: 'view', view: { ...view, ...(sidebar && { sidebar }), ...(dark !== undefined && { dark }) } });
    }, pause);
  }
}
