import { type CancellationToken, Hover, type HoverProvider, languages, type Position, type TextDocument } from 'vscode';
import type { RenderedEntry } from '../../core/citing/rendered';
import type { CslItem } from '../../core/library/record';
import { inTime } from '../../platform/answered';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { CitableWorks } from '../../platform/citableWorks';
import { missingMarkdown, workMarkdown } from './hoverMarkdown';
import { keyAt } from './keyAt';
import type { Presentations } from './presentations';
import type { References } from './references';
import { citedPlaces } from './shown/citedPlaces';

/** A hover waits this long (ms) for the reference in its style; after that it shows the plain data. */
const patience = 200;

/** Shows what a citekey stands for. */
export class CiteHovers implements HoverProvider {
  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly presentations: Presentations,
    private readonly references: References,
  ) {}

  async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    const item = keyAt(document, position, this.notes);
    if (!item) return undefined;
    const range = toRange(document, item.keySpan);
    const work = await this.works.work(document, item.key);
    if (!work) return new Hover(missingMarkdown(item.key, isTold(document, position)), range);
    const reference = await inTime(this.reference(work.record, document), patience);
    if (token.isCancellationRequested) return undefined;
    return new Hover(workMarkdown(work, reference, citedPlaces(document, item, this.notes)), range);
  }

  /** A style that can't be had is told where it is chosen or used; here the plain data serve. */
  private async reference(record: CslItem, document: TextDocument): Promise<RenderedEntry | undefined> {
    try {
      return await this.references.of(record, await this.presentations.of(document));
    } catch {
      return undefined;
    }
  }
}

/** Whether the problem that VS Code shows in the same hover says that the key is unknown. */
function isTold({ uri }: TextDocument, position: Position): boolean {
  return languages.getDiagnostics(uri).some(({ code, range }) => code === 'citekey-unknown' && range.contains(position));
}
