import type { ReadingRun } from './readingRun';

/** Files of supplementary records alone are a terminology of their own. MeSH says nothing of its licence; NLM's terms do. */
export function nameMesh(run: ReadingRun, hasDescriptors: boolean): void {
  run.head.id ??= hasDescriptors ? 'mesh' : 'mesh-supplementary';
  run.head.name ??= hasDescriptors ? 'Medical Subject Headings' : 'MeSH supplementary concepts';
}

/**
 * Takes the year out of what stands at a file's beginning, or of its name.
 * @param name of the part
 */
export function takeMeshYear(run: ReadingRun, name: string, beginning: string): void {
  // `desc2015.dtd`, `nlmdescriptorrecordset_20170101.dtd`; `d2024.bin`, `desc2024.xml`, `mesh2024_terms.tsv`
  const year = /<!DOCTYPE[^>]*?(20\d\d)\d{0,4}\.dtd/.exec(beginning) ?? /(?:desc|supp|mesh|mtrees|[cd])[ _-]?(20\d\d)/i.exec(name);
  run.head.version ??= year?.[1];
}
