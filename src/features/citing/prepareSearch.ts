import { Disposable } from 'vscode';
import type { Library } from '../../core/library/library';
import type { CitekeySearch } from './citekeySearch';

/** A library being read changes many times a second; a pause (ms) in that is when its papers are readied. */
const pause = 500;

/** Readies the search for citekeys while nobody waits for it, so that the first `@` in a large library is as fast as any. */
export function prepareSearch(library: Library, search: CitekeySearch): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void search.prepare(library.papers()), pause);
  };
  schedule();
  const stop = library.onDidChange(schedule);
  return new Disposable(() => {
    stop();
    clearTimeout(timer);
  });
}
