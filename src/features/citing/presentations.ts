import { l10n, type TextDocument } from 'vscode';
import type { Presentation, StyleChoice } from '../../core/citing/citingWork';
import type { StyleEntry } from '../../core/citing/styleCatalogue';
import { findStyle } from '../../core/citing/styles';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import { isNote, type Notes } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import { abbreviationFiles, firstText, readText, styleFiles } from '../../platform/styleFiles';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** Where a style's name stands, which is what a message about it must say. */
export interface NamedStyle {
  /** A shipped style's id, or the path of a `.csl` file. */
  readonly name: string;
  /** Whether the note itself says so, which goes before the settings. */
  readonly fromNote: boolean;
}

/** Finds how citations are to look in a note: as its front matter says, else as the settings of its folder do. */
export class Presentations {
  constructor(
    private readonly settings: Settings,
    private readonly notes: Notes,
    private readonly thread: WorkerThread<Work>,
  ) {}

  named(document: TextDocument | undefined): NamedStyle {
    const csl = document && isNote(document) ? this.notes.of(document).frontMatter?.csl : undefined;
    return csl ? { name: csl, fromNote: true } : { name: this.settings.citingStyle(document), fromNote: false };
  }

  /** @throws a UserError where the style is unknown or its file can't be read */
  async of(document: TextDocument | undefined): Promise<Presentation> {
    const abbreviations = await this.abbreviations(document);
    return { style: await this.style(this.named(document), document), locale: this.locale(document), ...(abbreviations !== undefined && { abbreviations }) };
  }

  /** @returns the file of short names that a note asks for; undefined where there is none, which is said in the note */
  private async abbreviations(document: TextDocument | undefined): Promise<string | undefined> {
    const name = document && isNote(document) ? this.notes.of(document).frontMatter?.abbreviations : undefined;
    return name === undefined ? undefined : firstText(abbreviationFiles(name, document));
  }

  /** @returns the language that citations of a document are in */
  locale(document: TextDocument | undefined): string {
    const lang = document && isNote(document) ? this.notes.of(document).frontMatter?.lang : undefined;
    return lang ?? this.settings.citingLocale(document);
  }

  /** @returns the style of the CSL repository that a name means */
  async shipped(name: string): Promise<Pick<StyleEntry, 'id' | 'title'> | undefined> {
    return findStyle(name) ?? (await this.thread.get()).citing.findStyle(name);
  }

  private async style({ name, fromNote }: NamedStyle, document: TextDocument | undefined): Promise<StyleChoice> {
    for (const file of styleFiles(name, document, fromNote)) {
      const csl = await readText(file);
      if (csl !== undefined) return { id: file.toString(), csl };
    }
    const shipped = await this.shipped(name);
    if (shipped) return { id: shipped.id };
    if (/^(https?|data):/i.test(name)) {
      throw new UserError(l10n.t('Casebook does not fetch citation styles from the web, such as {0}. Save it as a .csl file in your folder.', name));
    }
    throw new UserError(unknownStyle(name, fromNote));
  }
}

function unknownStyle(name: string, fromNote: boolean): string {
  return fromNote
    ? l10n.t('The note’s front matter asks for the citation style "{0}", which is neither one of Casebook’s nor a .csl file in this folder.', name)
    : l10n.t('The settings ask for the citation style "{0}", which is neither one of Casebook’s nor a .csl file in this folder.', name);
}
