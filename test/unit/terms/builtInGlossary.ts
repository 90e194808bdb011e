import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { compileGlossary } from '../../../src/core/terms/compileGlossary';
import type { Concept } from '../../../src/core/terms/concept';

const folder = path.resolve(__dirname, '../../../src/core/terms/glossary');

/** The built-in glossary as the build makes it. */
export function builtInGlossary(): { concepts: Concept[]; mistakes: string[] } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  return compileGlossary(names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })));
}
