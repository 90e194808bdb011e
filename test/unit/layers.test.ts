import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve('src');

interface SourceFile {
  /** Relative to `src`, with `/`, without `.ts`. */
  readonly name: string;
  readonly text: string;
  readonly imports: readonly { readonly target: string; readonly typeOnly: boolean }[];
}

/** What a module of WebAssembly exports is what its first file does. */
const wasmSource = join('core', 'terms', 'wasm', 'assembly');

const files: SourceFile[] = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.endsWith(wasmSource))
  .map((entry) => readSource(join(entry.parentPath, entry.name)));

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map((match) => ({
    target: match[2]?.startsWith('.') ? nameOf(join(dirname(path), match[2])) : (match[2] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  return { name: nameOf(path.replace(/\.ts$/, '')), text, imports };
}

function nameOf(path: string): string {
  return relative(root, path).split('\\').join('/');
}

/** 1 core, 2 platform, 3 features, 4 the entries. */
function floor(name: string): number {
  return ['core/', 'platform/', 'features/'].findIndex((prefix) => name.startsWith(prefix)) + 1 || 4;
}

function offences(check: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => check(file).map((offence) => `${file.name}: ${offence}`));
}

/** Imports of our own files, by name; a folder's index stands for the folder. */
function ownImports(file: SourceFile): string[] {
  const known = new Set(files.map(({ name }) => name));
  return file.imports.flatMap(({ target }) => (known.has(target) ? target : known.has(`${target}/index`) ? `${target}/index` : []));
}

describe('layers', () => {
  it('has source files to look at', () => assert.ok(files.length > 30));

  it('imports only from the same floor or from below', () => {
    const upward = offences((file) => ownImports(file).filter((target) => floor(target) > floor(file.name)));
    assert.deepEqual(upward, []);
  });

  it('keeps features apart from each other', () => {
    const across = offences((file) => {
      const feature = /^features\/[^/]+/.exec(file.name)?.[0];
      return feature ? ownImports(file).filter((target) => target.startsWith('features/') && !target.startsWith(`${feature}/`)) : [];
    });
    assert.deepEqual(across, []);
  });

  it('keeps the core away from VS Code, Node, the clock and chance', () => {
    const outside = offences(({ name, text, imports }) =>
      floor(name) === 1
        ? [
            ...imports.map(({ target }) => target).filter((target) => target === 'vscode' || target.startsWith('node:')),
            ...(text.match(/\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bfetch\(|\bsetTimeout\(|\blocalStorage\b/g) ?? []),
          ]
        : [],
    );
    assert.deepEqual(outside, []);
  });

  it('lets only the platform and the command line know Node', () => {
    const node = offences(({ name, imports }) =>
      name.startsWith('platform/') || /^cli(\/|$)/.test(name) ? [] : imports.map(({ target }) => target).filter((target) => target.startsWith('node:')),
    );
    assert.deepEqual(node, []);
  });

  it('resolves every relative import', () => {
    const known = new Set(files.map(({ name }) => name));
    const lost = offences((file) =>
      file.imports
        .map(({ target }) => target)
        .filter((target) => /^(core|platform|features)\//.test(target) && !known.has(target) && !known.has(`${target}/index`)),
    );
    assert.deepEqual(lost, []);
  });

  it('has no cycles', () => {
    const graph = new Map(files.map((file) => [file.name, ownImports(file)]));
    assert.equal(findCycle(graph)?.join(' -> '), undefined);
  });

  it('does not re-export what other files hold', () => {
    assert.deepEqual(offences(({ text }) => text.match(/^export (?:\*|\{[^}]*\}|type \{[^}]*\}) from .*$/gm) ?? []), []);
  });
});

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    path.push(name);
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name);
    if (cycle) return cycle;
  }
  return undefined;
}
