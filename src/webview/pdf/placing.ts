import { passageAt } from '../../core/pdf/pdfMark';
import type { PlacingWay } from '../../core/pdf/pdfMessages';
import type { PdfWords } from '../../core/pdf/pdfPage';
import { boxesOf } from '../../core/pdf/pdfText';
import type { FoundMark } from './findMarks';
import type { HostLink } from './hostLink';
import type { Notice } from './notice';
import type { PageTexts } from './pageText';
import type { PdfPages } from './pdfPages';
import { passageOf, selectedRange } from './selection';

/** Sets the places of marks whose words moved, or are gone. */
export class Placing {
  constructor(
    private readonly pages: PdfPages,
    private readonly words: PdfWords,
    private readonly link: HostLink,
    private readonly notice: Notice,
  ) {}

  /** Confirms the words that were found, or takes those that are selected. */
  async place(one: FoundMark, how: PlacingWay, texts: PageTexts): Promise<void> {
    const passage = how === 'confirm' ? await foundPassage(one, texts) : await this.selectedPassage(texts);
    if (passage) this.link.post({ type: 'placeMark', id: one.mark.id, passage });
    else this.notice.tell(how === 'confirm' ? this.words.orphaned : this.words.selectFirst);
  }

  private async selectedPassage(texts: PageTexts): ReturnType<typeof passageOf> {
    const range = selectedRange(this.pages);
    return range && passageOf(range, this.pages, texts);
  }
}

async function foundPassage({ page, span }: FoundMark, texts: PageTexts): ReturnType<typeof passageOf> {
  return span && passageAt(await texts.of(page), span, page, boxesOf(await texts.items(page), span), await texts.startOf(page));
}
