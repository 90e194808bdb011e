import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { annotations } from './cli/annotations';
import { check } from './cli/check';
import { cite } from './cli/cite';
import { convert } from './cli/convert';
import { FileAssets } from './cli/fileAssets';
import { merge } from './cli/merge';
import { type Result, UsageError } from './cli/output';
import { terms } from './cli/terms';
import type { Day } from './core/library/checks/check';

const usage = `casebook convert [--from FORMAT] --to FORMAT [--citekeys FORMULA] FILE...
casebook terms [--terminology FILE]... [--branch ID]... [--columns name=COLUMN,id=COLUMN,...] [--nested]
               [--off STEP,STEP...] [--stop NAME]... [--allow NAME]... FILE
casebook check [--from FORMAT] [--off CODE,CODE...] [--format text|github] FILE...
casebook annotations [--format text|json|w3c|hypothesis|markdown|csv|bioc|brat] [--check] FILE.yaml...
casebook merge BASE OURS THEIRS
casebook cite [--style ID|FILE.csl] [--locale L] [--bibliography FILE]... [--format text|html|json] FILE.md

The result goes to standard output, problems to standard error.
Exit code: 0 all well; 1 something of the input was dropped, or check found an error or warning, or an annotation's words are gone; 2 the call was wrong.
`;

const assets = new FileAssets(join(__dirname, 'data'));

async function run([command, ...args]: string[]): Promise<Result> {
  switch (command) {
    case 'convert': {
      const { values, positionals } = parse(args, { from: { type: 'string' }, to: { type: 'string' }, citekeys: { type: 'string' } });
      if (values.to === undefined || positionals.length === 0) throw new UsageError('convert needs --to FORMAT and a file');
      return convert(positionals, { ...values, to: values.to });
    }
    case 'terms': {
      const { values, positionals } = parse(args, {
        terminology: { type: 'string', multiple: true, default: [] },
        branch: { type: 'string', multiple: true, default: [] },
        columns: { type: 'string' },
        nested: { type: 'boolean', default: false },
        off: { type: 'string', multiple: true, default: [] },
        stop: { type: 'string', multiple: true, default: [] },
        allow: { type: 'string', multiple: true, default: [] },
      });
      const { terminology: terminologies, branch: branches, ...more } = values;
      return terms(single(positionals), { terminologies, branches, ...more }, assets);
    }
    case 'check': {
      const { values, positionals } = parse(args, {
        from: { type: 'string' },
        off: { type: 'string', multiple: true, default: [] },
        format: { type: 'string', default: 'text' },
      });
      if (positionals.length === 0) throw new UsageError('check needs a file');
      return check(positionals, values, today());
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
    case 'annotations': {
      const { values, positionals } = parse(args, { format: { type: 'string', default: 'text' }, check: { type: 'boolean', default: false } });
      if (positionals.length === 0) throw new UsageError('annotations needs a paper file');
      const { year, month, day } = today();
      return annotations(positionals, values, [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
    }
    case 'merge': {
      const [base, ours, theirs, ...more] = parse(args, {}).positionals;
      if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) throw new UsageError('merge needs three files');
      return merge(base, ours, theirs);
    }
    case undefined:
    case 'help':
    case '--help':
      return { output: usage, problems: [], dropped: false };
    default:
      throw new UsageError(`${command}: no such command`);
  }
}

function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
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
