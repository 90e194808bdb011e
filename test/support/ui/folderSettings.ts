import * as fs from 'node:fs';
import * as path from 'node:path';

const fileOf = (folder: string): string => path.join(folder, '.vscode', 'settings.json');

/** The folder's own settings; none while VS Code writes them, which leaves the file empty for a moment. */
export function folderSettings(folder: string): Readonly<Record<string, unknown>> | undefined {
  const text = fs.existsSync(fileOf(folder)) ? fs.readFileSync(fileOf(folder), 'utf8') : '{}';
  return text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
}

/** Adds to the folder's own settings. A running VS Code notices, but for the web build, which reads them at its start. */
export function writeFolderSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = fileOf(folder);
  const present = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as object) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...present, ...settings }, undefined, 2)}\n`);
}
