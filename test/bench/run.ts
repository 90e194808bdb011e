import { readdirSync } from 'node:fs';
import * as path from 'node:path';

const suffix = '.bench.ts';

/** Runs the benchmarks named on the command line, or all; each prints lines of the form `what: number unit`. */
async function run(): Promise<void> {
  const known = readdirSync(__dirname).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
  const names = process.argv.slice(2).filter((name) => !name.startsWith('-'));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No such benchmark: ${unknown.join(', ')}. There are ${known.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  for (const name of names.length > 0 ? names : known) {
    const module = (await import(path.join(__dirname, `${name}${suffix}`))) as { default: unknown };
    // Under CommonJS interop the default export may stand one level deeper.
    const bench = typeof module.default === 'function' ? module.default : (module.default as { default: unknown }).default;
    await (bench as () => Promise<void>)();
  }
}

void run();
