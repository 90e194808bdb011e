import type { PandocOutcome } from '../../../platform/pandocOutcome';

/**
 * What pandoc can have a PDF made by. Its own choice comes first, which is LaTeX and stops at a letter that it has not (α in
 * `IL-1α`); then those that print web pages, which have all letters; last those that leave such a letter out.
 */
const engines = [undefined, 'typst', 'weasyprint', 'wkhtmltopdf', 'prince', 'tectonic', 'xelatex', 'lualatex'] as const;

/**
 * Has pandoc write a PDF by the first engine that is installed and can.
 * @param run runs pandoc with arguments more
 * @returns what the engine said that wrote it; else why one that is installed could not, or `no-engine` where none is
 */
export async function writePdf(run: (args: readonly string[]) => Promise<PandocOutcome>): Promise<PandocOutcome | { readonly kind: 'no-engine' }> {
  let failed: PandocOutcome | undefined;
  for (const engine of engines) {
    const outcome = await run(engine === undefined ? [] : [`--pdf-engine=${engine}`]);
    if (outcome.kind !== 'failed') return outcome;
    // An older pandoc does not know all of them.
    if (!/not found|must be one of|unknown pdf.engine/i.test(outcome.said)) failed ??= outcome;
  }
  return failed ?? { kind: 'no-engine' };
}
