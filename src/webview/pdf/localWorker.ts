/** A worker's script must be of the page's own origin, and the extension's files are not: it is fetched, and started from memory. */
export async function startWorker(address: string): Promise<Worker> {
  const script = await (await fetch(address)).blob();
  const local = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(local, { type: 'module' });
}
