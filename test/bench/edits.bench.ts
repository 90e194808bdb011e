import { readFileSync } from 'node:fs';
import { formatById } from '../../src/core/formats/registry';
import type { RecordChange } from '../../src/core/library/edit/recordChange';
import { editBibliography } from '../../src/core/library/editBibliography';
import { recordPlaces } from '../../src/core/library/recordPlaces';
import type { EditCounts } from '../support/editProperties';
import { checkEdits } from '../support/editProperties';
import { sharedPath } from '../support/shared';
import { print } from './figure';
import { largeBibtex, largeCount } from './formatsLarge';

/** Edits of all peers' files, checked one by one, and how long an edit takes in a bibliography of 50 MB. */
export default function edits(): void {
  for (const format of ['bibtex', 'csl-yaml', 'csl-json', 'ris', 'nbib', 'endnote-xml']) {
    const file = sharedPath('data', 'formats', `${format}.jsonl`);
    if (file === undefined || !formatById(format)?.write) console.log(`edits of ${format}: skipped, no data here or nothing that writes it`);
    else check(format, readFileSync(file, 'utf8'));
  }
  speed();
}

function check(format: string, cases: string): void {
  const counts: EditCounts = { done: 0, refused: 0, wrong: [] };
  for (const line of cases.split('\n').filter(Boolean)) {
    const { name, input } = JSON.parse(line) as { name: string; input: string };
    checkEdits(input, format, counts, name, 6);
  }
  print(`edits of ${format} that did what they should`, counts.done, 'edits');
  print(`edits of ${format} refused`, counts.refused, 'edits');
  print(`edits of ${format} that went wrong`, counts.wrong.length, 'edits');
  for (const wrong of counts.wrong.slice(0, 10)) console.log(`  ${wrong.slice(0, 300)}`);
}

function speed(): void {
  const text = largeBibtex(largeCount);
  const places = recordPlaces(text, 'bibtex');
  const place = places[Math.floor(places.length * 0.7)];
  if (!place) return;
  const { key, span } = place;
  const cpu = (what: string, changes: readonly RecordChange[], times: number): void => print(`50 MB of BibTeX: ${what}`, cpuTime(() => editBibliography(text, 'bibtex', changes), times), 'ms of processor time');
  cpu('another title, the place known', [{ kind: 'set', key, variables: { title: 'Another title' }, near: span }], 15);
  cpu('another volume and DOI, the place known', [{ kind: 'set', key, variables: { volume: '99', DOI: '10.1000/other' }, near: span }], 15);
  cpu('another title, the place not known', [{ kind: 'set', key, variables: { title: 'Another title' } }], 3);
  cpu('a key renamed', [{ kind: 'rename', key, newKey: 'other2', near: span }], 3);
  cpu('1,000 titles', places.slice(0, 1000).map((each) => ({ kind: 'set', key: each.key, variables: { title: 'Another title' } })), 1);
}

/** The median of several runs, in milliseconds. */
function cpuTime(run: () => unknown, times: number): number {
  const all = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return all.sort((one, other) => one - other)[times >> 1] ?? 0;
}
