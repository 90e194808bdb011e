import type { CslItem } from '../../library/record';
import { escapeHtml } from '../html';
import type { RenderedEntry } from '../rendered';
import { pureBibtex } from './pureBibtex';
import { markedAsHtml, pureFields, type PureFields, unmarked } from './pureFields';
import { pureApa, pureAuthor, pureHarvard, pureStandard, pureVancouver } from './pureProse';
import { pureRis } from './pureRis';

/** The seven forms that a research portal offers under "Cite this". */
export type PureStyleId =
  | 'pure-apa' | 'pure-author' | 'pure-bibtex' | 'pure-harvard' | 'pure-standard' | 'pure-ris' | 'pure-vancouver';

const forms: Readonly<Record<PureStyleId, (fields: PureFields) => string>> = {
  'pure-apa': pureApa,
  'pure-author': pureAuthor,
  'pure-bibtex': pureBibtex,
  'pure-harvard': pureHarvard,
  'pure-standard': pureStandard,
  'pure-ris': pureRis,
  'pure-vancouver': pureVancouver,
};

/** The forms say how a reference looks, not how a text cites it: that goes by the nearest CSL style. */
const companions: Readonly<Record<PureStyleId, string>> = {
  'pure-apa': 'apa',
  'pure-author': 'apa',
  'pure-bibtex': 'apa',
  'pure-harvard': 'harvard-cite-them-right',
  'pure-standard': 'apa',
  'pure-ris': 'apa',
  'pure-vancouver': 'nlm-citation-sequence',
};

export function isPureStyle(id: string): id is PureStyleId {
  return Object.hasOwn(forms, id);
}

/** One item in one of the forms, exactly as the portal would write it. */
export function pureForm(item: CslItem, style: PureStyleId): string {
  return unmarked(forms[style](pureFields(item)));
}

/** The same as an entry of a bibliography. */
export function pureEntry(item: CslItem, style: PureStyleId): RenderedEntry {
  const form = forms[style](pureFields(item));
  return { id: item.id, text: unmarked(form), html: markedAsHtml(escapeHtml(form)) };
}

/** The CSL style by which citations in the text go along with a form. */
export function pureCompanion(style: PureStyleId): string {
  return companions[style];
}
