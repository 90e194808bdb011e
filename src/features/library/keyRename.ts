import { type CancellationToken, l10n, type TextDocument, Uri, workspace, WorkspaceEdit } from 'vscode';
import { isValidCitekey } from '../../core/library/citekey';
import { fileStem } from '../../core/library/fileStem';
import { writtenKey } from '../../core/library/keyOccurrences';
import type { KeyFile, PlacedKey } from '../../core/library/keyWork';
import type { Library } from '../../core/library/library';
import { isCrossReference } from '../../core/notes/citekey';
import { inParallel } from '../../platform/inParallel';
import { UserError } from '../../platform/log';
import { nameOf, stemOf } from './findPapers';
import { assertPlaced, rangeOf } from './placedKeys';
import type { KeyPlaces } from './keyPlaces';
import { type SeenDocument, seeDocument } from '../../platform/seenDocument';

const filesAtOnce = 16;

/** What is to be renamed, and from where. */
export interface RenameWish {
  readonly key: string;
  readonly newKey: string;
  /** The workspace folder; undefined for a document that is in none. */
  readonly folder: Uri | undefined;
  /** Where the user asked: the file, and the key in it. */
  readonly from: { readonly uri: Uri; readonly place?: PlacedKey; readonly document?: TextDocument };
}

/** The places that a renaming changes, and the files that move with it. */
export interface RenamePlan {
  readonly files: readonly KeyFile[];
  /** The documents of the files that have the key, as they were when its places were found. */
  readonly seen: readonly SeenDocument[];
  /** More than one record has the key: only the one where the user asked is renamed, and no note. */
  readonly ambiguous: boolean;
}

/** An edit, and for each file that it changes where that is afterwards. */
export interface MovingEdit {
  readonly edit: WorkspaceEdit;
  readonly targets: Map<string, Uri>;
}

interface Definition {
  readonly file: KeyFile;
  readonly key: PlacedKey;
}

/** Works out what giving a record another citekey changes: its file and its name, other records, notes and annotations. */
export class KeyRename {
  constructor(
    private readonly library: Library,
    private readonly places: KeyPlaces,
  ) {}

