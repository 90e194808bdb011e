import { bibtexName } from '../../formats/bibtexNames';
import { bibtexRecord } from '../../formats/bibtexRecord';
import type { SkimmedEntry } from '../../formats/bibtexSkimmed';
import type { CslItem, CslName } from '../record';
import type { ListedRow } from './rowOf';
import { rowOf } from './rowOf';

/** How many different names are remembered. */
const mostRemembered = 20_000;

const nowhere = { start: 0, end: 0 };

/** Reads what entries say in lists, as the reader of whole records does. Names come again and again in a file: each is read once. */
export class EntryReader {
  private readonly people = new Map<string, CslName | undefined>();

  listed({ type, key, fields }: Pick<SkimmedEntry, 'type' | 'key' | 'fields'>): ListedRow {
    return rowOf(bibtexRecord({ type, key, fields, keySpan: nowhere, span: nowhere }, key, this.person).record as CslItem);
  }

  private readonly person = (text: string): CslName | undefined => {
    const known = this.people.get(text);
    if (known) return known;
    const name = bibtexName(text);
    if (this.people.size < mostRemembered) this.people.set(text, name);
    return name;
  };
}
