import { type Disposable, l10n, Uri, workspace } from 'vscode';
import { type ConceptUse, type GlossaryCoverage, glossaryCoverage } from '../../core/terms/glossaryCoverage';
import { coverageScheme } from '../../platform/ids';
import { UserError } from '../../platform/log';
import { cancellable } from '../../platform/progress';
import { conceptUri, pageUri } from './conceptAddress';
import { folderAtHand } from './folderAtHand';
import type { FolderMentions } from './folderMentions';
import type { FolderTerms } from './folderTerms';
import type { NoteTerms } from './noteTerms';
import { PageDocuments } from './pageDocuments';
import { PageText } from './pageText';

/** More than this one does not go through; the heading says how many there are. */
const othersShown = 50;

/** A page that tells how the glossary of a folder and its notes and papers fit. */
export class CoverageReport implements Disposable {
  private readonly documents: PageDocuments;
  private readonly made = new Map<string, PageText>();

  constructor(
    private readonly folders: FolderTerms,
    private readonly terms: NoteTerms,
    private readonly mentions: FolderMentions,
  ) {
    const old = l10n.t('Run "Casebook: Show Glossary Coverage" to make this page.');
    this.documents = new PageDocuments(coverageScheme, (uri) => Promise.resolve(this.made.get(uri.toString()) ?? old));
  }

  /** Looks through the notes and papers of the folder at hand, and opens the page. */
  async show(): Promise<void> {
    const folder = folderAtHand(this.terms);
    if (folder === undefined) throw new UserError(l10n.t('Open a folder first: your glossary is a file in it.'));
    const files = await cancellable(l10n.t('Looking through notes and papers'), async (token, tell) => {
      const found = await this.mentions.count(folder, { token, tell });
      return token.isCancellationRequested ? undefined : found;
    });
    if (!files) return;
    const uri = pageUri(coverageScheme, l10n.t('Glossary coverage'), { folder });
    const names = this.folders.glossaryOf(folder).map(({ name }) => name);
    this.made.set(uri.toString(), coveragePage(glossaryCoverage(names, files), { files: files.length, folder, labelOf: (id) => this.terms.labelOf(id) }));
    this.documents.renew(uri);
    await this.documents.open(uri);
  }

  dispose(): void {
    this.documents.dispose();
  }
}

function coveragePage({ used, unused, others }: GlossaryCoverage, { files, folder, labelOf }: { readonly files: number; readonly folder: string; labelOf(terminology: string): string }): PageText {
  const page = new PageText().heading(1, l10n.t('Glossary coverage'));
  const total = used.length + unused.length;
  const terms = total === 1 ? l10n.t('1 term') : l10n.t('{0} terms', total);
  const texts = files === 1 ? l10n.t('the 1 note or paper of {0}', folderName(folder)) : l10n.t('the {0} notes and papers of {1}', files, folderName(folder));
  const summary = l10n.t('Your glossary has {0}. Used in {1}: {2}.', terms, texts, used.length);
  page.gap().words(total === 0 ? l10n.t('Your glossary has no terms yet. Select a term in a note, and run "Casebook: Define Term…".') : summary);
  if (used.length > 0) page.heading(2, l10n.t('Used')).gap();
  for (const use of used) addUse(page, use, folder);
  if (unused.length > 0) page.heading(2, l10n.t('Never used')).gap();
  for (const name of unused) page.row().words(name);
  if (others.length > 0) page.heading(2, l10n.t('Frequent, and not in your glossary')).gap();
  for (const use of others.slice(0, othersShown)) addUse(page, use, folder, labelOf(use.concept.terminology));
  if (others.length > othersShown) page.row().words(l10n.t('and {0} more', others.length - othersShown));
  return page.raw('\n');
}

function addUse(page: PageText, { concept, mentions, notes, papers }: ConceptUse, folder: string, about?: string): void {
  const counts = [
    mentions === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions),
    notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes),
    papers === 1 ? l10n.t('1 paper') : l10n.t('{0} papers', papers),
  ];
  page.row().link(concept.name, conceptUri(concept, folder)).raw(': ').words([counts.join(', '), about].filter(Boolean).join(' · '));
}

function folderName(folder: string): string {
  return workspace.getWorkspaceFolder(Uri.parse(folder))?.name ?? folder;
}
