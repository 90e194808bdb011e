import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Puts the sample casebook into one file, because an extension in a browser can read its files but not list them.
 * @param out path of the JSON file: an object from path to text
 */
export function buildSample(out) {
  const root = 'media/sample';
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = files.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')];
  });
  writeFileSync(out, JSON.stringify(Object.fromEntries(entries.sort())));
}
