import CSL, { type Engine as CiteprocEngine, type SortedItem } from 'citeproc';

/**
 * The items of a citation in the style's order, as `processCitationCluster` has it; but as in pandoc one with a prefix or a
 * suffix stays where it stands, since "see Müller; also Chen" means that order.
 */
export function inOrder(engine: CiteprocEngine, items: readonly SortedItem[]): SortedItem[] {
  if (items.length < 2) return [...items];
  if (engine.citation_sort.tokens.length === 0) return engine.opt.grouped_sort && items.length > 2 ? grouped(engine, items) : [...items];
  for (const [item, cite] of items) cite.sortkeys = CSL.getSortKeys.call(engine, item, 'citation_sort');
  return stretches(items, ({ prefix, suffix }) => !prefix && !suffix).flatMap((stretch) => {
    if (engine.opt.grouped_sort) keepAuthorsTogether(engine, stretch);
    return stretch.sort((a, b) => engine.citation.srt.compareCompositeKeys(a, b));
  });
}

/** A style that sorts no citation may still have works of one author stand together; citeproc-js leaves that out. */
function grouped(engine: CiteprocEngine, items: readonly SortedItem[]): SortedItem[] {
  return stretches(items, ({ prefix, suffix }, isFirst) => !suffix && (!prefix || isFirst)).flatMap((stretch) => {
    const authors = new Map<string, SortedItem[]>();
    for (const one of stretch) {
      const author = authorsOf(engine, one);
      authors.set(author, [...(authors.get(author) ?? []), one]);
    }
    return [...authors.values()].flat();
  });
}

/** Items that change places among themselves alone; what may not stands by itself. */
function stretches(items: readonly SortedItem[], mayMove: (cite: SortedItem[1], isFirst: boolean) => boolean): SortedItem[][] {
  const all: SortedItem[][] = [];
  let open: SortedItem[] | undefined;
  for (const one of items) {
    if (open && mayMove(one[1], false)) {
      open.push(one);
      continue;
    }
    all.push([one]);
    open = mayMove(one[1], true) ? all.at(-1) : undefined;
  }
  return all;
}

/** Sorts, and makes sort keys, so that works of the same author stay together, at the place of the first of them. */
function keepAuthorsTogether(engine: CiteprocEngine, items: SortedItem[]): void {
  for (const one of items) one[1].sortkeys = [authorsOf(engine, one), ...(one[1].sortkeys ?? [])];
  items.sort((a, b) => engine.citation.srt.compareCompositeKeys(a, b));
  let lastAuthor: string | undefined;
  let key: string | undefined;
  for (const [index, [, { sortkeys = [] }]] of items.entries()) {
    if (sortkeys[0] !== lastAuthor) {
      lastAuthor = sortkeys[0];
      key = sortkeys[1];
    }
    sortkeys[0] = `${key}${index}`;
  }
}

function authorsOf(engine: CiteprocEngine, [item]: SortedItem): string {
  engine.tmp.authorstring_request = true;
  CSL.getAmbiguousCite.call(engine, item, engine.registry.registry[item.id]?.disambig ?? false);
  engine.tmp.authorstring_request = false;
  return engine.registry.authorstrings[item.id] ?? '';
}
