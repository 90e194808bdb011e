import { check } from './check';
import { mutate } from './mutate';
import { Random } from './random';
import { samples } from './samples';

/** Feeds mutated texts to every reader until `--inputs` are done; the same `--seed` feeds the same texts. */
function run(): void {
  const inputs = option('--inputs', 3000);
  const seed = option('--seed', 1);
  const random = new Random(seed);
  const texts = [...samples()];
  const failures: string[] = [];
  for (let done = 0; done < inputs && failures.length < 10; done += 1) {
    const [format, own] = random.pick(texts);
    const [, others] = random.pick(texts);
    const text = mutate(random.pick(own), others, random);
    const wrong = check(text, format);
    if (wrong !== undefined) {
      failures.push(wrong);
      console.log(`input ${done}, ${format}: ${wrong}\n  ${JSON.stringify(text.slice(0, 400))}`);
    }
  }
  console.log(`fuzz inputs: ${inputs} texts`);
  console.log(`fuzz failures: ${failures.length} texts`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}

run();
