/** How the titles of an entry are told: `title` gives the text of a field. */
export type FieldText = (name: string) => string | undefined;

export interface BibtexTitles {
  readonly title: string | undefined;
  readonly volumeTitle: string | undefined;
  readonly container: string | undefined;
}

const partTypes: ReadonlySet<string> = new Set(['inbook', 'bookinbook', 'incollection', 'inproceedings', 'conference', 'inreference', 'suppbook', 'suppcollection']);

/**
 * Title, container and title of the volume, as pandoc has them: a multivolume work's `maintitle` stands for the whole,
 * so that the volume's own title becomes `volume-title`; a periodical's `issuetitle` is an issue's title in it.
 *
 * @param hasOthers there may be more fields than `title`, `booktitle` and `journal`
 */
export function bibtexTitles(entryType: string, text: FieldText, hasOthers: boolean): BibtexTitles {
  if (!hasOthers) {
    const [book, journal] = [text('booktitle'), text('journal')];
    return { title: text('title'), container: entryType.startsWith('article') ? (journal ?? book) : (book ?? journal), volumeTitle: undefined };
  }
  const part = partTypes.has(entryType);
  const main = joined(text, 'maintitle', 'mainsubtitle', 'maintitleaddon');
  const own = joined(text, 'title', 'subtitle', 'titleaddon');
  const book = joined(text, 'booktitle', 'booksubtitle', 'booktitleaddon');
  const journal = joined(text, 'journaltitle', 'journalsubtitle') ?? text('journal') ?? text('fjournal');
  const issue = joined(text, 'issuetitle', 'issuesubtitle');
  if (entryType === 'periodical' && issue !== undefined) {
    return { title: issue, container: own ?? journal, volumeTitle: undefined };
  }
  const container = entryType.startsWith('article') ? (journal ?? book) : (book ?? journal);
  if (main === undefined) {
    return { title: own, container, volumeTitle: issue };
  }
  return part ? { title: own, container: main, volumeTitle: book } : { title: main, container, volumeTitle: own };
}

function joined(text: FieldText, title: string, subtitle: string, addon?: string): string | undefined {
  const main = text(title);
  const sub = text(subtitle);
  const more = addon === undefined ? undefined : text(addon);
  const whole = main !== undefined && sub !== undefined ? `${main}${/[?!.:]$/.test(main) ? '' : ':'} ${sub}` : (main ?? sub);
  return whole !== undefined && more !== undefined ? `${whole}. ${more}` : (whole ?? more);
}
