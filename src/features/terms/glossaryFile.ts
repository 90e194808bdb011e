import { Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Settings } from '../../platform/settings';

/** What every new glossary begins with. */
const opening = '# Your own terms. Casebook shows them on hover in your notes, before its built-in ones.\n';

/** What a new glossary holds that is opened to be written in: one term, to be written over. */
export const exampleTerm = `terms:
  - name: example term
    synonyms: [another name of it]
    definition: What the term means, in a sentence or two.
`;

/** The file of a folder that holds the user's own terms. */
export class GlossaryFile {
  constructor(private readonly settings: Settings) {}

  /**
   * Makes the glossary of a folder where there is none.
   * @param content what a new one holds after its opening line
   * @returns its address
   */
  async made(folder: Uri, content = ''): Promise<Uri> {
    const uri = Uri.joinPath(folder, this.settings.glossaryFile(folder));
    if (!(await exists(uri))) {
      const edit = new WorkspaceEdit();
      edit.createFile(uri, { contents: new TextEncoder().encode(opening + content) });
      await workspace.applyEdit(edit);
    }
    return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
