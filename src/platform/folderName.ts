import { Uri, workspace } from 'vscode';

/** @returns what VS Code calls a workspace folder, by its address */
export function folderName(address: string): string {
  const uri = Uri.parse(address);
  return workspace.getWorkspaceFolder(uri)?.name ?? (uri.path.split('/').findLast((part) => part !== '') ?? address);
}
