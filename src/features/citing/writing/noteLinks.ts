import { DocumentLink, type DocumentLinkProvider, l10n, type TextDocument, Uri, workspace } from 'vscode';
import { doiOfKey } from '../../../core/citing/doiKey';
import { frontMatterValues } from '../../../core/notes/frontMatterPlaces';
import type { FrontMatter } from '../../../core/notes/note';
import { toRange } from '../../../platform/convert';
import type { Notes } from '../../../platform/notes';
import type { NoteSources } from '../../../platform/noteSources';
import { styleFiles } from '../../../platform/styleFiles';

/** Links of a note: the bibliographies and the style that its front matter names, and citekeys that are DOIs. */
export class NoteLinks implements DocumentLinkProvider {
  constructor(
    private readonly notes: Notes,
    private readonly sources: NoteSources,
  ) {}

  async provideDocumentLinks(document: TextDocument): Promise<DocumentLink[]> {
    const note = await this.notes.whenParsed(document);
    const { version } = document;
    const inFront = note.frontMatter ? await this.frontLinks(document, note.text, note.frontMatter) : [];
    if (document.version !== version || note.text !== document.getText()) return [];
    const dois = note.citations.flatMap(({ items }) => items.flatMap(({ key, keySpan }) => {
      const doi = doiOfKey(key);
      return doi === undefined ? [] : [link(document, keySpan, Uri.parse(`https://doi.org/${encodeURI(doi)}`), l10n.t('Open the DOI in the browser'))];
    }));
    return [...inFront, ...dois];
  }

  private async frontLinks(document: TextDocument, text: string, front: FrontMatter): Promise<DocumentLink[]> {
    const own = new Map((await this.sources.own(document)).map(({ value, uri }) => [value, uri]));
    const found = await Promise.all(frontMatterValues(text, front).map(async ({ field, value, span }) => {
      const isStyle = field === 'csl' || field === 'citation-style';
      const file = field === 'bibliography' ? own.get(value) : isStyle ? await firstFile(styleFiles(value, document, true)) : undefined;
      return file ? [link(document, span, file, isStyle ? l10n.t('Open the style') : l10n.t('Open the bibliography'))] : [];
    }));
    return found.flat();
  }
}

function link(document: TextDocument, span: { readonly start: number; readonly end: number }, target: Uri, tooltip: string): DocumentLink {
  const made = new DocumentLink(toRange(document, span), target);
  made.tooltip = tooltip;
  return made;
}

async function firstFile(files: readonly Uri[]): Promise<Uri | undefined> {
  for (const file of files) if (await workspace.fs.stat(file).then(() => true, () => false)) return file;
  return undefined;
}
