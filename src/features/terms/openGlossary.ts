import { commands, type Disposable, l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import type { Settings } from '../../platform/settings';

/** What a new glossary holds: one term, to be written over. */
const firstGlossary = `# Your own terms. Casebook shows them on hover in your notes, before its built-in ones.
terms:
  - name: example term
    synonyms: [another name of it]
    definition: What the term means, in a sentence or two.
`;

/** Registers the command that opens the folder's glossary, made first where there is none. */
export function registerOpenGlossary(settings: Settings, log: Log): Disposable {
  return commands.registerCommand(
    commandIds.openGlossary,
    log.guard(l10n.t('The glossary could not be opened'), async () => {
      const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
      const folder = active ?? workspace.workspaceFolders?.[0];
      if (!folder) throw new UserError(l10n.t('Open a folder first: your glossary is a file in it.'));
      const uri = Uri.joinPath(folder.uri, settings.glossaryFile(folder.uri));
      if (!(await exists(uri))) {
        const edit = new WorkspaceEdit();
        edit.createFile(uri, { contents: new TextEncoder().encode(firstGlossary) });
        await workspace.applyEdit(edit);
      }
      await window.showTextDocument(uri);
    }),
  );
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
