import type { YAMLMap } from 'yaml';
import { isMap, isScalar } from 'yaml';
import { otherSpellings } from '../../formats/cslTypes';
import { formatById } from '../../formats/registry';
import type { CslDate } from '../record';
import { EditedText } from './editedText';
import { sameValue } from './sameValue';
import type { TextEdit } from './textEdit';
import type { YamlPath } from './yamlEdit';
import { yamlEdit } from './yamlEdit';
import { yamlDocument } from './yamlNodes';

/** A record that is written in CSL's own words: where its map is in its source, and by CSL variable the key used there. */
export interface CslSource {
  readonly path: YamlPath;
  readonly map: YAMLMap;
  readonly keys: ReadonlyMap<string, string>;
}

/** @returns undefined where the source is broken or holds no record */
export function cslSource(source: string): CslSource | undefined {
  const document = yamlDocument(source);
  for (const path of [[], [0], ['itemData'], [0, 'itemData']] as const) {
    const node: unknown = document && (path.length === 0 ? document.contents : document.getIn(path, true));
    if (!isMap(node) || node.has('itemData')) continue;
    const keys = new Map<string, string>();
    const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    for (const name of names) {
      const variable = variableOf(name);
      if (name !== '' && (name === variable || !names.includes(variable))) keys.set(variable, name);
    }
    return { path, map: node, keys };
  }
  return undefined;
}

/** `doi` is `DOI`. */
function variableOf(key: string): string {
  const lower = key.toLowerCase();
  return (Object.hasOwn(otherSpellings, lower) ? otherSpellings[lower] : undefined) ?? key;
}

/** Gives variables of a record in CSL's own words other values. */
export function setCslKeys(formatId: string, source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined {
  const edited = new EditedText(source);
  const read = (text: string): Readonly<Record<string, unknown>> | undefined => formatById(formatId)?.read?.(text).records[0];
  const before = read(source);
  const changed = Object.entries(variables).filter(([variable, value]) => before === undefined || !sameValue(before[variable], value));
  for (const [variable, value] of changed) {
    const own = cslSource(edited.text);
    const key = own?.keys.get(variable) ?? variable;
    const old: unknown = own?.map.get(key);
    const edits = own && yamlEdit(edited.text, [...own.path, key], typeof old === 'string' || typeof old === 'number' ? (edtf(value) ?? value) : value, true);
    if (!edits) return undefined;
    edited.apply(edits);
  }
  const after = read(edited.text);
  // A record that takes something from elsewhere in its file cannot be read alone.
  const isMet = before === undefined || changed.every(([variable, value]) => sameValue(after?.[variable], value));
  return isMet ? edited.edits() : undefined;
}

/** A date as one text, where the old one was: `1995-08-01`. */
function edtf(value: unknown): string | undefined {
  const { 'date-parts': parts, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as CslDate;
  const isPlain = Array.isArray(parts) && parts.every((date: readonly number[]) => date.length > 0 && date.every(Number.isInteger)) && Object.values(rest).every((each) => each === undefined);
  return isPlain ? parts.map((date: readonly number[]) => date.map((part: number, index: number) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')).join('/') : undefined;
}
