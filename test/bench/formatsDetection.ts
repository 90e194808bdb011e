import { detectFormat, formats } from '../../src/core/formats/registry';
import { formatCases } from '../support/formatCases';

/** Files of cases whose name is not their format's id. */
const files: Readonly<Record<string, string>> = { 'portal-text': 'elsevier-pure-text' };

/** Cases that are of another format than their file says: a portal page's own RIS and BibTeX, a file of Web of Science. */
const others: readonly (readonly [name: RegExp, format: string])[] = [[/^\w+\/ris/, 'ris'], [/^\w+\/bibtex$/, 'bibtex'], [/example_wos\.ris$/, 'wos-tagged']];

/** How many of all peers' cases that hold a record are told for what they are by their content. */
export function measureDetection(verbose: boolean): void {
  let right = 0;
  let all = 0;
  for (const format of formats) {
    for (const { name, input } of formatCases(files[format.id] ?? format.id) ?? []) {
      if ((format.read?.(input).records.length ?? 0) === 0) continue;
      const found = detectFormat(input)?.id;
      const isRight = found === format.id || others.some(([other, id]) => other.test(name) && found === id);
      all += 1;
      right += isRight ? 1 : 0;
      if (verbose && !isRight) console.log(`  ${format.id} ${name}: taken for ${found ?? 'nothing'}`);
    }
  }
  console.log(all === 0 ? 'detection: skipped, no cases at hand' : `detection: ${right} of ${all} cases`);
}
