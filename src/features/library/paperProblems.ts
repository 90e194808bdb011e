import { l10n } from 'vscode';
import type { Library, LibraryPaper } from '../../core/library/library';

/** What is wrong with a paper, in as few words as a row has room for; no words where nothing is. */
export interface PaperProblems {
  readonly words: string;
  readonly severity: 'error' | 'warning' | undefined;
}

export function paperProblems(paper: LibraryPaper, library: Library): PaperProblems {
  const severities = library.problemsOf(paper.uri).map(({ severity }) => severity);
  const shared = library.withKey(paper.record.id).some((other) => other !== paper && other.folder === paper.folder);
  if (shared) severities.push('error');
  const count = severities.filter((severity) => severity !== 'information').length;
  if (count === 0) return { words: '', severity: undefined };
  const words = shared && count === 1 ? l10n.t('citekey used twice') : count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
  return { words, severity: severities.includes('error') ? 'error' : 'warning' };
}
