import { type CancellationToken, Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import type { RenderedEntry } from '../../core/citing/processor';
import type { CslItem } from '../../core/library/record';
import { toRange } from '../../platform/convert';
import type { Notes } from '../../platform/notes';
import type { CitableWorks } from './citableWorks';
import { missingMarkdown, workMarkdown } from './hoverMarkdown';
import { keyAt } from './keyAt';
import type { Presentations } from './presentations';
import type { References } from './references';

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
    const record = this.works.record(document, item.key);
    if (!record) return new Hover(missingMarkdown(item.key), range);
    const reference = await soon(this.reference(record, document));
    if (token.isCancellationRequested) return undefined;
    return new Hover(workMarkdown(record, reference, this.works.paper(document, item.key)), range);
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

/** @returns what a promise gives, or undefined when it takes too long */
async function soon<Value>(value: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
