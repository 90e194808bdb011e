import { workspace } from 'vscode';
import type { Annotation } from '../../core/annotating/annotation';
import { recordTexts } from '../../core/annotating/recordTexts';
import type { LibraryPaper } from '../../core/library/library';
import { fileName } from '../../core/reading/fileName';
import type { PaperTexts } from '../../platform/paperTexts';

/** @returns the plain texts that a paper's annotations can be on, by the names of their sources: its full texts, title and abstract */
export async function textsOf(paper: LibraryPaper, annotations: readonly Annotation[], texts: PaperTexts): Promise<Map<string, string>> {
  const all = recordTexts(paper.record, annotations);
  for (const source of paper.attachments.map(fileName)) {
    const uri = texts.uriOf(paper, source);
    if (!uri) continue;
    try {
      const document = await workspace.openTextDocument(uri);
      const [part] = texts.partsOf(document);
      if (part) all.set(source, document.getText().slice(part.span.start, part.span.end));
    } catch {
      continue; // it is gone, or no text
    }
  }
  return all;
}
