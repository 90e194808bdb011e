/** What was asked for did not come in time; there is no telling whether it ever will. */
export class NoAnswer extends Error {}

/**
 * Waits for what may never come: a network folder that is gone leaves every question about its files open.
 * @param patience how long to wait (ms)
 * @throws NoAnswer where it has not come by then
 */
export async function answered<Answer>(work: PromiseLike<Answer>, patience: number): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for what is of use only soon.
 * @param patience how long to wait (ms)
 * @returns undefined where it has not come by then
 */
export async function inTime<Answer>(work: PromiseLike<Answer>, patience: number): Promise<Answer | undefined> {
  try {
    return await answered(work, patience);
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
