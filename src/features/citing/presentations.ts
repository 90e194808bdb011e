import { l10n, type TextDocument, Uri, workspace } from 'vscode';
import type { Presentation, StyleChoice } from '../../core/citing/citingWork';
import { findStyle } from '../../core/citing/styles';
import { UserError } from '../../platform/log';
import type { Notes } from '../../platform/notes';
import type { Settings } from '../../platform/settings';
import { isNote } from './noteEditors';

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
  ) {}

  named(document: TextDocument | undefined): NamedStyle {
    const csl = document && isNote(document) ? this.notes.of(document).frontMatter?.csl : undefined;
    return csl ? { name: csl, fromNote: true } : { name: this.settings.citingStyle(document), fromNote: false };
  }

  /** @throws a UserError where the style is unknown or its file can't be read */
  async of(document: TextDocument | undefined): Promise<Presentation> {
    return { style: await this.style(this.named(document), document), locale: this.locale(document) };
  }

  /** @returns the language that citations of a document are in */
  locale(document: TextDocument | undefined): string {
    const lang = document && isNote(document) ? this.notes.of(document).frontMatter?.lang : undefined;
    return lang ?? this.settings.citingLocale(document);
  }

  private async style({ name, fromNote }: NamedStyle, document: TextDocument | undefined): Promise<StyleChoice> {
    const files = isPath(name) ? candidates(name, fromNote ? document : undefined, document) : [];
    for (const file of files) {
      const csl = await read(file);
      if (csl !== undefined) return { id: file.toString(), csl };
    }
    const shipped = findStyle(name);
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

/** A path counts from the note that says it, else from its workspace folder; one that leads out of the folder is not followed. */
function candidates(name: string, note: TextDocument | undefined, document: TextDocument | undefined): Uri[] {
  const folder = document ? workspace.getWorkspaceFolder(document.uri) : workspace.workspaceFolders?.[0];
  if (!folder) return [];
  const path = name.replace(/\\/g, '/');
  const bases = note ? [Uri.joinPath(note.uri, '..'), folder.uri] : [folder.uri];
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return bases
    .map((base) => (path.startsWith(root) ? folder.uri.with({ path }) : Uri.joinPath(base, path)))
    .filter((file) => file.path.startsWith(root));
}

/** `nlm` can be no file, `styles/nlm` and `nlm.csl` can; an address is never taken for a path. */
function isPath(name: string): boolean {
  return /[./\\]/.test(name) && !/^[a-z][a-z0-9+.-]+:/i.test(name);
}

async function read(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
