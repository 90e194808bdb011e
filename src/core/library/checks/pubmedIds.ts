import type { CslItem } from '../record';
import { type Check, short, write } from './check';

/** PubMed's and PubMed Central's numbers. */
export const pubmedIds: Check = (record, report) => {
  const { PMID: pmid, PMCID: pmcid } = record;
  if (pmid !== undefined && !/^[1-9]\d{0,7}$/.test(pmid)) {
    const number = /^(?:\s*(?:pmid|pubmed)\W*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?\s*0*([1-9]\d{0,7})[\s/.]*$/i.exec(pmid)?.[1];
    report('pmid-malformed', 'warning', 'PMID', { value: short(pmid) }, number === undefined ? undefined : write('PMID', number));
  }
  if (pmcid !== undefined && !/^PMC[1-9]\d{0,8}(?:\.\d+)?$/.test(pmcid)) {
    const number = /^(?:\s*(?:pmcid\W*)?|https?:\/\/\S{1,60}\/)(?:pmc)?\s*([1-9]\d{4,8})[\s/.]*$/i.exec(pmcid)?.[1];
    report('pmcid-malformed', 'warning', 'PMCID', { value: short(pmcid) }, number === undefined ? undefined : write('PMCID', `PMC${number}`));
  }
  const found = record.note === undefined ? [] : identifiersInNote(record.note.slice(0, 2000), record);
  if (found.length === 0) return;
  const value = found.map(([field, number]) => `${field} ${number}`).join(', ');
  report('identifier-in-note', 'information', 'note', { value }, {
    title: { code: 'add', field: found.map(([field]) => field).join(', '), value: found.map(([, number]) => number).join(', ') },
    variables: Object.fromEntries(found),
  });
};

/** `PMID: 7564391` on a line of its own, as Zotero's `Extra` has it; citeproc reads it there, other programs do not. */
function identifiersInNote(note: string, record: CslItem): (readonly ['PMID' | 'PMCID' | 'DOI', string])[] {
  const found = new Map<'PMID' | 'PMCID' | 'DOI', string>();
  for (const [, name = '', value = ''] of note.matchAll(/^\s*(PMID|PMCID|DOI):\s*(\S+?)[.;]?\s*$/gim)) {
    const field = name.toUpperCase() as 'PMID' | 'PMCID' | 'DOI';
    const form = { PMID: /^[1-9]\d{0,7}$/, PMCID: /^PMC\d{1,9}$/, DOI: /^10\.\d{4,9}\/\S+$/ }[field];
    if (form.test(value) && record[field] === undefined) found.set(field, value);
  }
  return [...found];
}
