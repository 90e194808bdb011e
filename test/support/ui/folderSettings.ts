import * as fs from 'node:fs';
import * as path from 'node:path';

/** Adds to the folder's own settings. A running VS Code notices, but for the web build, which reads them at its start. */
export function writeFolderSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  const file = path.join(folder, '.vscode', 'settings.json');
  const present = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as object) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...present, ...settings }, undefined, 2)}\n`);
}
