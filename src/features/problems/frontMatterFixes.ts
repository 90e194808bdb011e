import { type CodeAction, type CodeActionContext, type CodeActionProvider, type Diagnostic, l10n, type Range, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { nearKeys } from '../../core/citing/nearKeys';
import { renamedStyles } from '../../core/citing/renamedStyles';
import { otherNames, shippedStyles } from '../../core/citing/styles';
import { languageMeant } from '../../core/citing/languageMeant';
import { relativePath } from '../../core/library/paths';
import { frontMatterValues, type FrontMatterValue } from '../../core/notes/frontMatterPlaces';
import type { Work } from '../../core/work';
import { toRange } from '../../platform/convert';
import { internalCommandIds } from '../../platform/ids';
import type { Notes } from '../../platform/notes';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { foreignFolders } from '../../platform/workSources';
import { commandFix, editFix, ofCode } from './quickFix';

/** As many styles and files as are offered. */
const most = 3;
const mostFiles = 1000;

/** Puts right what a note's front matter says of citations. */
export class FrontMatterFixes implements CodeActionProvider {
  constructor(
    private readonly notes: Notes,
    private readonly thread: WorkerThread<Work>,
  ) {}

  async provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const note = this.notes.of(document);
    const front = note.frontMatter;
    const at = document.offsetAt(range.start);
    if (context.diagnostics.length === 0 || !front?.blocks.some(({ start, end }) => start <= at && at <= end)) return [];
    const here = frontMatterValues(note.text, front).filter(({ span }) => toRange(document, span).intersection(range));
    const fixes = await Promise.all(here.map((value) => this.fixesOf(value, document, context)));
    return fixes.flat();
  }

  private async fixesOf(at: FrontMatterValue, document: TextDocument, context: CodeActionContext): Promise<CodeAction[]> {
    const replace = (values: readonly string[], diagnostics: readonly Diagnostic[]): CodeAction[] =>
      values.map((value) => editFix(l10n.t('Write {0} instead', value), document, [{ span: at.span, newText: value }], diagnostics));
    const style = ofCode('style-unknown', context);
    if (style.length > 0 && (at.field === 'csl' || at.field === 'citation-style')) return replace(await this.stylesMeant(at.value), style);
    const unfetched = ofCode('style-unfetched', context);
    if (unfetched.length > 0 && (at.field === 'csl' || at.field === 'citation-style')) return [commandFix(l10n.t('Fetch the Style…'), internalCommandIds.fetchStyle, [at.value], unfetched)];
    const locale = ofCode('locale-unknown', context);
    if (locale.length > 0 && (at.field === 'lang' || at.field === 'locale')) return replace(languageMeant(at.value), locale);
    const missing = ofCode('bibliography-missing', context);
    if (missing.length === 0 || at.field !== 'bibliography') return [];
    const create = commandFix(l10n.t('Create {0}', at.value), internalCommandIds.createBibliography, [document.uri.toString(), at.value], missing);
    return [...replace(await filesMeant(at.value, document), missing), create];
  }

  /** Styles whose names are near, or that have all of its words, or its first ones. */
  private async stylesMeant(style: string): Promise<string[]> {
    const bare = style.replace(/^.*\//, '').replace(/\.csl$/i, '');
    const earlier = Object.values(renamedStyles).flat();
    const near = nearKeys(bare, [...shippedStyles.map(({ id }) => id), ...Object.keys(otherNames), ...earlier]);
    const { citing } = await this.thread.get();
    const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    for (let count = words.length; count > 0 && near.length < most; count--) {
      for (const { id } of await citing.searchStyles(words.slice(0, count).join(' '), most)) if (!near.includes(id)) near.push(id);
    }
    return near.slice(0, most);
  }
}

/** Bibliographies of the folder with a like name, by their paths from the note. */
async function filesMeant(path: string, document: TextDocument): Promise<string[]> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (!folder) return [];
  const files = await workspace.findFiles(new RelativePattern(folder, '**/*.{bib,bibtex,json,yaml,yml,ris,nbib}'), foreignFolders, mostFiles);
  const name = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  const near = new Set([...nearKeys(name(path), files.map((uri) => name(uri.path))), name(path)]);
  const alone = files.filter((uri) => /\.bib(?:tex)?$/i.test(uri.path));
  const meant = files.filter((uri) => near.has(name(uri.path)));
  const from = Uri.joinPath(document.uri, '..').path;
  return (meant.length > 0 ? meant : alone.length === 1 ? alone : []).slice(0, most).map((uri) => relativePath(from, uri.path));
}
