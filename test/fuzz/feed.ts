import { check } from './check';
import { keptMemory } from './memory';
import { mutate } from './mutate';
import { Random } from './random';
import { samples } from './samples';

/** A run ends after so many failures: the next ones mostly have the same cause. */
const mostFailures = 10;
/** Longer texts are taken as seldom as this, since they find no more and take ten times as long. */
const longText = 5000;
const longShare = 0.005;

/** How much one process found, as it tells the one that started it. */
export interface Tally {
  readonly inputs: number;
  readonly failures: readonly string[];
}

/**
 * Feeds mutated texts of all formats to their readers, writers and editors.
 *
 * @param inputs how many
 * @param seed which ones: input 7 of seed 1 is always the same
 * @param first the number of the first of them
 * @param onProgress hears after every thousand how many are done, and of each failure at once
 */
export async function feed(inputs: number, seed: number, first = 0, onProgress?: (done: number, failure?: string) => void): Promise<Tally> {
  const texts = [...samples()];
  const failures: string[] = [];
  const memoryBefore = keptMemory();
  let done = 0;
  for (; done < inputs && failures.length < mostFailures; done += 1) {
    const turn = first + done;
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn, 0x85ebca6b));
    const [format, own] = random.pick(texts);
    const [, others] = random.pick(texts);
    const text = mutate(pickText(own, random), others, random);
    const wrong = await check(text, format, turn, memoryBefore);
    const failure = wrong && `input ${turn} of seed ${seed}, ${format}: ${wrong}\n  ${JSON.stringify(text.slice(0, 400))}`;
    if (failure !== undefined) failures.push(failure);
    if (failure !== undefined || done % 1000 === 999) onProgress?.(done + 1, failure);
  }
  return { inputs: done, failures };
}

function pickText(texts: readonly string[], random: Random): string {
  const text = random.pick(texts);
  return text.length <= longText || random.next() < longShare ? text : pickShorter(texts, random);
}

/** A format whose texts are all long has a piece of one fed. */
function pickShorter(texts: readonly string[], random: Random): string {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const text = random.pick(texts);
    if (text.length <= longText) return text;
  }
  const text = random.pick(texts);
  const start = random.next() < 0.7 ? 0 : random.below(text.length);
  return text.slice(start, start + longText);
}
