import type { RisEntry } from './risEntry';
import { tag } from './risTags';
import { isPartOfBook, isPeriodical } from './risTypes';
import type { RisDraft } from './risVariables';

const t = {
  JF: tag('JF'), T2: tag('T2'), JO: tag('JO'), BT: tag('BT'), J1: tag('J1'), J2: tag('J2'), JA: tag('JA'), T3: tag('T3'), C3: tag('C3'),
};

/** What a work is in: a journal, a book, proceedings, a series. */
export function addContainer(entry: RisEntry, type: string, draft: RisDraft): void {
  const { of } = draft;
  if (isPeriodical(type)) {
    addJournal(entry, draft);
  } else if (entry.isPortal) {
    // A portal's `T2` is the event, as `Y2` is when it was.
    draft.set(of['container-title'], entry.first(t.BT, t.JF, t.JO));
    draft.set(of['collection-title'], entry.first(t.T3));
    draft.set(of['event-title'], entry.first(t.T2));
  } else if (isPartOfBook(type)) {
    // Zotero and EndNote have the proceedings' title in `C3` and the conference's in `T2`; most others have no `C3`.
    const proceedings = type === 'paper-conference' ? entry.first(t.C3) : undefined;
    addBook(entry, proceedings ?? entry.first(t.T2, t.BT, t.JF, t.JO, t.J2), draft);
    draft.set(of['collection-title'], entry.first(t.T3));
    if (proceedings !== undefined) draft.set(of['event-title'], entry.first(t.T2));
  } else if (type === 'book' || type === 'thesis' || type === 'report') {
    draft.set(of['collection-title'], entry.first(t.T3, t.T2));
  } else {
    addBook(entry, entry.first(t.T2, t.JF, t.JO, t.BT), draft);
    draft.set(of['collection-title'], entry.first(t.T3));
  }
}

function addBook(entry: RisEntry, title: string | undefined, draft: RisDraft): void {
  draft.set(draft.of['container-title'], title);
  const short = entry.first(t.J2);
  if (short !== title) draft.set(draft.of['container-title-short'], short);
}

/** `JF` is the full name; `JO` as well where it stands alone, else the short one. */
function addJournal(entry: RisEntry, draft: RisDraft): void {
  const full = entry.first(t.JF, t.T2, t.JO, t.BT, t.J1, t.JA, t.J2);
  const short = entry.first(t.J2, t.JA, t.J1, t.JO);
  draft.set(draft.of['container-title'], full);
  if (short !== full) draft.set(draft.of['container-title-short'], short);
  draft.set(draft.of['collection-title'], entry.first(t.T3));
}
