import { FileType, l10n, Uri, window, workspace } from 'vscode';
import { attachmentName } from '../../core/library/attachmentName';
import type { LibraryPaper } from '../../core/library/library';
import { type Log, UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import { nameOf, stemOf } from './findPapers';
import type { ImportSource } from './importSource';
import type { PaperFolders } from './paperFolders';
import { removeFiles } from './removePapers';

/** Copies files beside a paper, named by it; nothing that is there is overwritten. Offers to take them away again. */
export async function attachFiles(paper: LibraryPaper, sources: readonly ImportSource[], folders: PaperFolders, log: Log): Promise<void> {
  const attached: Uri[] = [];
  try {
    // One after the other: each must see which names those before it took.
    for (const source of sources) {
      if (source instanceof Uri && paper.attachments.includes(source.toString())) continue;
      attached.push(await attach(paper, source));
    }
  } finally {
    await folders.of(Uri.parse(paper.folder))?.take([Uri.parse(paper.uri), ...attached]);
  }
  if (attached.length > 0) void offerUndo(paper, attached, log);
}

async function attach(paper: LibraryPaper, source: ImportSource): Promise<Uri> {
  const name = (source instanceof Uri ? nameOf(source) : source.name) ?? 'text.txt';
  if (/\.ya?ml$/i.test(name)) throw new UserError(l10n.t('"{0}" cannot be attached: a YAML file in the library folder is a paper. Import it instead.', name));
  const paperFile = Uri.parse(paper.uri);
  const folder = Uri.joinPath(paperFile, '..');
  const taken = (await workspace.fs.readDirectory(folder)).map(([other]) => other);
  const target = Uri.joinPath(folder, attachmentName(stemOf(nameOf(paperFile)), name, taken));
  if (source instanceof Uri) {
    const { type } = await workspace.fs.stat(source);
    if (type & FileType.Directory) throw new UserError(l10n.t('"{0}" is a folder. Attach the files in it.', name));
    await workspace.fs.copy(source, target, { overwrite: false });
  } else {
    const { content } = source;
    await workspace.fs.writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return target;
}

async function offerUndo(paper: LibraryPaper, attached: readonly Uri[], log: Log): Promise<void> {
  const undo = l10n.t('Undo');
  const message = plainMessage(l10n.t('Attached to {0}: {1}.', paper.record.id, attached.map(nameOf).join(', ')));
  if ((await window.showInformationMessage(message, undo)) === undo) {
    await log.guard(l10n.t('The files could not be moved to the bin'), removeFiles)(attached);
  }
}
