import type { Note } from '../notes/note';
import type { CslItem } from '../library/record';
import type { Assets } from '../ports';

/** A style by its id, or by its own text where the user brought a `.csl` file. */
export interface StyleChoice {
  readonly id: string;
  readonly csl?: string;
}

/** How references and citations are to look. */
export interface Presentation {
  readonly style: StyleChoice;
  readonly locale: string;
}

export interface Rendered {
  readonly text: string;
  readonly html: string;
}

export interface RenderedEntry extends Rendered {
  readonly id: string;
}
void ({} as [Note, CslItem, Assets]);
