import { problem } from '../problems/problem';
import { biblatex, bibtex } from './bibtex';
import { cff } from './cff';
import { crossrefJson } from './crossrefJson';
import { cslJson } from './cslJson';
import { cslYaml } from './cslYaml';
import { endnoteXml } from './endnoteXml';
import { europepmcJson } from './europepmcJson';
import type { Format, ReadResult } from './format';
import { hayagrivaYaml } from './hayagriva';
import { mods } from './mods';
import { msbib } from './msbib';
import { nbib } from './nbib';
import { openalexJson } from './openalexJson';
import { ovid } from './ovid';
import { portalText } from './portalText';
import { pubmedXml } from './pubmedXml';
import { reference } from './reference';
import { referEnw } from './referEnw';
import { refworks } from './refworks';
import { ris } from './ris';
import { crossrefUnixref } from './unixref';
import { wosTagged } from './wosTagged';

/** Every format, in the order in which file dialogs and `casebook formats` list them. */
export const formats: readonly Format[] = [
  portalText, cslYaml, cslJson, bibtex, biblatex, ris, nbib, wosTagged, refworks, referEnw, ovid,
  pubmedXml, endnoteXml, mods, msbib, crossrefUnixref, crossrefJson, europepmcJson, openalexJson, cff, hayagrivaYaml, reference,
];

/** Less than this is a guess that would do harm: a note is no bibliography. */
const sureEnough = 0.25;

/** @returns the format with an id such as `csl-yaml` */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/** @returns the format that a text is most surely of, judged by its content alone; undefined where none is likely */
export function detectFormat(text: string): Format | undefined {
  let best: { readonly format: Format; readonly sureness: number } | undefined;
  for (const format of formats) {
    const sureness = format.read ? format.detect(text) : 0;
    if (sureness >= sureEnough && sureness > (best?.sureness ?? 0)) {
      best = { format, sureness };
    }
  }
  return best?.format;
}

/**
 * All records that a text holds, in whatever format.
 *
 * @param formatId the format's id where the user says it; without one the content tells
 */
export function readText(text: string, formatId?: string): ReadResult & { readonly format?: string } {
  if (text.trim() === '') {
    return { records: [], problems: [problem('file-empty', 'warning', {})] };
  }
  const format = formatId === undefined ? detectFormat(text) : formatById(formatId);
  if (!format?.read) {
    return { records: [], problems: [problem('format-unknown', 'error', {})] };
  }
  const { records, problems } = format.read(text);
  const told = problems.some(({ severity }) => severity === 'error');
  const nothing = records.length === 0 && !told ? [problem('nothing-found', 'warning', { format: format.name })] : [];
  return { records, problems: [...problems, ...nothing], format: format.id };
}
