import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { sharedPath } from '../../support/shared';

/** A mention that people marked. */
export interface Gold {
  readonly start: number;
  readonly end: number;
  /** CURIEs. */
  readonly ids: readonly string[];
}

export interface AnnotatedText {
  readonly text: string;
  readonly gold: readonly Gold[];
}

/** A part of a corpus that is measured by itself. */
export interface Part {
  readonly name: string;
  readonly texts: readonly AnnotatedText[];
}

interface Line {
  readonly split: string;
  readonly text: string;
  readonly mentions: readonly { readonly s: number; readonly e: number; readonly type: string; readonly ids: readonly string[] }[];
}

/** Where texts are that nobody here has seen, in the same format; their files are parts of their own. */
const keptBack = process.env.CASEBOOK_CORPORA;

/**
 * @param prefix of the corpus's files
 * @param type of the mentions that count; all without
 * @returns the parts in the order train, dev, others; a corpus without parts is cut in two, by every other text
 */
export function partsOf(prefix: string, type?: string): Part[] {
  const parts = new Map<string, AnnotatedText[]>();
  for (const { file, name } of filesOf(prefix)) {
    readFileSync(file, 'utf8').split('\n').filter(Boolean).forEach((json, at) => {
      const line = JSON.parse(json) as Line;
      const part = name ?? (line.split === 'all' ? ['odd', 'even'][at % 2] ?? '' : line.split);
      const gold = line.mentions.filter((mention) => type === undefined || mention.type === type).map(({ s, e, ids }) => ({ start: s, end: e, ids: ids.map(curie) }));
      const texts = parts.get(part);
      if (texts) texts.push({ text: line.text, gold });
      else parts.set(part, [{ text: line.text, gold }]);
    });
  }
  return [...parts].map(([name, texts]) => ({ name, texts })).sort((a, b) => rank(a.name) - rank(b.name));
}

function filesOf(prefix: string): { file: string; name?: string }[] {
  const own = sharedPath('data', 'corpora');
  const inside = (folder: string) => readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl')).sort();
  const seen = own === undefined ? [] : inside(own).map((name) => ({ file: path.join(own, name) }));
  const others = keptBack === undefined ? [] : inside(keptBack).map((name) => ({ file: path.join(keptBack, name), name: path.basename(name, '.jsonl') }));
  return [...seen, ...others];
}

function rank(part: string): number {
  const order = ['train', 'dev', 'odd', 'even'].indexOf(part);
  return order < 0 ? 9 : order;
}

/** `D003110` is MeSH's. */
function curie(id: string): string {
  return id.includes(':') ? id : `MESH:${id}`;
}
