import * as fs from 'node:fs';
import * as path from 'node:path';
import { formatById } from '../../src/core/formats/registry';
import { changeTags } from '../../src/core/library/changeTags';
import { setField } from '../../src/core/library/editPaperFile';
import { fieldChoices } from '../../src/core/library/mergedRecord';
import { mergedPaperFile } from '../../src/core/library/mergedPaperFile';
import { newPaperFile } from '../../src/core/library/paperFile';
import type { CslItem } from '../../src/core/library/record';

/** Papers of one import: enough that it is going on when it is killed. */
const imported = 120;
const marked = 30;
const exported = 60;
const renamed = 4;
const notes = 10;
const halved = 60;

/** What is done in the extension host while it may be ended; addresses are paths in the folder. */
export interface KillTask {
  readonly importText: string;
  readonly importedFirst: readonly string[];
  readonly sentinel: string;
  readonly status: readonly string[];
  readonly tags: readonly string[];
  readonly exported: readonly string[];
  readonly exportFile: string;
  readonly renames: readonly { readonly from: string; readonly citekey: string }[];
  /** Files for a writer as none should be, which writes in place and half by half. */
  readonly halved: readonly { readonly file: string; readonly text: string }[];
}

/** What was found after a kill. */
export interface KillFindings {
  /** Files that are the new ones. */
  readonly written: number;
  /** Files that are neither the old nor the new one, whole. */
  readonly wrong: readonly string[];
  /** Files under names that nobody gave. */
  readonly unfinished: number;
}

/** A folder with papers and notes that are about to be changed in several ways, and what each file may then be. */
export class KillFolder {
  /** For each file the texts that it may have, the one it began with first; undefined stands for no file. */
  private readonly allowed = new Map<string, readonly (string | undefined)[]>();
  readonly task: KillTask;

  /** @param withBrokenWriter shows that a half file is found: some are written so that they can be left half */
  constructor(
    readonly path: string,
    withBrokenWriter = false,
  ) {
    const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
    const file = (key: string): string => `library/${key}.yaml`;
    this.begin('library/sentinel.yaml', newPaperFile(recordOf('sentinel')), (text) => [setField(text, ['case', 'status'], 'read')]);
    for (const key of names('s', marked)) this.begin(file(key), newPaperFile(recordOf(key)), (text) => [setField(text, ['case', 'status'], 'reading')]);
    for (const key of names('t', marked)) this.begin(file(key), newPaperFile(recordOf(key)), (text) => [changeTags(text, { add: ['killed'], remove: [] })]);
    const kept = names('e', exported).map((key) => recordOf(key, 400));
    for (const record of kept) this.begin(file(record.id), newPaperFile(record), () => []);
    this.begin('out.ris', formatById('ris')?.write?.(kept.map((record) => ({ ...record, title: 'Before' }))) ?? '', () => [formatById('ris')?.write?.(kept)]);
    this.beginRenames(names('k', renamed));
    this.beginDuplicates();
    const broken = names('b', withBrokenWriter ? halved : 0).map((key) => ({ file: file(key), text: newPaperFile(recordOf(`${key}new`)) }));
    for (const { file, text } of broken) this.begin(file, newPaperFile(recordOf(file)), () => [text]);
    const fresh = names('import', imported).map((key) => recordOf(key, 400));
    for (const record of fresh) this.allowed.set(file(record.id), [undefined, newPaperFile(record)]);
    this.task = {
      importText: formatById('csl-json')?.write?.(fresh) ?? '',
      importedFirst: fresh.map(({ id }) => file(id)),
      sentinel: 'library/sentinel.yaml',
      status: names('s', marked).map(file),
      tags: names('t', marked).map(file),
      exported: kept.map(({ id }) => file(id)),
      exportFile: 'out.ris',
      renames: names('k', renamed).map((key) => ({ from: file(key), citekey: key.replace('k', 'q') })),
      halved: broken,
    };
    fs.writeFileSync(at(this.path, 'task.json'), JSON.stringify(this.task));
  }

  look(): KillFindings {
    const ours = new Set([...this.allowed.keys(), 'task.json', 'started']);
    const present = fs.readdirSync(this.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const strange = present.map((entry) => path.relative(this.path, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).filter((name) => !ours.has(name));
    const wrong = [...this.allowed].filter(([name, texts]) => !texts.includes(this.read(name))).map(([name]) => name);
    const written = [...this.allowed].filter(([name, texts]) => !wrong.includes(name) && this.read(name) !== texts[0]);
    const unfinished = strange.filter((name) => name.endsWith('.casebook-part'));
    return { written: written.length, wrong: [...wrong, ...strange.filter((name) => !unfinished.includes(name)), ...this.lost()], unfinished: unfinished.length };
  }

  /** A paper that moves stands under one of its names. */
  private lost(): string[] {
    return this.task.renames.map(({ from, citekey }) => [from, `library/${citekey}.yaml`] as const).filter((names) => names.every((name) => this.read(name) === undefined)).map(([from]) => from);
  }

  private beginRenames(keys: readonly string[]): void {
    for (const key of keys) {
      const text = newPaperFile(recordOf(key));
      this.begin(`library/${key}.yaml`, text, () => [undefined]);
      const newKey = key.replace('k', 'q');
      this.allowed.set(`library/${newKey}.yaml`, [undefined, text, text.replace(`id: ${key}`, `id: ${newKey}`)]);
    }
    for (let note = 0; note < notes; note += 1) {
      const text = `${'A sentence before. '.repeat(500)}\n\n${keys.map((key) => `See @${key} and [p. 3, @${key}].`).join('\n')}\n`;
      const steps = keys.map((_, at) => keys.slice(0, at + 1).reduce((now, key) => now.replaceAll(`@${key}`, `@${key.replace('k', 'q')}`), text));
      this.begin(`note${note}.md`, text, () => steps);
    }
  }

  private beginDuplicates(): void {
    const [first, second] = [{ ...recordOf('dup'), DOI: '10.1000/dup' }, { ...recordOf('dupb'), title: 'A paper called dup', DOI: '10.1000/dup', volume: '7' }];
    const [kept, away] = [newPaperFile(first), newPaperFile(second)];
    this.begin('library/dup.yaml', kept, () => [mergedPaperFile(kept, [{ text: away, renamed: {} }], fieldChoices([first, second]))]);
    this.begin('library/dupb.yaml', away, () => [undefined]);
  }

  private begin(name: string, text: string, after: (text: string) => readonly (string | undefined)[]): void {
    const file = at(this.path, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    this.allowed.set(name, [text, ...after(text)]);
  }

  private read(name: string): string | undefined {
    try {
      return fs.readFileSync(at(this.path, name), 'utf8');
    } catch {
      return undefined;
    }
  }
}

const at = (folder: string, name: string): string => path.join(folder, ...name.split('/'));

function recordOf(id: string, sentences = 400): CslItem {
  return {
    id,
    type: 'article-journal',
    title: `A paper called ${id}`,
    author: [{ family: `Name ${id}`, given: 'A.' }],
    abstract: 'A sentence that makes the file long. '.repeat(sentences),
  };
}
