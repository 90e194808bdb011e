import { CancellationTokenSource, type CancellationToken, ProgressLocation, window } from 'vscode';
import { viewIds } from './ids';

/** What takes less (ms) is over before anyone would read that it is going on. */
const patience = 500;

/** Shows in the Papers view that work is going on, unless it is soon over. */
export function showWhenSlow(work: Promise<unknown>): void {
  const over = work.then(nothing, nothing);
  const timer = setTimeout(() => void window.withProgress({ location: { viewId: viewIds.papers } }, () => over), patience);
  void over.then(() => clearTimeout(timer));
}

/**
 * Does work that the user may stop, and says so where it is not soon over.
 * @param work is given the token to look at between its steps, and a way to say how far it is
 */
export async function cancellable<Result>(
  title: string,
  work: (token: CancellationToken, tell: (message: string) => void) => Promise<Result>,
): Promise<Result> {
  const source = new CancellationTokenSource();
  let message: string | undefined;
  let show: ((message: string) => void) | undefined;
  const running = work(source.token, (now) => {
    message = now;
    show?.(now);
  });
  const over = running.then(nothing, nothing);
  const timer = setTimeout(() => {
    void window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      show = (now) => progress.report({ message: now });
      if (message !== undefined) show(message);
      return over;
    });
  }, patience);
  void over.then(() => clearTimeout(timer));
  return running;
}

function nothing(): void {
  // Both outcomes are the caller's; here only the end matters.
}