  /** @throws UserError, which says why the key cannot be renamed so */
  async plan({ key, newKey, folder, from }: RenameWish, token?: CancellationToken): Promise<RenamePlan> {
    if (newKey === key) return { files: [], seen: [], ambiguous: false };
    const wrong = whatIsWrongWith(newKey);
    if (wrong) throw new UserError(wrong);
    // What is found first may be older in an editor than on disk: the places are those in documents that are up to date.
    const first = await this.places.find([key, newKey], folder, from.document, token);
    const seen = await inParallel(first, filesAtOnce, ({ uri }) => seeDocument(Uri.parse(uri)));
    const found = await this.places.find([key, newKey], folder, from.document, token);
    const own = found.find(({ uri }) => uri === from.uri.toString());
    if (own && isInline(own, key)) return { files: [only(own, key, newKey)], seen, ambiguous: false };
    // A note with a record of its own under the key means that one.
    const files = found.filter((file) => !isInline(file, key));
    const taken = definitions(found, newKey)[0];
    if (taken) throw new UserError(l10n.t('"{0}" is the citekey of another record: {1}', newKey, this.nameIn(taken)));
    const defined = definitions(files, key);
    if (defined.length > 1) return { ...ambiguous(defined, { key, from }), seen };
    const forBibtex = files.some(({ kind }) => kind === 'latex') || defined.some(({ file }) => file.kind === 'bibtex');
    if (forBibtex && /[#%~\\$&]/.test(newKey)) throw new UserError(l10n.t('BibTeX allows no "#", "%", "~", "$" or "&" in a citekey.'));
    return { files: files.map((file) => only(file, key, newKey)).filter(({ keys }) => keys.length > 0), seen, ambiguous: false };
  }

  /**
   * One edit for all of it, so that one undo takes it back.
   * @throws a UserError where a file is another now than when it was looked through
   */
  async edit({ files }: Pick<RenamePlan, 'files'>, { key, newKey }: RenameWish): Promise<MovingEdit> {
    const moving: MovingEdit = { edit: new WorkspaceEdit(), targets: new Map() };
    await assertPlaced(files);
    for (const { uri, keys } of files) {
      if (keys.some(({ role }) => role === 'record')) await this.move(moving, uri, { key, newKey });
    }
    for (const { uri, keys } of files) {
      const target = moving.targets.get(uri) ?? Uri.parse(uri);
      moving.targets.set(uri, target);
      for (const place of keys) moving.edit.replace(target, rangeOf(place), writtenKey(place, newKey));
    }
    return moving;
  }

  /** A paper file that is named by its citekey is renamed with its attachments, itself first; one with another name keeps it. */
  async move({ edit, targets }: MovingEdit, uri: string, { key, newKey }: Pick<RenameWish, 'key' | 'newKey'>): Promise<void> {
    for (const { from, to } of await this.moves(uri, key, newKey)) {
      edit.renameFile(from, to);
      targets.set(from.toString(), to);
    }
  }

  private async moves(uri: string, key: string, newKey: string): Promise<{ readonly from: Uri; readonly to: Uri }[]> {
    const paper = this.library.at(uri);
    const stem = stemOf(nameOf(Uri.parse(uri)));
    if (!paper || paper.record.id !== key || (stem !== fileStem(key) && stem !== fileStem(key, [key]))) return [];
    const folder = Uri.joinPath(Uri.parse(uri), '..');
    const stems = (await workspace.fs.readDirectory(folder)).map(([name]) => stemOf(name));
    const newStem = fileStem(newKey, stems.filter((other) => other !== stem));
    return [uri, ...paper.attachments].map((file) => {
      const from = Uri.parse(file);
      return { from, to: Uri.joinPath(folder, newStem + nameOf(from).slice(stem.length)) };
    });
  }

  private nameIn({ file }: Definition): string {
    return this.library.at(file.uri)?.record.title ?? workspace.asRelativePath(Uri.parse(file.uri));
  }
}

/** @returns why nothing can have this citekey; undefined where it can be one */
export function whatIsWrongWith(citekey: string): string | undefined {
  if (!isValidCitekey(citekey)) return l10n.t('A citekey is made of letters, digits and single "-", "_", ":" or "." inside.');
  return isCrossReference(citekey) ? l10n.t('Quarto takes "@{0}" for a cross-reference.', citekey) : undefined;
}

function isInline({ kind, keys }: KeyFile, key: string): boolean {
  return kind === 'note' && keys.some((place) => place.key === key && place.role !== 'use');
}

function definitions(files: readonly KeyFile[], wanted: string): Definition[] {
  return files.flatMap((file) => file.keys.filter(({ key, role }) => key === wanted && role !== 'use').map((key) => ({ file, key })));
}

/** @throws UserError where the note has a record of its own with the new key */
function only(file: KeyFile, key: string, newKey: string): KeyFile {
  if (isInline(file, newKey)) throw new UserError(l10n.t('"{0}" is the citekey of another record: {1}', newKey, workspace.asRelativePath(Uri.parse(file.uri))));
  return { ...file, keys: file.keys.filter((place) => place.key === key) };
}

/** @throws UserError where it is not one of the records that the user asked to rename */
function ambiguous(defined: readonly Definition[], { key, from }: Pick<RenameWish, 'key' | 'from'>): Pick<RenamePlan, 'files' | 'ambiguous'> {
  const here = defined.filter(({ file }) => file.uri === from.uri.toString());
  const meant = here.length === 1 ? here[0] : here.find((each) => each.key.span.start === from.place?.span.start);
  if (!meant) {
    const names = [...new Set(defined.map(({ file }) => workspace.asRelativePath(Uri.parse(file.uri))))].join(', ');
    throw new UserError(l10n.t('Several records have the citekey "{0}": {1}. Rename the one that is meant where it stands.', key, names));
  }
  const keys = here.length === 1 ? meant.file.keys.filter((place) => place.key === key) : [meant.key];
  return { files: [{ ...meant.file, keys }], ambiguous: true };
}
