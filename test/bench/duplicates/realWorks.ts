import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { CslItem } from '../../../src/core/library/record';
import { sharedPath } from '../../support/shared';
import type * as Ours from '../ours/duplicates';

const files = ['pubmed-xml', 'nbib', 'crossref-json', 'europepmc-json', 'openalex-json', 'ris', 'endnote-xml', 'wos-tagged', 'bibtex', 'csl-yaml'];

/**
 * The real records of the readers' test cases, each work once: by its DOI and by the letters of its title, which is
 * stricter than what is measured. None where the data is not here.
 */
export function realWorks({ readText }: typeof Ours): CslItem[] {
  const seen = new Set<string>();
  return files.flatMap((file) => casesOf(file).flatMap((input) => readText(input, file).records)).filter((record) => {
    const title = (record.title ?? '').toLowerCase().replace(/<[^>]*>|[^\p{L}\p{N}]/gu, '');
    const authored = (record.author ?? []).some(({ family }) => family);
    if (title.length < 8 || !authored || seen.has(title) || (record.DOI && seen.has(record.DOI.toLowerCase()))) return false;
    seen.add(title);
    if (record.DOI) seen.add(record.DOI.toLowerCase());
    return true;
  });
}

function casesOf(file: string): string[] {
  const at = sharedPath('data', 'formats');
  const name = at && path.join(at, `${file}.jsonl`);
  if (!name || !existsSync(name)) return [];
  const lines = readFileSync(name, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly input: unknown }).input).filter((input) => typeof input === 'string');
}
