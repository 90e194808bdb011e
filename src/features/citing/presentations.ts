import { l10n, type TextDocument } from 'vscode';
import type { Presentation, StyleChoice } from '../../core/citing/citingWork';
import type { StyleEntry } from '../../core/citing/styleCatalogue';
import { isWebAddress, repositoryAddress } from '../../core/citing/webStyle';
import { findStyle } from '../../core/citing/styles';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import { isNote, type Notes } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import { abbreviationFiles, firstText, readText, styleFiles } from '../../platform/styleFiles';
import type { WebStyles } from '../../platform/webStyles';
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
    private readonly web: WebStyles,
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

  /** @returns the id in the CSL repository of the style whose rules a name means; undefined for a file, an address, and what only Casebook has */
  async repositoryId(name: string, document: TextDocument | undefined): Promise<string | undefined> {
    if ((await firstText(styleFiles(name, document, this.named(document).fromNote))) !== undefined) return undefined;
    const entry = await (await this.thread.get()).citing.findStyle(name);
    return entry?.parent ?? entry?.id;
  }

  /** A style of the repository that was fetched since it shipped. */
  private async newer(id: string): Promise<string | undefined> {
    if (findStyle(id)?.kind === 'pure') return undefined;
    const entry = await (await this.thread.get()).citing.findStyle(id);
    return this.web.of(repositoryAddress(entry?.parent ?? id));
  }

  private async style({ name, fromNote }: NamedStyle, document: TextDocument | undefined): Promise<StyleChoice> {
    for (const file of styleFiles(name, document, fromNote)) {
      const csl = await readText(file);
      if (csl !== undefined) return { id: file.toString(), csl };
    }
    const shipped = await this.shipped(name);
    if (shipped) {
      const newer = await this.newer(shipped.id);
      return { id: shipped.id, ...(newer !== undefined && { csl: newer }) };
    }
    if (isWebAddress(name)) {
      const csl = await this.web.of(name);
      if (csl !== undefined) return { id: name, csl };
      throw new UserError(l10n.t('The citation style at {0} has not been fetched yet. Click its name in the status bar to fetch it.', name));
    }
    throw new UserError(unknownStyle(name, fromNote));
  }
}

function unknownStyle(name: string, fromNote: boolean): string {
  return fromNote
    ? l10n.t('The note’s front matter asks for the citation style "{0}", which is neither one of Casebook’s nor a .csl file in this folder.', name)
    : l10n.t('The settings ask for the citation style "{0}", which is neither one of Casebook’s nor a .csl file in this folder.', name);
}
