import { CompletionItem, CompletionItemKind, CompletionList, type CompletionItemProvider, type Position, Range, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { relativePath } from '../../../core/library/paths';
import { shippedStyles } from '../../../core/citing/styles';
import type { FrontMatter } from '../../../core/notes/note';
import type { Work } from '../../../core/work';
import type { Notes } from '../../../platform/notes';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import { foreignFolders } from '../../../platform/workSources';

/** More files or styles than these would only be scrolled through; each key stroke asks again. */
const most = { files: 200, styles: 100 };
const bibliographies = '**/*.{bib,bibtex,json,yaml,yml,ris,nbib,enw,xml}';
/** Files that end like a bibliography and are none. */
const others = /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|_quarto[^/]*|_metadata|glossary|mkdocs|docker-compose[^/]*)\.(?:json|ya?ml)$/i;

/** Completes what a note's front matter says of citations: files behind `bibliography:`, styles behind `csl:`. */
export class FrontMatterCompletions implements CompletionItemProvider {
  constructor(
    private readonly notes: Notes,
    private readonly thread: WorkerThread<Work>,
  ) {}

  async provideCompletionItems(document: TextDocument, position: Position): Promise<CompletionList | undefined> {
    const front = this.notes.of(document).frontMatter;
    const at = document.offsetAt(position);
    if (!front?.blocks.some(({ start, end }) => start < at && at <= end)) return undefined;
    const place = valueAt(document, position);
    if (place?.field === 'bibliography') return new CompletionList(await files(document, bibliographies, place.range, front));
    if (place?.field !== 'csl' && place?.field !== 'citation-style') return undefined;
    const own = await files(document, '**/*.csl', place.range, undefined);
    // The list depends on what was typed, so it is asked for again with each key stroke.
    return new CompletionList([...own, ...(await this.styles(document.getText(place.range), place.range))], true);
  }

  private async styles(typed: string, range: Range): Promise<CompletionItem[]> {
    const { citing } = await this.thread.get();
    const found = await citing.searchStyles(typed, most.styles);
    const styles: readonly { readonly id: string; readonly title: string }[] = typed.trim() === '' ? shippedStyles.filter(({ kind }) => kind === 'csl') : found;
    return styles.map(({ id, title }, index) => {
      const item = new CompletionItem({ label: id, description: title }, CompletionItemKind.Value);
      item.range = range;
      // What was typed may be in the title, or an ISSN: the search has found it, and VS Code would not.
      item.filterText = typed === '' ? id : typed;
      item.sortText = String(index).padStart(3, '0');
      return item;
    });
  }
}

interface ValuePlace {
  readonly field: string;
  readonly range: Range;
}

/** The value that the cursor stands in: behind its field, in a list in brackets, or on a line of a list. */
function valueAt(document: TextDocument, position: Position): ValuePlace | undefined {
  const { text } = document.lineAt(position);
  const before = text.slice(0, position.character);
  const field = /^([\w-]+):[ \t]/.exec(before)?.[1] ?? (/^[ \t]*-[ \t]/.test(before) ? fieldAbove(document, position.line) : undefined);
  if (field === undefined) return undefined;
  const lead = /^(?:[\w-]+:|[ \t]*-)[ \t]+(?:\[(?:[^\]]*,)?[ \t]*)?["']?/.exec(before)?.[0].length ?? before.length;
  const rest = /^[^\s,\]"'#]*/.exec(text.slice(position.character))?.[0].length ?? 0;
  return { field, range: new Range(position.line, lead, position.line, position.character + rest) };
}

function fieldAbove(document: TextDocument, line: number): string | undefined {
  for (let at = line - 1; at >= 0; at--) {
    const { text } = document.lineAt(at);
    const field = /^([\w-]+):[ \t]*(?:#.*)?$/.exec(text)?.[1];
    if (field !== undefined) return field;
    if (!/^[ \t]*-[ \t]/.test(text)) return undefined;
  }
  return undefined;
}

/** @param front its bibliographies are named already */
async function files(document: TextDocument, pattern: string, range: Range, front: FrontMatter | undefined): Promise<CompletionItem[]> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (!folder) return [];
  const from = Uri.joinPath(document.uri, '..').path;
  const found = await workspace.findFiles(new RelativePattern(folder, pattern), foreignFolders, most.files);
  const current = document.getText(range);
  const paths = found.map((uri) => relativePath(from, uri.path)).filter((path) => !others.test(path) && !/(?:^|\/)\.[^./]/.test(path));
  return paths.filter((path) => path === current || !front?.bibliography.includes(path)).map((path) => {
    const item = new CompletionItem(path, CompletionItemKind.File);
    item.range = range;
    item.sortText = `${/\.(?:bib|csl)$/i.test(path) ? 0 : 1}${path}`;
    return item;
  });
}
