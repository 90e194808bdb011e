import type { Uri } from 'vscode';

/** Does something to a file while no other window of this browser does. */
export async function alone<Answer>(uri: Uri, act: () => Promise<Answer>): Promise<Answer> {
  const { locks } = navigator as { readonly locks?: LockManager }; // only pages that came over a safe connection have them
  return locks ? await locks.request(`casebook ${uri.toString()}`, act) : await act();
}
