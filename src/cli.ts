import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cite } from './cli/cite';
import { convert } from './cli/convert';
import { FileAssets } from './cli/fileAssets';
import { type Result, UsageError } from './cli/output';
import { terms } from './cli/terms';

const usage = `casebook convert [--from FORMAT] --to FORMAT FILE...
casebook terms [--terminology FILE]... FILE
casebook cite [--style ID|FILE.csl] [--locale L] [--bibliography FILE]... [--format text|html|json] FILE.md

The result goes to standard output, problems to standard error.
Exit code: 0 all well; 1 something of the input was dropped; 2 the call was wrong.
`;

const assets = new FileAssets(join(__dirname, 'data'));

async function run([command, ...args]: string[]): Promise<Result> {
  switch (command) {
    case 'convert': {
      const { values, positionals } = parse(args, { from: { type: 'string' }, to: { type: 'string' } });
      if (values.to === undefined || positionals.length === 0) throw new UsageError('convert needs --to FORMAT and a file');
      return convert(positionals, values.from, values.to);
    }
    case 'terms': {
      const { values, positionals } = parse(args, { terminology: { type: 'string', multiple: true } });
      return terms(single(positionals), values.terminology ?? [], assets);
    }
    case 'cite': {
      const { values, positionals } = parse(args, {
        style: { type: 'string' },
        locale: { type: 'string' },
        bibliography: { type: 'string', multiple: true },
        format: { type: 'string', default: 'text' },
      });
      return cite(single(positionals), values, assets);
    }
    case undefined:
    case 'help':
    case '--help':
      return { output: usage, problems: [], dropped: false };
    default:
      throw new UsageError(`${command}: no such command`);
  }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function single(paths: readonly string[]): string {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new UsageError('name one file');
  return path;
}

run(process.argv.slice(2)).then(
  ({ output, problems, dropped }) => {
    process.stdout.write(output);
    for (const line of problems) process.stderr.write(`${line}\n`);
    process.exitCode = dropped ? 1 : 0;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`casebook: ${error.message}\n\n${usage}`);
    process.exitCode = 2;
  },
);
